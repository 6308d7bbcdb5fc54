package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;

/**
 * Whether a result still lies over its source: outside the mask, small copies of the outlines of
 * both are laid over each other, shifted to every side. When a shifted one fits much better than
 * the one in place, the content has moved. What was turned does not lie over it either.
 */
final class Registration {
  private static final int SIDE = 384;
  private static final int FARTHEST = 10;

  /** How much better another place has to fit. */
  private static final double BETTER = 0.75;

  /** A copy with fewer pixels outside the mask says nothing. */
  private static final int LEAST_PIXELS = 2000;

  /** Outlines weaker than this, a pixel on average, say nothing: a clear sky. */
  private static final double LEAST_OUTLINE = 1.5;

  private Registration() {}

  /**
   * @param turned whether it was turned or mirrored
   * @param pixels of the source by which the content moved, about; 0 when it did not
   */
  record Shift(boolean turned, int pixels) {
    static final Shift NONE = new Shift(false, 0);
  }

  /**
   * @param result of the size of the source
   */
  static Shift of(BufferedImage source, BufferedImage result, Levels mask) {
    BufferedImage small = Pixels.fit(source, SIDE);
    Size size = new Size(small.getWidth(), small.getHeight());
    BufferedImage smallResult = Pixels.scale(result, size.width(), size.height());
    if (Symmetry.isTurned(small, smallResult, mask)) {
      return new Shift(true, 0);
    }
    if (Math.min(size.width(), size.height()) < 4 * FARTHEST) {
      return Shift.NONE;
    }
    int[] one = outlines(small);
    int[] two = outlines(smallResult);
    byte[] where = mask.scaled(size).values();
    double inPlace = misfit(one, two, where, size, 0, 0);
    double best = inPlace;
    double farthest = 0;
    for (int dy = -FARTHEST; dy <= FARTHEST; dy++) {
      for (int dx = -FARTHEST; dx <= FARTHEST; dx++) {
        double misfit = misfit(one, two, where, size, dx, dy);
        if (misfit < best) {
          best = misfit;
          farthest = Math.hypot(dx, dy);
        }
      }
    }
    boolean moved = farthest > 0 && best < inPlace * BETTER;
    double scale = (double) source.getWidth() / size.width();
    return moved ? new Shift(false, (int) Math.round(farthest * scale)) : Shift.NONE;
  }

  /** The mean difference of the outlines, without those of the rim; NaN where nothing is to see. */
  private static double misfit(int[] one, int[] two, byte[] where, Size size, int dx, int dy) {
    long sum = 0;
    long outline = 0;
    int count = 0;
    for (int y = FARTHEST; y < size.height() - FARTHEST; y += 2) {
      for (int x = FARTHEST; x < size.width() - FARTHEST; x++) {
        int at = y * size.width() + x;
        int other = at + dy * size.width() + dx;
        if (where[at] == 0 && where[other] == 0) {
          sum += Math.abs(one[at] - two[other]);
          outline += one[at];
          count++;
        }
      }
    }
    boolean silent = count < LEAST_PIXELS || outline < LEAST_OUTLINE * count;
    return silent ? Double.NaN : (double) sum / count;
  }

  /** How much lighter or darker a pixel is than its neighbours. */
  private static int[] outlines(BufferedImage image) {
    int[] data = Pixels.data(image);
    int width = image.getWidth();
    int[] light = new int[data.length];
    for (int i = 0; i < data.length; i++) {
      light[i] = Pixels.light(data[i]);
    }
    int[] outlines = new int[data.length];
    for (int i = 0; i + width + 1 < data.length; i++) {
      outlines[i] = Math.abs(light[i] - light[i + 1]) + Math.abs(light[i] - light[i + width]);
    }
    return outlines;
  }
}
