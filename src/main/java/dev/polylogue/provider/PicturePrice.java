package dev.polylogue.provider;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.PictureOptions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What pictures cost, in USD, as the maker states it.
 *
 * @param each by size and quality, such as {@code 1k medium}, {@code 2k}, or {@code any}
 * @param eachInput for each source, or null when sources cost nothing extra
 * @param tokens how many a picture takes, by the same words, as far as known
 * @param rates for a million tokens, or null where pictures are not billed by tokens
 * @param usual size and quality of a picture for which the user set neither, or empty
 * @param source who says so
 */
public record PicturePrice(
    Map<String, BigDecimal> each,
    @Nullable BigDecimal eachInput,
    Map<String, Long> tokens,
    @Nullable Rates rates,
    String usual,
    String source) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  public PicturePrice {
    each = Map.copyOf(each);
    tokens = Map.copyOf(tokens);
  }

  /** For a million tokens; null where it is not known or there are none. */
  public record Rates(
      @Nullable BigDecimal textIn,
      @Nullable BigDecimal imageIn,
      @Nullable BigDecimal textOut,
      BigDecimal imageOut) {}

  /**
   * Tokens as they were billed; null where they were not told apart.
   *
   * @param cached whether some of the input came from a cache, at a price that is not known here
   */
  public record Tokens(
      @Nullable Long textIn,
      @Nullable Long imageIn,
      @Nullable Long textOut,
      @Nullable Long imageOut,
      boolean cached) {}

  /**
   * About what pictures will cost, without their instruction; empty when it is not known.
   *
   * @param size as it will be asked for
   * @param sources how many pictures go along
   */
  public Optional<BigDecimal> expected(PictureSize size, PictureOptions options, int sources) {
    Optional<BigDecimal> one =
        found(each, size, options).or(() -> found(tokens, size, options).flatMap(this::ofTokens));
    return one.map(
        price ->
            price
                .multiply(BigDecimal.valueOf(options.n()))
                .add(times(eachInput, (long) sources * options.n()))
                .stripTrailingZeros());
  }

  /**
   * What so many pictures cost where each has its price; empty when it has none.
   *
   * @param made how many came
   */
  public Optional<Cost> of(PictureSize size, PictureOptions options, int sources, int made) {
    return found(each, size, options)
        .map(
            price ->
                computed(
                    price
                        .multiply(BigDecimal.valueOf(made))
                        .add(times(eachInput, (long) sources * made))));
  }

  /** What so many tokens cost; empty when a figure that is needed is missing. */
  public Optional<Cost> of(Tokens used) {
    if (rates == null
        || used.cached()
        || isMissing(rates.textIn(), used.textIn())
        || isMissing(rates.imageIn(), used.imageIn())
        || used.imageOut() == null
        || (rates.textOut() != null && used.textOut() == null)) {
      return Optional.empty();
    }
    BigDecimal words = rates.textOut() == null ? rates.imageOut() : rates.textOut();
    BigDecimal sum =
        times(rates.textIn(), used.textIn())
            .add(times(rates.imageIn(), used.imageIn()))
            .add(times(words, used.textOut()))
            .add(times(rates.imageOut(), used.imageOut()));
    return Optional.of(computed(sum.divide(MILLION, MathContext.DECIMAL64)));
  }

  private static Cost computed(BigDecimal amount) {
    return Cost.computed(amount, "USD");
  }

  private static boolean isMissing(@Nullable BigDecimal rate, @Nullable Long count) {
    return count == null || (rate == null && count > 0);
  }

  private static BigDecimal times(@Nullable BigDecimal price, @Nullable Long count) {
    return price == null || count == null
        ? BigDecimal.ZERO
        : price.multiply(BigDecimal.valueOf(count));
  }

  private Optional<BigDecimal> ofTokens(Long count) {
    return rates == null
        ? Optional.empty()
        : Optional.of(times(rates.imageOut(), count).divide(MILLION, MathContext.DECIMAL64));
  }

  private <T> Optional<T> found(Map<String, T> table, PictureSize size, PictureOptions options) {
    String[] words = (usual + " ").split(" ", -1);
    String fine = first(size.resolution(), size.size(), words[0]);
    String care = first(options.quality(), null, words[1]);
    for (String key : List.of((fine + " " + care).strip(), fine, care, "any")) {
      for (Map.Entry<String, T> entry : table.entrySet()) {
        if (!key.isEmpty() && entry.getKey().toLowerCase(Locale.ROOT).equals(key)) {
          return Optional.of(entry.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static String first(@Nullable String one, @Nullable String other, String last) {
    String found = one != null ? one : other != null ? other : last;
    return found.toLowerCase(Locale.ROOT);
  }
}
