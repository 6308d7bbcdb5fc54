package dev.polylogue.ui.diff;

import dev.polylogue.diff.Piece;
import dev.polylogue.diff.Row;
import dev.polylogue.diff.TextDiff;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers beside a base, line by line.
 *
 * @param lines blocks of the base in order, each with what stands beside it
 */
public record DiffPage(Contender base, List<Column> columns, List<Line> lines) {
  /** Another answer. */
  public record Column(Contender answer, TextDiff diff) {}

  /**
   * A block of the base, or what stands before the first.
   *
   * @param base null before the first block
   * @param cells for each column the counterpart of the block, and what only it has behind that
   */
  public record Line(@Nullable Piece base, List<List<Row>> cells) {
    public Line {
      cells = List.copyOf(cells);
    }

    boolean differs() {
      return cells.stream().flatMap(List::stream).anyMatch(row -> row.change() != Row.Change.SAME);
    }
  }

  public DiffPage {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** Compares; may take a second. Any thread. */
  static DiffPage of(Contender base, List<Contender> others) {
    List<Piece> pieces = Pieces.of(base.text());
    List<Column> columns = new ArrayList<>();
    for (Contender other : others) {
      columns.add(new Column(other, TextDiff.of(pieces, Pieces.of(other.text()))));
    }
    List<Piece> shown = pieces.subList(0, Math.min(pieces.size(), TextDiff.MOST_PIECES));
    return new DiffPage(base, columns, lines(shown, columns));
  }

  private static List<Line> lines(List<Piece> base, List<Column> columns) {
    List<List<List<Row>>> slots = new ArrayList<>();
    for (Column column : columns) {
      slots.add(slots(base.size(), column.diff().rows()));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= base.size(); i++) {
      int slot = i;
      List<List<Row>> cells = slots.stream().map(column -> List.copyOf(column.get(slot))).toList();
      Piece piece = i == 0 ? null : base.get(i - 1);
      if (piece != null || cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Line(piece, cells));
      }
    }
    return lines;
  }

  /**
   * Rows by the block of the base that they stand at, the first ones before any. What is put in the
   * place of blocks that are left out stands beside those, not below them.
   */
  private static List<List<Row>> slots(int pieces, List<Row> rows) {
    List<List<Row>> slots = new ArrayList<>();
    for (int i = 0; i <= pieces; i++) {
      slots.add(new ArrayList<>());
    }
    int at = 0;
    int beside = 0;
    boolean leftOut = false;
    for (Row row : rows) {
      if (row.base() == null) {
        slots.get(leftOut ? Math.min(beside++, at) : at).add(row);
      } else {
        slots.get(++at).add(row);
        boolean further = leftOut;
        leftOut = row.change() == Row.Change.REMOVED;
        beside = further && leftOut ? beside : at;
      }
    }
    return slots;
  }
}
