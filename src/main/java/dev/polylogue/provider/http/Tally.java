package dev.polylogue.provider.http;

import dev.polylogue.conversation.Cost;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/**
 * Single figures of a usage object. What a host leaves out, or fills with nonsense (F96), is
 * unknown.
 */
public final class Tally {
  /** More tokens than any window holds. */
  private static final long MOST = 1_000_000_000_000L;

  /** xAI counts money in ticks of 1e-10 USD. */
  private static final int TICK_SCALE = 10;

  private Tally() {}

  public static @Nullable Long count(JsonNode node) {
    if (!node.isNumber() || !node.canConvertToLong()) {
      return null;
    }
    long value = node.asLong();
    return value < 0 || value > MOST ? null : value;
  }

  /** A share can't be more than the whole; one Azure deployment says so all the same. */
  public static @Nullable Long share(@Nullable Long part, @Nullable Long whole) {
    return part != null && whole != null && part > whole ? whole : part;
  }

  /**
   * OpenRouter and Perplexity report dollars, xAI ticks. Azure hands through xAI's field as a bare
   * 0, which is no price.
   */
  public static @Nullable Cost cost(JsonNode usage) {
    JsonNode ticks = usage.path("cost_in_usd_ticks");
    if (ticks.isIntegralNumber() && ticks.canConvertToLong() && ticks.asLong() != 0) {
      return reported(BigDecimal.valueOf(ticks.asLong(), TICK_SCALE));
    }
    JsonNode cost = usage.path("cost");
    JsonNode dollars = cost.isObject() ? cost.path("total_cost") : cost;
    return dollars instanceof NumericNode figure && !figure.isNaN()
        ? reported(figure.decimalValue())
        : null;
  }

  private static @Nullable Cost reported(BigDecimal amount) {
    return amount.signum() < 0 ? null : Cost.reported(amount, "USD");
  }
}
