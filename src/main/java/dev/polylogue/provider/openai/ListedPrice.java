package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A price in a list of models: at OpenRouter dollars for a single token as strings, at xAI whole
 * numbers of which 10,000 are a dollar for a million tokens ({@code providers.md}, 2.1).
 */
final class ListedPrice {
  /** From one token to a million. */
  private static final int TOKENS = 6;

  /** From one search to a thousand. */
  private static final int SEARCHES = 3;

  private static final int XAI = -4;

  private ListedPrice() {}

  /** Null when the list names none; a price that changes by the hour is left alone. */
  static @Nullable Price of(JsonNode item, String model, String source, LocalDate day) {
    JsonNode pricing = item.path("pricing");
    List<Price.Rate> rates = new ArrayList<>();
    add(rates, rate(pricing, pricing, 0));
    for (JsonNode other : pricing.path("overrides")) {
      Long from = Tally.count(other.path("min_prompt_tokens"));
      if (from != null && from > 0) {
        add(rates, rate(other, pricing, from));
      }
    }
    add(rates, xai(item));
    if (rates.isEmpty() || rates.getFirst().fromTokens() != 0) {
      return null;
    }
    rates.sort(Comparator.comparingLong(Price.Rate::fromTokens));
    return new Price(
        model, rates, scaled(pricing.path("web_search"), SEARCHES), "USD", source, day);
  }

  private static void add(List<Price.Rate> rates, Price.@Nullable Rate rate) {
    if (rate != null) {
      rates.add(rate);
    }
  }

  /**
   * @param otherwise where to look for what the first does not name
   */
  private static Price.@Nullable Rate rate(JsonNode first, JsonNode otherwise, long from) {
    BigDecimal input = either("prompt", first, otherwise);
    BigDecimal output = either("completion", first, otherwise);
    return input == null || output == null
        ? null
        : new Price.Rate(
            from,
            input,
            either("input_cache_read", first, otherwise),
            either("input_cache_write", first, otherwise),
            output);
  }

  private static @Nullable BigDecimal either(String field, JsonNode first, JsonNode otherwise) {
    BigDecimal price = scaled(first.path(field), TOKENS);
    return price == null ? scaled(otherwise.path(field), TOKENS) : price;
  }

  private static Price.@Nullable Rate xai(JsonNode item) {
    BigDecimal input = scaled(item.path("prompt_text_token_price"), XAI);
    BigDecimal output = scaled(item.path("completion_text_token_price"), XAI);
    return input == null || output == null
        ? null
        : new Price.Rate(
            0, input, scaled(item.path("cached_prompt_text_token_price"), XAI), null, output);
  }

  /** OpenRouter writes -1 where the price depends. */
  private static @Nullable BigDecimal scaled(JsonNode node, int places) {
    String text = Json.text(node);
    try {
      BigDecimal price = text.isBlank() ? null : new BigDecimal(text);
      return price == null || price.signum() < 0
          ? null
          : price.scaleByPowerOfTen(places).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
