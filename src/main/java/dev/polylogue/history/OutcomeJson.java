package dev.polylogue.history;

import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Price, warnings and pauses of a reply as JSON in one column each. Amounts are text. */
final class OutcomeJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private OutcomeJson() {}

  static String warnings(List<Warning> warnings) {
    ArrayNode list = MAPPER.createArrayNode();
    for (Warning warning : warnings) {
      list.addObject().put("about", warning.about()).put("message", warning.message());
    }
    return list.toString();
  }

  static List<Warning> warnings(String json) {
    List<Warning> warnings = new ArrayList<>();
    for (JsonNode node : MAPPER.readTree(json)) {
      warnings.add(new Warning(node.path("about").asString(""), node.path("message").asString("")));
    }
    return warnings;
  }

  static String stalls(List<Course.Stall> stalls) {
    ArrayNode list = MAPPER.createArrayNode();
    stalls.forEach(stall -> list.addArray().add(stall.from()).add(stall.to()));
    return list.toString();
  }

  static List<Course.Stall> stalls(String json) {
    List<Course.Stall> stalls = new ArrayList<>();
    for (JsonNode node : MAPPER.readTree(json)) {
      stalls.add(new Course.Stall(node.path(0).asLong(0), node.path(1).asLong(0)));
    }
    return stalls;
  }

  static String price(Price price) {
    ObjectNode row = MAPPER.createObjectNode();
    row.put("model", price.model());
    row.put("searches", text(price.searches()));
    row.put("currency", price.currency());
    row.put("source", price.source());
    row.put("asOf", price.asOf().toString());
    ArrayNode rates = row.putArray("rates");
    for (Price.Rate rate : price.rates()) {
      rates
          .addObject()
          .put("fromTokens", rate.fromTokens())
          .put("input", text(rate.input()))
          .put("cached", text(rate.cached()))
          .put("cacheWrite", text(rate.cacheWrite()))
          .put("output", text(rate.output()));
    }
    return row.toString();
  }

  static Price price(String json) {
    JsonNode row = MAPPER.readTree(json);
    List<Price.Rate> rates = new ArrayList<>();
    for (JsonNode rate : row.path("rates")) {
      rates.add(
          new Price.Rate(
              rate.path("fromTokens").asLong(0),
              new BigDecimal(rate.path("input").asString("0")),
              amount(rate.path("cached")),
              amount(rate.path("cacheWrite")),
              new BigDecimal(rate.path("output").asString("0"))));
    }
    return new Price(
        row.path("model").asString(""),
        rates,
        amount(row.path("searches")),
        row.path("currency").asString(""),
        row.path("source").asString(""),
        LocalDate.parse(row.path("asOf").asString("")));
  }

  private static @Nullable String text(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static @Nullable BigDecimal amount(JsonNode node) {
    return node.isString() ? new BigDecimal(node.stringValue()) : null;
  }
}
