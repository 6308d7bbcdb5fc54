package dev.polylogue.conversation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reply cost, and who says so. A cost that nobody knows is an absent cost.
 *
 * @param currency ISO 4217, such as {@code USD}
 * @param price the row it was computed with, kept so that a later price changes nothing; null when
 *     the provider reported the cost itself
 */
public record Cost(BigDecimal amount, String currency, Source source, @Nullable Price price) {
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

  public static Cost reported(BigDecimal amount, String currency) {
    return new Cost(plain(amount), currency, Source.REPORTED, null);
  }

  /** By a price that is no row of tokens alone, such as that of a picture. */
  public static Cost computed(BigDecimal amount, String currency) {
    return new Cost(plain(amount), currency, Source.COMPUTED, null);
  }

  static Cost computed(BigDecimal amount, Price price) {
    return new Cost(plain(amount), price.currency(), Source.COMPUTED, price);
  }

  /**
   * The share of it that went into reasoning; empty when the provider reported the cost itself or
   * did not count the reasoning.
   */
  public Optional<BigDecimal> ofReasoning(Usage usage) {
    return price == null ? Optional.empty() : price.ofReasoning(usage);
  }

  static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
