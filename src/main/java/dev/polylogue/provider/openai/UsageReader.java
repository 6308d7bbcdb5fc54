package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts in the one neutral form ({@code providers.md}, 8.1). What a host leaves out, or fills with
 * nonsense (F96), is unknown.
 */
final class UsageReader {
  /** More tokens than any window holds. */
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  /** xAI counts money in ticks of 1e-10 USD. */
  private static final int TICK_SCALE = 10;

  private UsageReader() {}

  static ChatEvent.Counted read(JsonNode usage) {
    Long input = tokens(usage.path("prompt_tokens"));
    Long reasoning = tokens(usage.path("completion_tokens_details").path("reasoning_tokens"));
    Long cached = tokens(usage.path("prompt_tokens_details").path("cached_tokens"));
    if (cached == null) {
      cached = tokens(usage.path("prompt_cache_hit_tokens"));
    }
    if (cached != null && input != null && cached > input) {
      cached = input;
    }
    return new ChatEvent.Counted(
        new Usage(input, output(usage, input, reasoning), cached, reasoning), cost(usage));
  }

  /**
   * xAI leaves reasoning out of {@code completion_tokens}, all others count it in: see the total.
   */
  private static @Nullable Long output(
      JsonNode usage, @Nullable Long input, @Nullable Long reasoning) {
    Long completion = tokens(usage.path("completion_tokens"));
    Long total = tokens(usage.path("total_tokens"));
    if (completion == null || total == null || input == null || reasoning == null) {
      return completion;
    }
    boolean leftOut = reasoning > 0 && total == input + completion + reasoning;
    return leftOut ? Long.valueOf(completion + reasoning) : completion;
  }

  private static @Nullable Long tokens(JsonNode node) {
    if (!node.isNumber() || !node.canConvertToLong()) {
      return null;
    }
    long value = node.asLong();
    return value < 0 || value > MOST_TOKENS ? null : value;
  }

  /**
   * OpenRouter and Perplexity report dollars, xAI ticks. Azure hands through xAI's field as a bare
   * 0, which is no price.
   */
  private static @Nullable Cost cost(JsonNode usage) {
    JsonNode ticks = usage.path("cost_in_usd_ticks");
    if (ticks.isIntegralNumber() && ticks.canConvertToLong() && ticks.asLong() != 0) {
      return reported(BigDecimal.valueOf(ticks.asLong(), TICK_SCALE));
    }
    JsonNode cost = usage.path("cost");
    JsonNode dollars = cost.isObject() ? cost.path("total_cost") : cost;
    return dollars.isNumber() ? reported(dollars.decimalValue()) : null;
  }

  private static @Nullable Cost reported(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return amount.signum() < 0
        ? null
        : new Cost(plain.scale() < 0 ? plain.setScale(0) : plain, "USD", Cost.Source.REPORTED);
  }
}
