package dev.polylogue.ui.diff;

import dev.polylogue.diff.Figures;
import dev.polylogue.diff.Row;
import dev.polylogue.diff.Stretch;
import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says differences in words: over the columns, and for readers who don't see colours. */
final class DiffWords {
  private static final String DOT = "  \u00B7  ";
  private static final int LONGEST = 160;

  private final Texts texts;

  DiffWords(Texts texts) {
    this.texts = texts;
  }

  /** {@code 82 % alike · 34 words added · 12 left out · 1 block moved}. */
  String figures(Figures figures) {
    if (figures.isNone()) {
      return texts.get("diff.same");
    }
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("diff.alike", (int) Math.floor(figures.likeness() * 100)));
    count(parts, "diff.added", figures.added());
    count(parts, "diff.removed", figures.removed());
    count(parts, "diff.moved", figures.moved());
    count(parts, "diff.codeLines", figures.codeLines());
    return String.join(DOT, parts);
  }

  private void count(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(texts.get(key, count, Amounts.whole(texts, count)));
    }
  }

  /** A whole line, column by column. */
  String line(DiffPage page, DiffPage.Line line) {
    List<String> said = new ArrayList<>();
    if (line.base() != null) {
      said.add(clipped(line.base().text()));
    }
    for (int i = 0; i < line.cells().size(); i++) {
      String name = page.columns().get(i).answer().name();
      for (Row row : line.cells().get(i)) {
        said.add(texts.get("diff.says", name, row(row)));
      }
    }
    return String.join(" ", said);
  }

  private String row(Row row) {
    return switch (row.change()) {
      case SAME -> texts.get("diff.row.same");
      case CHANGED -> changed(row);
      case REMOVED -> texts.get("diff.row.removed");
      case ADDED -> texts.get("diff.row.added", only(row, Stretch.Kind.ADDED));
      case MOVED_AWAY -> texts.get("diff.row.movedAway");
      case MOVED_HERE ->
          texts.get("diff.row.movedHere", row.other() == null ? "" : clipped(row.other().text()));
    };
  }

  private String changed(Row row) {
    String added = only(row, Stretch.Kind.ADDED);
    String removed = only(row, Stretch.Kind.REMOVED);
    if (added.isBlank() && removed.isBlank()) {
      return texts.get("diff.row.form");
    }
    if (added.isBlank()) {
      return texts.get("diff.row.leavesOut", removed);
    }
    return removed.isBlank()
        ? texts.get("diff.row.adds", added)
        : texts.get("diff.row.replaces", removed, added);
  }

  private static String only(Row row, Stretch.Kind kind) {
    return clipped(
        row.words().stream()
            .filter(stretch -> stretch.kind() == kind)
            .map(stretch -> stretch.text().strip())
            .collect(Collectors.joining(" \u2026 ")));
  }

  private static String clipped(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
  }
}
