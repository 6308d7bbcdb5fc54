package dev.polylogue.catalog;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.ModelFacts.Retirement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what holds for hosts. Complains with an {@link IllegalArgumentException} in words. */
final class RuleReader {
  private RuleReader() {}

  static Host host(JsonNode node) {
    Set<Protocol> search = new LinkedHashSet<>();
    for (String word : RowReader.words(node, "search")) {
      search.add(
          Protocol.named(word)
              .orElseThrow(() -> new IllegalArgumentException("No protocol " + word + ".")));
    }
    Map<String, String> makers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> maker : node.path("makers").properties()) {
      makers.put(maker.getKey(), maker.getValue().asString(""));
    }
    return new Host(
        RowReader.words(node, "addresses"),
        new Host.Search(search, RowReader.amount(node, "searches")),
        node.path("style").stringValue(null),
        RowReader.capabilities(node, "adds"),
        makers,
        node.path("lists").asBoolean(true));
  }

  static Ended ended(JsonNode node) {
    List<String> hosts = RowReader.words(node, "hosts");
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("it names no hosts.");
    }
    return new Ended(
        hosts,
        node.has("status") ? node.path("status").intValue() : null,
        node.path("says").asString("").toLowerCase(Locale.ROOT),
        retirement(node));
  }

  /** A day that is written must be one. */
  static Retirement retirement(JsonNode node) {
    String since = node.path("since").asString("");
    if (!since.isEmpty()) {
      LocalDate.parse(since);
    }
    return new Retirement(
        since, node.path("successor").stringValue(null), RowReader.text(node, "note"));
  }
}
