package dev.polylogue.cli;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The closing table of a comparison. An unknown figure is a dash. */
final class MetricsTable {
  private static final List<String> HEAD =
      List.of("model", "state", "first token", "tokens/s", "in → out", "cost");

  private MetricsTable() {}

  static List<String> of(List<Reply> replies) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    replies.forEach(reply -> rows.add(row(reply)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(Reply reply) {
    Usage usage = reply.outcome().usage();
    Long first = reply.timing().toFirstToken();
    Cost cost = reply.outcome().cost();
    return List.of(
        model(reply),
        state(reply),
        first == null ? "–" : String.format(Locale.ROOT, "%.2f s", first / 1000.0),
        number(reply.timing().tokensPerSecond(usage)),
        usage == null ? "–" : count(usage.inputTokens()) + " → " + count(usage.outputTokens()),
        cost == null
            ? "–"
            : cost.amount().toPlainString() + " " + cost.currency() + " " + cost.source().word());
  }

  /** With the model that answered where it is another than the one asked. */
  private static String model(Reply reply) {
    String reported = reply.outcome().reportedModel();
    String asked = Plain.line(reply.model().toString());
    return reported == null || reported.equals(reply.model().model())
        ? asked
        : asked + " (answered: " + Plain.line(reported) + ")";
  }

  /** Who answered and how it ended, in a few words. */
  static String summary(Reply reply) {
    return model(reply) + ", " + state(reply);
  }

  private static String state(Reply reply) {
    String reason = reply.outcome().finishReason();
    return reason == null || reason.equals("stop")
        ? reply.state().word()
        : reply.state().word() + ": " + Plain.line(reason);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String count(@Nullable Long tokens) {
    return tokens == null ? "–" : Long.toString(tokens);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
