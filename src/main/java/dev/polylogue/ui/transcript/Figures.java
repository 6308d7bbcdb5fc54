package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures under a reply, in words. A figure that nobody gave is left out, never guessed. */
final class Figures {
  private static final String DOT = "  \u00B7  ";

  private Figures() {}

  /** Time to the first token and the rate: {@code 0.41 s first · 82 tok/s}. */
  static String speed(Texts texts, Timing timing, @Nullable Usage usage) {
    List<String> parts = new ArrayList<>();
    Long first = timing.firstThought() != null ? timing.firstThought() : timing.firstToken();
    if (first != null) {
      parts.add(texts.get("transcript.first", seconds(texts, first, 2)));
    }
    Double rate = timing.tokensPerSecond(usage);
    if (rate != null) {
      parts.add(texts.get("transcript.rate", whole(texts, Math.round(rate))));
    }
    if (timing.total() != null) {
      parts.add(texts.get("transcript.total", seconds(texts, timing.total(), 1)));
    }
    return String.join(DOT, parts);
  }

  /** Tokens and cost: {@code 312 → 540 tokens (412 thought) · $0.009 reported}. */
  static String tokens(Texts texts, @Nullable Usage usage, @Nullable Cost cost) {
    List<String> parts = new ArrayList<>();
    if (usage != null && (usage.inputTokens() != null || usage.outputTokens() != null)) {
      String counted =
          texts.get(
              "transcript.tokens",
              orDash(texts, usage.inputTokens()),
              orDash(texts, usage.outputTokens()));
      parts.add(counted + shares(texts, usage));
    }
    if (cost != null) {
      parts.add(texts.get("transcript.cost." + cost.source().word(), price(cost)));
    }
    return String.join(DOT, parts);
  }

  private static String shares(Texts texts, Usage usage) {
    List<String> shares = new ArrayList<>();
    Long thought = usage.reasoningTokens();
    if (thought != null && thought > 0) {
      shares.add(texts.get("transcript.tokens.thought", whole(texts, thought)));
    }
    Long cached = usage.cachedTokens();
    if (cached != null && cached > 0) {
      shares.add(texts.get("transcript.tokens.cached", whole(texts, cached)));
    }
    return shares.isEmpty() ? "" : " (" + String.join(", ", shares) + ")";
  }

  /** What ended the reply, beside its state: an unusual reason, a model that was not asked for. */
  static String remarks(Texts texts, Snapshot reply, String speaker) {
    List<String> parts = new ArrayList<>();
    String reason = reply.outcome().finishReason();
    if (reason != null && !reason.equals("stop")) {
      parts.add(texts.get("transcript.finish", Hygiene.visible(reason)));
    }
    String model = reply.outcome().reportedModel();
    if (model != null && !speaker.equals(model) && !speaker.endsWith("/" + model)) {
      parts.add(texts.get("transcript.reported", Hygiene.visible(model)));
    }
    return String.join(DOT, parts);
  }

  static String seconds(Texts texts, long millis, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(millis / 1000.0);
  }

  static String whole(Texts texts, long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  private static String orDash(Texts texts, @Nullable Long number) {
    return number == null ? "\u2013" : whole(texts, number);
  }

  /** Two digits that say something: a cheap reply costs a fraction of a cent. */
  private static String price(Cost cost) {
    BigDecimal amount = cost.amount();
    BigDecimal shown =
        amount.abs().compareTo(BigDecimal.ONE) < 0
            ? amount.round(new MathContext(2, RoundingMode.HALF_UP))
            : amount.setScale(2, RoundingMode.HALF_UP);
    String plain = shown.signum() == 0 ? "0" : shown.toPlainString();
    return cost.currency().equals("USD") ? "$" + plain : plain + " " + cost.currency();
  }
}
