package dev.polylogue.provider.azure;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A provider whose deployments go by routes of their own: each one by the route that was found to
 * work, all others by the provider's usual one. Nothing but the user changes a route.
 */
public final class PinnedRoutes implements Provider {
  private static final String OPTION = "route.";

  private final String id;
  private final Provider usual;
  private final Map<String, Provider> pinned;

  /**
   * @param id the provider's name
   * @param pinned by the name of the deployment
   */
  public PinnedRoutes(String id, Provider usual, Map<String, Provider> pinned) {
    this.id = id;
    this.usual = usual;
    this.pinned = Map.copyOf(pinned);
  }

  /** The pinned routes of a provider, by deployment. */
  public static Map<String, Route> of(ProviderSettings provider) {
    Map<String, Route> routes = new LinkedHashMap<>();
    provider
        .options()
        .forEach(
            (name, text) -> {
              if (name.startsWith(OPTION)) {
                Route.parse(text)
                    .ifPresent(route -> routes.put(name.substring(OPTION.length()), route));
              }
            });
    return routes;
  }

  /** The provider with one more pinned route. */
  public static ProviderSettings with(ProviderSettings provider, String deployment, Route route) {
    Map<String, String> options = new LinkedHashMap<>(provider.options());
    options.put(OPTION + deployment, route.text());
    return provider.at(provider.protocol(), provider.baseUrl(), options);
  }

  @Override
  public ChatStream chat(ChatRequest request) {
    return pinned.getOrDefault(request.model(), usual).chat(request);
  }

  /**
   * The pinned deployments, then what the resource lists: models it may use, which are no
   * deployments.
   */
  @Override
  public List<ModelCard> models() throws ProviderException {
    List<ModelCard> cards = new ArrayList<>();
    pinned.keySet().stream()
        .sorted()
        .forEach(name -> cards.add(ModelCard.named(new ModelRef(id, name))));
    try {
      usual.models().stream()
          .filter(card -> !pinned.containsKey(card.ref().model()))
          .forEach(cards::add);
    } catch (ProviderException e) {
      if (cards.isEmpty()) {
        throw e;
      }
    }
    return List.copyOf(cards);
  }
}
