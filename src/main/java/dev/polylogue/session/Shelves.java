package dev.polylogue.session;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ModelName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of models here and now: what each provider listed last, the deployments that the
 * user named, and the catalogue. Never blocks. Any thread.
 */
final class Shelves {
  /** Options whose names end in a deployment. */
  private static final List<String> DEPLOYED = List.of("underlying.", "route.");

  private final Catalog catalog;
  private final Map<ProviderSettings, Map<String, ModelCard>> listed = new ConcurrentHashMap<>();

  Shelves(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Remembers a provider's own list. */
  void stock(ProviderSettings provider, List<ModelCard> models) {
    Map<String, ModelCard> byName = new LinkedHashMap<>();
    models.forEach(card -> byName.put(card.ref().model(), card));
    listed.put(provider, byName);
  }

  ModelCard card(ProviderSettings provider, String model) {
    ModelCard own = listed.getOrDefault(provider, Map.of()).get(model);
    ModelFacts known = catalog.facts(provider, model);
    ModelCard card =
        own == null
            ? ModelCard.named(new ModelRef(provider.id(), model)).with(known)
            : own.with(joined(own.facts(), known));
    return card.with(catalog.pictures(provider, model).orElse(null));
  }

  /** Deployments first, then the provider's own list, else the catalogue's. */
  List<ModelCard> models(ProviderSettings provider) {
    Set<String> names = new LinkedHashSet<>();
    for (String prefix : DEPLOYED) {
      provider.options().keySet().stream()
          .filter(option -> option.startsWith(prefix))
          .map(option -> option.substring(prefix.length()))
          .filter(name -> !name.isBlank())
          .sorted()
          .forEach(names::add);
    }
    List<ModelCard> cards = new ArrayList<>();
    names.forEach(name -> cards.add(card(provider, name)));
    Map<String, ModelCard> own = listed.getOrDefault(provider, Map.of());
    if (own.isEmpty()) {
      catalog.models(provider).stream()
          .filter(card -> !names.contains(card.ref().model()))
          .forEach(cards::add);
    } else {
      own.keySet().stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> cards.add(card(provider, name)));
    }
    Set<String> shown = new HashSet<>();
    cards.forEach(card -> shown.add(card.ref().model()));
    catalog.drawing(provider).stream()
        .filter(card -> !shown.contains(card.ref().model()))
        .forEach(cards::add);
    return List.copyOf(cards);
  }

  /** What the provider says, and the catalogue where it says nothing. */
  private static ModelFacts joined(ModelFacts own, ModelFacts known) {
    if (own.equals(ModelFacts.UNKNOWN)) {
      return known;
    }
    Set<Capability> able = EnumSet.noneOf(Capability.class);
    able.addAll(own.known() ? own.capabilities() : known.capabilities());
    return new ModelFacts(
        own.known() || known.known(),
        able,
        new ModelFacts.Limits(
            first(own.limits().window(), known.limits().window()),
            first(own.limits().output(), known.limits().output())),
        own.thinking() != null ? own.thinking() : known.thinking(),
        own.price() != null ? own.price() : known.price(),
        own.retirement() != null ? own.retirement() : known.retirement());
  }

  private static @Nullable Long first(@Nullable Long own, @Nullable Long known) {
    return own != null ? own : known;
  }

  /**
   * The models that are meant by some words. Words that name one model exactly, as a reference or
   * as its maker calls it, stand for that model at every provider; others for every model that has
   * them in its name.
   */
  List<ModelCard> offering(List<ProviderSettings> providers, String words) {
    String wanted = ModelName.plain(words);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<String> exact = new LinkedHashSet<>();
    List<Shelved> all = new ArrayList<>();
    for (ProviderSettings provider : providers) {
      for (ModelCard card : models(provider)) {
        Shelved shelved = new Shelved(card, identity(provider, card.ref().model()));
        all.add(shelved);
        if (shelved.isCalled(wanted)) {
          exact.add(shelved.identity());
        }
      }
    }
    named(providers, words).ifPresent(exact::add);
    List<ModelCard> offered = new ArrayList<>();
    for (Shelved shelved : all) {
      if (exact.isEmpty() ? shelved.has(wanted) : exact.contains(shelved.identity())) {
        offered.add(shelved.card());
      }
    }
    offered.addAll(retired(providers, exact.isEmpty() ? words : exact.iterator().next()));
    return List.copyOf(offered);
  }

  /** A retired model stands in no list, but some address may still serve it. */
  private List<ModelCard> retired(List<ProviderSettings> providers, String name) {
    return providers.stream()
        .filter(provider -> catalog.facts(provider, name).retirement() != null)
        .map(provider -> card(provider, catalog.identity(provider, name)))
        .filter(
            card ->
                providers.stream()
                    .filter(provider -> provider.id().equals(card.ref().provider()))
                    .noneMatch(provider -> models(provider).contains(card)))
        .toList();
  }

  /** A reference that stands in no list, such as one to a retired model. */
  private Optional<String> named(List<ProviderSettings> providers, String words) {
    int slash = words.indexOf('/');
    return providers.stream()
        .filter(provider -> slash > 0 && provider.id().equals(words.substring(0, slash).strip()))
        .findFirst()
        .map(provider -> identity(provider, words.substring(slash + 1).strip()));
  }

  private String identity(ProviderSettings provider, String model) {
    return ModelName.undated(ModelName.plain(catalog.identity(provider, model)));
  }

  /**
   * @param identity what the model is called whatever the provider
   */
  private record Shelved(ModelCard card, String identity) {
    boolean isCalled(String wanted) {
      return identity.equals(ModelName.undated(wanted))
          || ModelName.plain(card.ref().model()).equals(wanted)
          || ModelName.plain(card.ref().toString()).equals(wanted);
    }

    boolean has(String wanted) {
      return ModelName.has(identity, wanted)
          || ModelName.has(ModelName.plain(card.ref().model()), wanted)
          || ModelName.has(ModelName.plain(card.displayName()), wanted);
    }
  }
}
