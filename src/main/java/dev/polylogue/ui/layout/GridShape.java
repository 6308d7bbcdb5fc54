package dev.polylogue.ui.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns for so many.
 *
 * @param rows how many stand in each row, from the top; earlier rows have no fewer than later ones
 */
public record GridShape(List<Integer> rows) {
  /** A third column is worth its loss of width from here on. */
  private static final double ROOMY = 400;

  /** Of 1 to 12, the number of columns that uses a wide room best. */
  private static final List<Integer> COLUMNS = List.of(1, 2, 3, 2, 3, 3, 4, 4, 3, 4, 4, 4);

  public GridShape {
    rows = List.copyOf(rows);
  }

  /**
   * @param width of the room
   * @param least width of each
   */
  public static GridShape of(int count, double width, double least) {
    int wanted = COLUMNS.get(Math.clamp(count, 1, COLUMNS.size()) - 1);
    if (count == 3 && width < 3 * ROOMY) {
      wanted = 2;
    }
    int columns = Math.clamp((int) (width / least), 1, wanted);
    int lines = Math.ceilDiv(count, columns);
    List<Integer> rows = new ArrayList<>();
    for (int left = count, row = 0; row < lines; row++) {
      int here = Math.ceilDiv(left, lines - row);
      rows.add(here);
      left -= here;
    }
    return new GridShape(rows);
  }
}
