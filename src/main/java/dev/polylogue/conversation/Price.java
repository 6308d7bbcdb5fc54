package dev.polylogue.conversation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs at a provider: one row of the catalogue.
 *
 * @param model the name under which the catalogue lists it
 * @param rates by length of the prompt, the shortest first; never empty
 * @param searches for a thousand searches, or null when unknown
 * @param currency ISO 4217, such as {@code USD}
 * @param source who says so
 * @param asOf when it was looked up
 */
public record Price(
    String model,
    List<Rate> rates,
    @Nullable BigDecimal searches,
    String currency,
    String source,
    LocalDate asOf) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /**
   * Amounts for a million tokens.
   *
   * @param fromTokens holds for the whole request when the prompt has so many tokens or more
   * @param cached for input that came from the cache; null when unknown
   * @param cacheWrite for input that was written to the cache; null when unknown
   */
  public record Rate(
      long fromTokens,
      BigDecimal input,
      @Nullable BigDecimal cached,
      @Nullable BigDecimal cacheWrite,
      BigDecimal output) {}

  public Price {
    rates = List.copyOf(rates);
  }

  /** The rate for a prompt of that length. */
  public Rate rate(long promptTokens) {
    Rate found = rates.getFirst();
    for (Rate rate : rates) {
      if (promptTokens >= rate.fromTokens()) {
        found = rate;
      }
    }
    return found;
  }

  /** The same with another price of a thousand searches. */
  public Price withSearches(@Nullable BigDecimal thousand) {
    return new Price(model, rates, thousand, currency, source, asOf);
  }

  /** Usage times price, or empty when a figure that is needed is missing: never a guess. */
  public Optional<Cost> of(Usage usage) {
    Long input = usage.inputTokens();
    Long output = usage.outputTokens();
    if (input == null || output == null) {
      return Optional.empty();
    }
    Rate rate = rate(input);
    // Some hosts report more cached tokens than the prompt has (providers.md, 8.1).
    long cached = Math.min(count(usage.cachedTokens()), input);
    long written = Math.min(count(usage.cacheWriteTokens()), input - cached);
    long made = count(usage.searches());
    // With searches the input is the sum over several inner requests, so its length says nothing
    // about the length of each (providers.md, 5.2).
    boolean unclear = made > 0 && !rate.equals(rates.getFirst());
    if (unclear
        || isMissing(rate.cached(), cached)
        || isMissing(rate.cacheWrite(), written)
        || isMissing(searches, made)) {
      return Optional.empty();
    }
    BigDecimal tokens =
        times(rate.input(), input - cached - written)
            .add(times(rate.cached(), cached))
            .add(times(rate.cacheWrite(), written))
            .add(times(rate.output(), output));
    BigDecimal amount =
        tokens
            .divide(MILLION, MathContext.DECIMAL64)
            .add(times(searches, made).divide(THOUSAND, MathContext.DECIMAL64));
    return Optional.of(Cost.computed(amount, this));
  }

  /**
   * The share of {@link #of} that went into reasoning, which is billed as output everywhere; empty
   * when it was not counted.
   */
  public Optional<BigDecimal> ofReasoning(Usage usage) {
    Long input = usage.inputTokens();
    Long reasoning = usage.reasoningTokens();
    if (input == null || reasoning == null) {
      return Optional.empty();
    }
    BigDecimal share =
        times(rate(input).output(), reasoning).divide(MILLION, MathContext.DECIMAL64);
    return Optional.of(Cost.plain(share));
  }

  private static long count(@Nullable Long figure) {
    return figure == null ? 0 : Math.max(0, figure);
  }

  private static boolean isMissing(@Nullable BigDecimal price, long count) {
    return price == null && count > 0;
  }

  private static BigDecimal times(@Nullable BigDecimal price, long count) {
    return price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(count));
  }
}
