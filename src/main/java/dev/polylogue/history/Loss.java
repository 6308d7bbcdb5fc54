package dev.polylogue.history;

import java.util.List;
import java.util.Map;

/**
 * Rows of one table that could not be saved.
 *
 * @param table one of {@link #TABLES}
 * @param rows how many are known to be lost
 * @param isAll whether there are no more than these
 */
public record Loss(String table, int rows, boolean isAll) {
  private static final List<Map.Entry<String, String>> NAMED =
      List.of(
          Map.entry("comparison", "comparisons"),
          Map.entry("comparison_tag", "tags"),
          Map.entry("pane", "panes"),
          Map.entry("turn", "prompts"),
          Map.entry("turn_part", "parts of prompts such as words and pictures"),
          Map.entry("reply", "answers"),
          Map.entry("reply_part", "parts of answers such as words and tool calls"),
          Map.entry("reply_words", "words of answers that were still coming"),
          Map.entry("exchange", "exchanges"),
          Map.entry("vote", "votes"),
          Map.entry("vote_reply", "answers of votes"),
          Map.entry("blinding", "comparisons whose models were hidden"),
          Map.entry("photo", "photos"),
          Map.entry("edit_step", "photo steps"),
          Map.entry("picture_mark", "marks on pictures"));

  /** Whose rows are missed when they are lost. */
  public static final List<String> TABLES = NAMED.stream().map(Map.Entry::getKey).toList();

  /** Such as {@code exchanges (3)}. */
  public String words() {
    String name =
        NAMED.stream()
            .filter(named -> named.getKey().equals(table))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(table);
    return name
        + (rows == 0
            ? " (some)"
            : isAll ? " (%d)".formatted(rows) : " (%d or more)".formatted(rows));
  }
}
