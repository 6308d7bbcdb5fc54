package dev.polylogue.session;

import dev.polylogue.conversation.Failure;
import dev.polylogue.provider.ModelCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models of a provider.
 *
 * @param complaint why its own list could not be had and the catalogue stands in for it, or null
 */
public record Listing(List<ModelCard> models, @Nullable Failure complaint) {
  public Listing {
    models = List.copyOf(models);
  }
}
