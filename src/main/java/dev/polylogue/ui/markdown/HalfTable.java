package dev.polylogue.ui.markdown;

import java.util.List;
import java.util.Optional;

/** A table whose first two lines are still being written, so that it is a paragraph as yet. */
final class HalfTable {
  private HalfTable() {}

  /** The table that the last lines of a text are likely to become. */
  static Optional<Block.Table> of(String tail) {
    String last = tail.substring(tail.lastIndexOf("\n\n") + 1).stripLeading();
    List<String> lines = last.lines().toList();
    boolean begins = lines.size() == 1 || lines.size() == 2 && isRule(lines.get(1));
    if (!begins || !lines.getFirst().startsWith("| ") || lines.getFirst().isBlank()) {
      return Optional.empty();
    }
    String header = lines.getFirst().stripTrailing();
    String closed = header.endsWith("|") && header.length() > 1 ? header : header + " |";
    long columns = closed.chars().filter(c -> c == '|').count() - 1;
    String rule = "|" + "---|".repeat((int) columns);
    List<Block> blocks = IncrementalMarkdown.parse(closed + "\n" + rule + "\n");
    return blocks.size() == 1 && blocks.getFirst() instanceof Block.Table table
        ? Optional.of(table)
        : Optional.empty();
  }

  private static boolean isRule(String line) {
    return line.startsWith("|") && line.chars().allMatch(c -> "|:- ".indexOf(c) >= 0);
  }
}
