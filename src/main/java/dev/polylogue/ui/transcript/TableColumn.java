package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Block;
import java.util.List;

/**
 * A column of a table.
 *
 * @param least characters that keep its words whole, as far as that is to be had
 * @param liked characters that keep its cells on one line, as far as that is to be had
 */
record TableColumn(Block.Side side, int least, int liked) {
  private static final int NARROW = 3;
  private static final int LONGEST_WORD = 16;
  private static final int WIDEST = 44;

  /** Cells of prose wrap rather than have the table scroll. */
  private static final int PROSE = 14;

  /** A column grows in such steps, so that it does not move at each letter that comes. */
  private static final int STEP = 2;

  private static final double PIXELS = 7.6;
  private static final int PADDING = 18;

  /** Bold letters of the header are so much wider. */
  private static final double BOLD = 1.2;

  /**
   * @param cells the words of each row, the header first
   */
  static TableColumn of(Block.Side side, List<String> cells) {
    int word = NARROW;
    int cell = NARROW;
    for (int i = 0; i < cells.size(); i++) {
      double breadth = i == 0 ? BOLD : 1;
      cell = Math.max(cell, Math.min(WIDEST, characters(cells.get(i), breadth)));
      for (String one : cells.get(i).split(" ", WIDEST)) {
        word = Math.max(word, Math.min(LONGEST_WORD, characters(one, breadth)));
      }
    }
    int liked = (cell / STEP + 1) * STEP;
    return new TableColumn(side, Math.min(liked, Math.max(word, PROSE)), liked);
  }

  /** How many letters of usual width would be as wide. */
  private static int characters(String text, double breadth) {
    double count = 0;
    for (int i = 0; i < text.length() && count <= WIDEST; i++) {
      count += breadth * width(text.charAt(i));
    }
    return (int) Math.ceil(count);
  }

  /** Of a letter in most fonts, over that of a usual one. */
  private static double width(char letter) {
    return switch (letter) {
      case 'm', 'W', '@', '%' -> 1.8;
      case 'w', 'M' -> 1.5;
      default -> letter >= '\u1100' ? 2 : Character.isUpperCase(letter) ? 1.2 : 1;
    };
  }

  /**
   * Widths in pixels. What fits is as wide as it likes; else columns give way as far as words stay
   * whole; else the table is wider than its room.
   *
   * @param room in pixels
   */
  static double[] widths(List<TableColumn> columns, double room) {
    double least = columns.stream().mapToDouble(column -> pixels(column.least)).sum();
    double liked = columns.stream().mapToDouble(column -> pixels(column.liked)).sum();
    double share = liked <= room ? 1 : least >= room ? 0 : (room - least) / (liked - least);
    return columns.stream()
        .mapToDouble(
            column ->
                Math.floor(
                    pixels(column.least) + share * (pixels(column.liked) - pixels(column.least))))
        .toArray();
  }

  private static double pixels(int characters) {
    return Math.ceil(characters * PIXELS) + PADDING;
  }
}
