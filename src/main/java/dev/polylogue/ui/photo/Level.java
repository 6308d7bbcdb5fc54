package dev.polylogue.ui.photo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of one size, or a part of it, cut into squares.
 *
 * @param scale of its width to that of the whole picture; 1 is full size
 */
record Level(double scale, List<Square> squares) {
  static final int SIDE = 512;

  Level {
    squares = List.copyOf(squares);
  }

  static Level of(BufferedImage picture, double scale) {
    return new Level(scale, cut(picture, 0, 0, picture.getWidth(), picture.getHeight()));
  }

  /** The squares that cover a part, which is given in pixels of this size. */
  static List<Square> cut(BufferedImage picture, int fromX, int fromY, int toX, int toY) {
    List<Square> squares = new ArrayList<>();
    for (int y = fromY / SIDE * SIDE; y < toY; y += SIDE) {
      for (int x = fromX / SIDE * SIDE; x < toX; x += SIDE) {
        squares.add(square(picture, x, y));
      }
    }
    return squares;
  }

  private static Square square(BufferedImage picture, int x, int y) {
    int width = Math.min(SIDE, picture.getWidth() - x);
    int height = Math.min(SIDE, picture.getHeight() - y);
    BufferedImage cut =
        new BufferedImage(
            width + 2 * Square.RIM, height + 2 * Square.RIM, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D pen = cut.createGraphics();
    // Once more, shifted, so that the rim at the edge of the picture repeats its last pixels.
    int rim = Square.RIM;
    pen.drawImage(picture, rim - x - 1, rim - y - 1, null);
    pen.drawImage(picture, rim - x + 1, rim - y + 1, null);
    pen.setComposite(java.awt.AlphaComposite.Src);
    pen.drawImage(picture, rim - x, rim - y, null);
    pen.dispose();
    return new Square(x, y, width, height, cut);
  }

  long bytes() {
    return squares.stream().mapToLong(Square::bytes).sum();
  }
}
