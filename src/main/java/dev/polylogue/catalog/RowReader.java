package dev.polylogue.catalog;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelFacts.Limits;
import dev.polylogue.provider.Thinking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one model. Complains with an {@link IllegalArgumentException} in words. */
final class RowReader {
  private final JsonNode sources;
  private final PicturesReader pictures;

  /**
   * @param sources what the letters of the sources stand for
   * @param sizes of pictures, by the names that the rows use
   */
  RowReader(JsonNode sources, JsonNode sizes) {
    this.sources = sources;
    this.pictures = new PicturesReader(sources, sizes);
  }

  Row row(JsonNode node) {
    String id = text(node, "id");
    Limits limits = new Limits(count(node, "window"), count(node, "output"));
    Map<String, Row.Offer> at = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("at").properties()) {
      at.put(entry.getKey(), offer(entry.getValue(), limits));
    }
    if (at.isEmpty()) {
      throw new IllegalArgumentException("\"at\" names no host.");
    }
    return new Row(
        id,
        text(node, "name"),
        text(node, "maker"),
        new Row.Naming(words(node, "names"), patterns(node), at),
        new Row.Traits(
            node.path("chat").asBoolean(true),
            limits,
            node.has("capabilities") ? capabilities(node, "capabilities") : null,
            thinking(node.path("thinking")),
            pictures.read(node)),
        pricing(id, node));
  }

  private static Row.Offer offer(JsonNode node, Limits general) {
    return new Row.Offer(
        words(node, "names"),
        patterns(node),
        capabilities(node, "lacks"),
        new Limits(
            node.has("window") ? count(node, "window") : general.window(),
            node.has("output") ? count(node, "output") : general.output()),
        node.path("retired").isObject() ? RuleReader.retirement(node.path("retired")) : null);
  }

  private static List<String> patterns(JsonNode node) {
    List<String> patterns = words(node, "patterns");
    for (String pattern : patterns) {
      if (pattern.indexOf('*') < 0 || pattern.indexOf('*') != pattern.lastIndexOf('*')) {
        throw new IllegalArgumentException("\"" + pattern + "\" needs one * in it.");
      }
    }
    return patterns;
  }

  private static @Nullable Thinking thinking(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    List<String> levels = words(node, "levels");
    if (!Thinking.SCALE.containsAll(levels)) {
      throw new IllegalArgumentException("levels are " + String.join(", ", Thinking.SCALE) + ".");
    }
    List<Integer> budgets = new ArrayList<>();
    node.path("budgets").forEach(budget -> budgets.add(budget.intValue()));
    String style = text(node, "style");
    if (style.equals("budget") && budgets.size() != levels.size()) {
      throw new IllegalArgumentException("each level needs its budget.");
    }
    return new Thinking(style, levels, budgets);
  }

  private Pricing pricing(String id, JsonNode node) {
    List<Pricing.Dated> prices = new ArrayList<>();
    for (JsonNode price : node.path("prices")) {
      prices.add(dated(id, price));
    }
    prices.sort(
        Comparator.comparing(
            Pricing.Dated::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())));
    return prices.isEmpty()
        ? Pricing.UNKNOWN
        : new Pricing(List.copyOf(prices), Set.copyOf(words(node, "pricedAt")));
  }

  private Pricing.Dated dated(String id, JsonNode node) {
    List<Price.Rate> rates = new ArrayList<>();
    rates.add(rate(node, 0));
    for (JsonNode tier : node.path("tiers")) {
      Long from = count(tier, "fromTokens");
      if (from == null || from <= rates.getLast().fromTokens()) {
        throw new IllegalArgumentException("tiers need fromTokens, each more than the one before.");
      }
      rates.add(rate(tier, from));
    }
    String from = node.path("from").stringValue(null);
    String source = text(node, "source");
    return new Pricing.Dated(
        from == null ? null : LocalDate.parse(from),
        new Price(
            id,
            rates,
            amount(node, "searches"),
            node.path("currency").asString("USD"),
            sources.path(source).asString(source),
            day(text(node, "asOf"))),
        node.has("searches"),
        hours(node.path("unknownBetween")));
  }

  private static List<Pricing.Hours> hours(JsonNode node) {
    List<Pricing.Hours> hours = new ArrayList<>();
    for (JsonNode pair : node) {
      hours.add(
          new Pricing.Hours(
              LocalTime.parse(pair.path(0).asString("")),
              LocalTime.parse(pair.path(1).asString(""))));
    }
    return List.copyOf(hours);
  }

  /** {@code 2026-10} is the first of that month. */
  private static LocalDate day(String text) {
    return text.length() == 7 ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
  }

  private static Price.Rate rate(JsonNode node, long from) {
    return new Price.Rate(
        from,
        needed(node, "input"),
        amount(node, "cached"),
        amount(node, "cacheWrite"),
        needed(node, "output"));
  }

  static @Nullable BigDecimal amount(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw new IllegalArgumentException("\"" + field + "\" is no amount.");
    }
    return value.decimalValue();
  }

  private static @Nullable Long count(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || value.longValue() <= 0) {
      throw new IllegalArgumentException("\"" + field + "\" is no number of tokens.");
    }
    return value.longValue();
  }

  static String text(JsonNode node, String field) {
    String text = node.path(field).stringValue(null);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing.");
    }
    return text;
  }

  static List<String> words(JsonNode node, String field) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : node.path(field)) {
      if (!word.isString()) {
        throw new IllegalArgumentException("\"" + field + "\" is a list of words.");
      }
      words.add(word.stringValue());
    }
    return List.copyOf(words);
  }

  static BigDecimal needed(JsonNode node, String field) {
    BigDecimal amount = amount(node, field);
    if (amount == null) {
      throw new IllegalArgumentException("a price has no \"" + field + "\".");
    }
    return amount;
  }

  static Set<Capability> capabilities(JsonNode node, String field) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    for (String word : words(node, field)) {
      found.add(
          EnumSet.allOf(Capability.class).stream()
              .filter(capability -> capability.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("no capability is called " + word + ".")));
    }
    return found;
  }
}
