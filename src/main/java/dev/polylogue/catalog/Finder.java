package dev.polylogue.catalog;

import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ModelName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the row that is meant by a name at a provider. Immutable. */
final class Finder {
  /** Which catalogue model a deployment is: {@code underlying.NAME}. */
  static final String UNDERLYING = "underlying.";

  /** Names are given by the user there, so a pattern that fits by chance must not decide. */
  private static final String NAMES_ARE_FREE = "azure";

  private static final Row.Offer PLAIN =
      new Row.Offer(List.of(), List.of(), Set.of(), ModelFacts.Limits.UNKNOWN, null);

  /** A model at a host. */
  record Found(String host, Host rules, Row row, Row.Offer offer) {}

  private record Patterned(String pattern, Row row) {
    boolean fits(String name) {
      int star = pattern.indexOf('*');
      String before = pattern.substring(0, star);
      String after = pattern.substring(star + 1);
      return name.length() >= before.length() + after.length()
          && name.startsWith(before)
          && name.endsWith(after);
    }
  }

  private final CatalogFile file;
  private final Map<String, Map<String, Row>> named = new HashMap<>();
  private final Map<String, List<Patterned>> patterns = new HashMap<>();
  private final Map<String, Row> anywhere = new HashMap<>();

  Finder(CatalogFile file) {
    this.file = file;
    for (Row row : file.rows()) {
      row.naming().at().forEach((host, offer) -> add(host, row, offer));
      anywhere.putIfAbsent(ModelName.plain(row.id()), row);
      row.naming().names().forEach(name -> anywhere.putIfAbsent(ModelName.plain(name), row));
    }
  }

  private void add(String host, Row row, Row.Offer offer) {
    Map<String, Row> names = named.computeIfAbsent(host, _ -> new HashMap<>());
    names.put(ModelName.plain(row.id()), row);
    row.naming().names().forEach(name -> names.putIfAbsent(ModelName.plain(name), row));
    offer.names().forEach(name -> names.putIfAbsent(ModelName.plain(name), row));
    List<Patterned> all = patterns.computeIfAbsent(host, _ -> new ArrayList<>());
    row.naming().patterns().forEach(pattern -> all.add(new Patterned(pattern, row)));
    offer.patterns().forEach(pattern -> all.add(new Patterned(pattern, row)));
  }

  static boolean namesAreFree(String host) {
    return host.equals(NAMES_ARE_FREE);
  }

  /** Which host's rows apply: the option {@code catalog}, else by the address. */
  Optional<String> host(ProviderSettings provider) {
    String option = provider.options().get("catalog");
    if (option != null) {
      return Optional.of(option).filter(file.hosts()::containsKey);
    }
    return file.hosts().entrySet().stream()
        .filter(entry -> entry.getValue().isAt(provider.baseUrl()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<Found> find(ProviderSettings provider, String model) {
    return host(provider).flatMap(host -> find(host, provider, model));
  }

  private Optional<Found> find(String host, ProviderSettings provider, String model) {
    Host rules = file.host(host);
    String underlying = provider.options().get(UNDERLYING + model);
    Row row;
    if (underlying != null) {
      Row there = row(host, underlying);
      row = there != null ? there : anywhere.get(ModelName.plain(underlying));
    } else {
      row = rules.makers().isEmpty() ? row(host, model) : ofMaker(rules, model);
    }
    return Optional.ofNullable(row).map(found -> new Found(host, rules, found, offer(found, host)));
  }

  private static Row.Offer offer(Row row, String host) {
    Row.Offer offer = row.naming().at().get(host);
    if (offer != null) {
      return offer;
    }
    return new Row.Offer(
        PLAIN.names(), PLAIN.patterns(), PLAIN.lacks(), row.traits().limits(), null);
  }

  private @Nullable Row row(String host, String model) {
    Map<String, Row> names = named.getOrDefault(host, Map.of());
    String plain = ModelName.plain(model);
    Row exact = names.get(plain);
    if (exact == null) {
      exact = names.get(ModelName.undated(plain));
    }
    return exact != null ? exact : fitting(host, model.strip().toLowerCase(Locale.ROOT));
  }

  private @Nullable Row fitting(String host, String name) {
    List<Patterned> fitting =
        patterns.getOrDefault(host, List.of()).stream().filter(p -> p.fits(name)).toList();
    long rows = fitting.stream().map(Patterned::row).distinct().count();
    if (rows > 1 && host.equals(NAMES_ARE_FREE)) {
      return null;
    }
    return fitting.stream()
        .max(Comparator.comparingInt(p -> p.pattern().length()))
        .map(Patterned::row)
        .orElse(null);
  }

  /** {@code x-ai/grok-4.3:free} is Grok 4.3 of xAI, as xAI names it. */
  private @Nullable Row ofMaker(Host rules, String model) {
    int colon = model.indexOf(':');
    String bare = colon < 0 ? model : model.substring(0, colon);
    for (Map.Entry<String, String> maker : rules.makers().entrySet()) {
      String prefix = maker.getValue();
      if (bare.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return row(maker.getKey(), bare.substring(prefix.length()));
      }
    }
    return null;
  }
}
