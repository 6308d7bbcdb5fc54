package dev.polylogue.diff;

import java.util.List;

/**
 * How far two answers differ, in words; moved words count as kept.
 *
 * @param kept words that both have
 * @param removed words of the base only
 * @param added words of the other only
 * @param moved blocks at another place
 * @param codeLines lines of code that differ
 */
public record Figures(int kept, int removed, int added, int moved, int codeLines) {
  static Figures of(List<Row> rows) {
    int kept = 0;
    int removed = 0;
    int added = 0;
    int moved = 0;
    int codeLines = 0;
    for (Row row : rows) {
      moved += row.change() == Row.Change.MOVED_HERE ? 1 : 0;
      if (row.change() == Row.Change.MOVED_AWAY) {
        continue;
      }
      codeLines += row.change() != Row.Change.SAME && isCode(row) ? 1 : 0;
      for (Stretch stretch : row.words()) {
        int words = (int) Tokens.of(stretch.text()).stream().filter(Tokens::isWord).count();
        switch (stretch.kind()) {
          case SAME -> kept += words;
          case REMOVED -> removed += words;
          case ADDED -> added += words;
        }
      }
    }
    return new Figures(kept, removed, added, moved, codeLines);
  }

  private static boolean isCode(Row row) {
    Piece piece = row.base() == null ? row.other() : row.base();
    return piece != null && piece.kind() == Piece.Kind.CODE;
  }

  /** Share of the words of both that they have in common, from 0 to 1; 1 where both are empty. */
  public double likeness() {
    int all = 2 * kept + removed + added;
    return all == 0 ? 1 : 2.0 * kept / all;
  }

  public boolean isNone() {
    return removed == 0 && added == 0 && moved == 0 && codeLines == 0;
  }
}
