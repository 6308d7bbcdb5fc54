package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;

/**
 * What is to be seen in a small copy of a picture, however light and of whatever colour it is: how
 * far each pixel stands out from its surroundings, measured by how much these vary.
 */
final class Structure {
  /** Of the longer side, how far the surroundings of a pixel reach to each side. */
  private static final double SURROUNDINGS = 0.09;

  /** Grey steps that noise and compression make, which are no structure. */
  private static final double NOISE = 6;

  /** Of a value that stands out as far as the surroundings vary. */
  private static final int UNIT = 50;

  private static final int MOST = 127;

  /** Of the mean square in units; with less there is next to nothing to see. */
  private static final double LEAST_STRENGTH = 0.05;

  final Size size;

  /** Row by row, 0 where it is not looked at. */
  final int[] values;

  /** 1 where it is looked at, else 0. */
  final int[] counted;

  private Structure(Size size, int[] values, int[] counted) {
    this.size = size;
    this.values = values;
    this.counted = counted;
  }

  /**
   * @param mask what may change, which is not looked at
   * @param side the longer one, in pixels of the copy
   */
  static Structure of(BufferedImage picture, Levels mask, int side) {
    Size size =
        new Size(picture.getWidth(), picture.getHeight())
            .times((double) side / Math.max(picture.getWidth(), picture.getHeight()));
    int[] data = Pixels.data(Pixels.scale(picture, size.width(), size.height()));
    byte[] masked = mask.scaled(size).values();
    int[] counted = new int[data.length];
    double[] light = new double[data.length];
    double[] square = new double[data.length];
    double[] weight = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      if (masked[i] == 0) {
        counted[i] = 1;
        weight[i] = 1;
        light[i] = Pixels.light(data[i]);
        square[i] = light[i] * light[i];
      }
    }
    int reach = Math.max(2, (int) Math.round(side * SURROUNDINGS));
    double[] around = sums(light, size, reach);
    double[] squares = sums(square, size, reach);
    double[] weights = sums(weight, size, reach);
    int[] values = new int[data.length];
    for (int i = 0; i < data.length; i++) {
      if (counted[i] == 1) {
        double mean = around[i] / weights[i];
        double spread = Math.sqrt(Math.max(0, squares[i] / weights[i] - mean * mean));
        long value = Math.round(UNIT * (light[i] - mean) / (spread + NOISE));
        values[i] = Math.clamp(value, -MOST, MOST);
      }
    }
    return new Structure(size, values, counted);
  }

  /** Of the square around each pixel, as far as it lies within. */
  private static double[] sums(double[] values, Size size, int reach) {
    double[] rows = new double[values.length];
    along(values, rows, size.height(), size.width(), size.width(), 1, reach);
    double[] all = new double[values.length];
    along(rows, all, size.width(), size.height(), 1, size.width(), reach);
    return all;
  }

  private static void along(
      double[] from, double[] into, int lines, int length, int line, int step, int reach) {
    for (int i = 0; i < lines; i++) {
      int begin = i * line;
      double sum = 0;
      for (int at = -reach; at < length; at++) {
        if (at + reach < length) {
          sum += from[begin + (at + reach) * step];
        }
        if (at - reach - 1 >= 0) {
          sum -= from[begin + (at - reach - 1) * step];
        }
        if (at >= 0) {
          into[begin + at * step] = sum;
        }
      }
    }
  }

  /** How many pixels are looked at. */
  int count() {
    int count = 0;
    for (int one : counted) {
      count += one;
    }
    return count;
  }

  /** Whether there is anything to see. */
  boolean isTelling() {
    long squares = 0;
    for (int value : values) {
      squares += (long) value * value;
    }
    return isTelling(squares, count());
  }

  /**
   * The same of some of the pixels.
   *
   * @param squares the sum of those of their values
   */
  static boolean isTelling(long squares, int count) {
    return squares >= LEAST_STRENGTH * UNIT * UNIT * count;
  }

  /**
   * As another picture would look if its content were put back, with a rim: pixels that lie outside
   * the picture are counted as masked.
   *
   * @param rim in pixels, added at each side
   */
  Structure putBack(Framing framing, int rim) {
    Size wide = new Size(size.width() + 2 * rim, size.height() + 2 * rim);
    int[] moved = new int[wide.width() * wide.height()];
    int[] seen = new int[moved.length];
    double longer = size.longer();
    double cos = Math.cos(framing.turn()) * framing.scale();
    double sin = Math.sin(framing.turn()) * framing.scale();
    double middleX = (size.width() - 1) / 2.0;
    double middleY = (size.height() - 1) / 2.0;
    for (int y = 0; y < wide.height(); y++) {
      double fromY = y - rim - middleY;
      for (int x = 0; x < wide.width(); x++) {
        double fromX = x - rim - middleX;
        double atX = middleX + cos * fromX - sin * fromY + framing.right() * longer;
        double atY = middleY + sin * fromX + cos * fromY + framing.down() * longer;
        int left = (int) Math.floor(atX);
        int top = (int) Math.floor(atY);
        if (left < 0 || top < 0 || left + 1 >= size.width() || top + 1 >= size.height()) {
          continue;
        }
        int first = top * size.width() + left;
        int below = first + size.width();
        if ((counted[first] & counted[first + 1] & counted[below] & counted[below + 1]) == 0) {
          continue;
        }
        double shareX = atX - left;
        double shareY = atY - top;
        double upper = values[first] * (1 - shareX) + values[first + 1] * shareX;
        double lower = values[below] * (1 - shareX) + values[below + 1] * shareX;
        int at = y * wide.width() + x;
        moved[at] = (int) Math.round(upper * (1 - shareY) + lower * shareY);
        seen[at] = 1;
      }
    }
    return new Structure(wide, moved, seen);
  }
}
