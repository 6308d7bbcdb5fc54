package dev.polylogue.run;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import java.util.UUID;

/**
 * What a run has to do: fill one queued reply of one pane.
 *
 * @param card the model that is asked
 */
public record Job(UUID pane, Reply queued, ModelCard card, Opening opening) {

  /** A cost that the provider did not report is computed where the price is known. */
  Outcome priced(Outcome outcome) {
    Usage usage = outcome.usage();
    if (outcome.cost() != null || usage == null) {
      return outcome;
    }
    Cost computed = card.facts().priced().flatMap(price -> price.of(usage)).orElse(null);
    return new Outcome(
        outcome.origin(),
        outcome.finishReason(),
        usage,
        computed,
        outcome.warnings(),
        outcome.failure());
  }

  /** Opens the stream of one attempt; called on the run's own thread. */
  @FunctionalInterface
  public interface Opening {
    ChatStream open() throws ProviderException;
  }
}
