package dev.polylogue.ui.kit;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers, times and money in words. A figure that nobody gave is left out, never guessed. */
public final class Amounts {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Amounts() {}

  public static String whole(Texts texts, long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  /** Milliseconds as seconds with so many digits behind the point. */
  public static String seconds(Texts texts, long millis, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(millis / 1000.0);
  }

  /** A time to wait in the unit people would say it in: {@code 12 s}, {@code 7 min}. */
  public static String duration(Texts texts, long seconds) {
    if (seconds <= MINUTE) {
      return texts.get("unit.seconds", whole(texts, seconds));
    }
    return seconds < 2 * HOUR
        ? texts.get("unit.minutes", whole(texts, -Math.floorDiv(-seconds, MINUTE)))
        : texts.get("unit.hours", whole(texts, -Math.floorDiv(-seconds, HOUR)));
  }

  /** When a provider asks to come again, or null where it has not said. */
  public static @Nullable String retryAfter(Texts texts, Failure failure) {
    Double seconds = failure.retryAfterSeconds();
    return seconds == null
        ? null
        : texts.get("transcript.retryAfter", duration(texts, (long) Math.ceil(seconds)));
  }

  /** Tokens as people speak of windows: {@code 256k}, {@code 1M}. */
  public static String window(Texts texts, long tokens) {
    if (tokens >= 1_000_000) {
      NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
      format.setMaximumFractionDigits(1);
      return format.format(tokens / 1_000_000.0) + "M";
    }
    return tokens >= 1_000 ? whole(texts, Math.round(tokens / 1000.0)) + "k" : "" + tokens;
  }

  /** Two digits that say something: a cheap reply costs a fraction of a cent. */
  public static String money(BigDecimal amount, String currency) {
    BigDecimal shown =
        amount.abs().compareTo(BigDecimal.ONE) < 0
            ? amount.round(new MathContext(2, RoundingMode.HALF_UP))
            : amount.setScale(2, RoundingMode.HALF_UP);
    BigDecimal padded = shown.scale() < 2 ? shown.setScale(2) : shown;
    String plain = shown.signum() == 0 ? "0" : padded.toPlainString();
    return currency.equals("USD") ? "$" + plain : plain + " " + currency;
  }

  /** A price for a million tokens, as on a price list: {@code $3}, {@code $0.50}. */
  public static String rate(BigDecimal amount, String currency) {
    BigDecimal bare = amount.stripTrailingZeros();
    String plain =
        (bare.scale() <= 0 ? bare.setScale(0) : bare.setScale(Math.max(2, bare.scale())))
            .toPlainString();
    return currency.equals("USD") ? "$" + plain : plain + " " + currency;
  }

  /** Usage and cost of a reply, a line each, with where each figure comes from. */
  public static List<String> account(Texts texts, @Nullable Usage usage, @Nullable Cost cost) {
    List<String> lines = new ArrayList<>();
    if (usage != null) {
      line(lines, texts, "account.input", usage.inputTokens());
      line(lines, texts, "account.cached", usage.cachedTokens());
      line(lines, texts, "account.written", usage.cacheWriteTokens());
      line(lines, texts, "account.output", usage.outputTokens());
      thought(lines, texts, usage, cost);
      line(lines, texts, "account.searches", usage.searches());
    }
    lines.add(cost == null ? texts.get("account.cost.unknown") : costOf(texts, cost));
    return lines;
  }

  private static void line(List<String> lines, Texts texts, String key, @Nullable Long count) {
    if (count != null && (count > 0 || key.endsWith("put"))) {
      lines.add(texts.get(key, whole(texts, count)));
    }
  }

  private static void thought(List<String> lines, Texts texts, Usage usage, @Nullable Cost cost) {
    Long thought = usage.reasoningTokens();
    if (thought == null || thought == 0) {
      return;
    }
    Price price = cost == null ? null : cost.price();
    if (price == null) {
      lines.add(texts.get("account.thought", whole(texts, thought)));
      return;
    }
    long prompt = usage.inputTokens() == null ? 0 : usage.inputTokens();
    BigDecimal amount =
        price
            .rate(prompt)
            .output()
            .multiply(BigDecimal.valueOf(thought))
            .divide(MILLION, MathContext.DECIMAL64);
    lines.add(
        texts.get("account.thought.cost", whole(texts, thought), money(amount, price.currency())));
  }

  private static String costOf(Texts texts, Cost cost) {
    String amount = money(cost.amount(), cost.currency());
    Price price = cost.price();
    return switch (cost.source()) {
      case REPORTED -> texts.get("account.cost.reported", amount);
      case COMPUTED ->
          price == null
              ? texts.get("account.cost.computed", amount)
              : texts.get("account.cost.listed", amount, price.asOf().toString(), price.source());
    };
  }
}
