package dev.polylogue.conversation;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a reply cost, and who says so. A cost that nobody knows is an absent cost.
 *
 * @param currency ISO 4217, such as {@code USD}
 */
public record Cost(BigDecimal amount, String currency, Source source) {

  /** Where the figure comes from. */
  public enum Source {
    /** The provider said it in its answer. */
    REPORTED,
    /** Usage times the price in the catalogue. */
    COMPUTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
