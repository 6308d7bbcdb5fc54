package dev.polylogue.transfer.page;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of a reply in a line. What is not known is left out, never 0. */
final class Metrics {
  private Metrics() {}

  /** To the minute, in UTC. */
  static String moment(Instant moment) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
        .format(moment.atOffset(ZoneOffset.UTC));
  }

  static String line(Reply reply) {
    List<String> words = new ArrayList<>();
    if (reply.state() != ReplyState.COMPLETE) {
      words.add(reply.state().word());
    }
    add(words, "first token after %s", seconds(reply.timing().toFirstToken()));
    add(words, "%s in all", seconds(reply.timing().total()));
    Double rate = reply.timing().tokensPerSecond(reply.outcome().usage());
    if (rate != null) {
      words.add(String.format(Locale.ROOT, "%.0f tokens/s", rate));
    }
    tokens(words, reply.outcome().usage());
    Cost cost = reply.outcome().cost();
    if (cost != null) {
      words.add(
          "%s %s (%s)"
              .formatted(cost.amount().toPlainString(), cost.currency(), cost.source().word()));
    }
    add(words, "finish: %s", reply.outcome().finishReason());
    return String.join(" · ", words);
  }

  private static void tokens(List<String> words, @Nullable Usage usage) {
    if (usage == null || (usage.inputTokens() == null && usage.outputTokens() == null)) {
      return;
    }
    List<String> more = new ArrayList<>();
    add(more, "%s cached", usage.cachedTokens());
    add(more, "%s reasoning", usage.reasoningTokens());
    words.add(
        "%s → %s tokens%s"
            .formatted(
                known(usage.inputTokens()),
                known(usage.outputTokens()),
                more.isEmpty() ? "" : " (" + String.join(", ", more) + ")"));
  }

  private static String known(@Nullable Long figure) {
    return figure == null ? "?" : figure.toString();
  }

  private static void add(List<String> words, String pattern, @Nullable Object value) {
    if (value != null) {
      words.add(pattern.formatted(value));
    }
  }

  private static @Nullable String seconds(@Nullable Long millis) {
    return millis == null ? null : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  /** What of a comparison a page does not show, in a sentence; {@code ""} when it shows all. */
  static String left(Page.Subject subject) {
    Comparison comparison = subject.comparison();
    int branches = comparison.tree().nodes().size() - comparison.turns().size();
    int others = 0;
    for (Pane pane : comparison.panes()) {
      for (Answer answer : pane.answers()) {
        others += answer.alternatives().size() - 1;
      }
    }
    List<String> left = new ArrayList<>();
    count(left, branches, "message of another branch", "messages of other branches");
    count(left, others, "other answer", "other answers");
    count(left, subject.closed(), "closed pane", "closed panes");
    return left.isEmpty()
        ? ""
        : "Not shown here: " + String.join(", ", left) + ". The JSON export holds them.";
  }

  private static void count(List<String> words, int count, String one, String several) {
    if (count > 0) {
      words.add(count + " " + (count == 1 ? one : several));
    }
  }
}
