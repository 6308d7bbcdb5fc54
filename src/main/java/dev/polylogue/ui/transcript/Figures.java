package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures under a reply, in words. A figure that nobody gave is left out, never guessed. */
final class Figures {
  private static final String DOT = "  \u00B7  ";

  /** Ends for which there are words, in lower case. */
  private static final Set<String> SAID =
      Set.of(
          "length",
          "tool_calls",
          "content_filter",
          "refusal",
          "pause_turn",
          "model_context_window_exceeded",
          "recitation");

  private Figures() {}

  /** Time to the first token and the rate: {@code 0.41 s first · 82 tok/s}. */
  static String speed(Texts texts, Timing timing, @Nullable Usage usage) {
    List<String> parts = new ArrayList<>();
    Long first = timing.toFirstToken();
    if (first != null) {
      parts.add(texts.get("transcript.first", Amounts.seconds(texts, first, 2)));
    }
    Double rate = timing.tokensPerSecond(usage);
    if (rate != null) {
      parts.add(texts.get("transcript.rate", Amounts.whole(texts, Math.round(rate))));
    }
    if (timing.total() != null) {
      parts.add(texts.get("transcript.total", Amounts.seconds(texts, timing.total(), 1)));
    }
    return String.join(DOT, parts);
  }

  /** Those of them that say anything, in one line. */
  static String joined(String... figures) {
    return Stream.of(figures).filter(some -> !some.isEmpty()).collect(Collectors.joining(DOT));
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
      parts.add(
          texts.get(
              "transcript.cost." + cost.source().word(),
              Amounts.money(cost.amount(), cost.currency())));
    }
    return String.join(DOT, parts);
  }

  private static String shares(Texts texts, Usage usage) {
    List<String> shares = new ArrayList<>();
    Long thought = usage.reasoningTokens();
    if (thought != null && thought > 0) {
      shares.add(texts.get("transcript.tokens.thought", Amounts.whole(texts, thought)));
    }
    Long cached = usage.cachedTokens();
    if (cached != null && cached > 0) {
      shares.add(texts.get("transcript.tokens.cached", Amounts.whole(texts, cached)));
    }
    return shares.isEmpty() ? "" : " (" + String.join(", ", shares) + ")";
  }

  /** What ended the reply, beside its state: an unusual reason, a model that was not asked for. */
  static String remarks(Texts texts, Snapshot reply, String speaker) {
    List<String> parts = new ArrayList<>();
    String reason = reply.outcome().finishReason();
    if (reason != null && !reason.equals("stop")) {
      parts.add(finish(texts, reason));
    }
    String model = reply.outcome().reportedModel();
    if (model != null && !speaker.equals(model) && !speaker.endsWith("/" + model)) {
      parts.add(texts.get("transcript.reported", Hygiene.visible(speaker), Hygiene.visible(model)));
    }
    return String.join(DOT, parts);
  }

  /** Why the model ended; a provider's own word where there is no better one. */
  private static String finish(Texts texts, String reason) {
    return SAID.contains(reason)
        ? texts.get("transcript.finish." + reason)
        : texts.get("transcript.finish", Hygiene.visible(reason));
  }

  /** Whether the model said all that it had to say. */
  static boolean isWhole(Snapshot reply) {
    String reason = reply.outcome().finishReason();
    return reason == null || reason.equals("stop") || reason.equals("tool_calls");
  }

  private static String orDash(Texts texts, @Nullable Long number) {
    return number == null ? "\u2013" : Amounts.whole(texts, number);
  }
}
