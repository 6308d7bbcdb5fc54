package dev.polylogue.transfer.page;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.Usage;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of every reply of the open panes, also of other branches and alternatives: a row each
 * (RFC 4180, UTF-8). What is not known is an empty cell.
 */
public final class CsvPage implements Page {
  private static final List<String> HEAD =
      List.of(
          "comparison",
          "title",
          "asked_at",
          "turn",
          "turn_in_use",
          "pane",
          "model",
          "reported_model",
          "reply",
          "alternative",
          "in_use",
          "preferred",
          "state",
          "finish_reason",
          "input_tokens",
          "output_tokens",
          "cached_tokens",
          "reasoning_tokens",
          "cost",
          "currency",
          "cost_source",
          "first_token_ms",
          "total_ms",
          "tokens_per_second",
          "error",
          "error_status",
          "prompt_characters",
          "answer_characters");

  private final Writer out;

  public CsvPage(Writer out) throws IOException {
    this.out = out;
    row(List.copyOf(HEAD));
  }

  @Override
  public void write(Subject subject) throws IOException {
    Comparison comparison = subject.comparison();
    Map<UUID, Integer> numbers = new HashMap<>();
    comparison.tree().nodes().forEach(node -> numbers.put(node.turn().id(), numbers.size() + 1));
    int place = 1;
    for (Pane pane : comparison.panes()) {
      for (Answer answer : pane.answers()) {
        Turn turn = comparison.turn(answer.turn()).orElseThrow();
        for (int i = 0; i < answer.alternatives().size(); i++) {
          List<@Nullable Object> cells = new ArrayList<>();
          cells.add(comparison.id());
          cells.add(comparison.title());
          cells.add(turn.createdAt());
          cells.add(numbers.get(turn.id()));
          cells.add(comparison.turns().contains(turn));
          cells.add(place);
          reply(cells, subject, answer.alternatives().get(i), i);
          cells.add(10, i == answer.active());
          cells.add(turn.user().text().length());
          cells.add(answer.alternatives().get(i).text().length());
          row(cells);
        }
      }
      place++;
    }
  }

  private static void reply(
      List<@Nullable Object> cells, Subject subject, Reply reply, int alternative) {
    Outcome outcome = reply.outcome();
    cells.add(reply.model());
    cells.add(outcome.reportedModel());
    cells.add(reply.id());
    cells.add(alternative + 1);
    cells.add(subject.isPreferred(reply));
    cells.add(reply.state().word());
    cells.add(outcome.finishReason());
    Usage usage = outcome.usage() == null ? Usage.UNKNOWN : outcome.usage();
    cells.add(usage.inputTokens());
    cells.add(usage.outputTokens());
    cells.add(usage.cachedTokens());
    cells.add(usage.reasoningTokens());
    Cost cost = outcome.cost();
    cells.add(cost == null ? null : cost.amount().toPlainString());
    cells.add(cost == null ? null : cost.currency());
    cells.add(cost == null ? null : cost.source().word());
    cells.add(reply.timing().toFirstToken());
    cells.add(reply.timing().total());
    Double rate = reply.timing().tokensPerSecond(outcome.usage());
    cells.add(rate == null ? null : String.format(Locale.ROOT, "%.1f", rate));
    Failure failure = outcome.failure();
    cells.add(failure == null ? null : failure.kind().word());
    cells.add(failure == null ? null : failure.status());
  }

  private void row(List<? extends @Nullable Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(cell(cells.get(i)));
    }
    out.write("\r\n");
  }

  /** A spreadsheet takes text that begins like this for a formula. */
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = risky ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
