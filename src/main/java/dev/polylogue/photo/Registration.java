package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Whether a result still lies over its source outside the mask: it may be turned by a quarter or
 * mirrored, have another {@link Reframing framing}, or have moved by so little that only the
 * outlines of small copies tell, laid over each other, shifted to every side.
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
   * Why it does not lie over its source, in a sentence for the user; empty where it does, or where
   * there is too little to see.
   *
   * @param result of the size of the source
   */
  static Optional<String> trouble(BufferedImage source, BufferedImage result, Levels mask) {
    BufferedImage small = Pixels.fit(source, SIDE);
    Size size = new Size(small.getWidth(), small.getHeight());
    BufferedImage smallResult = Pixels.scale(result, size.width(), size.height());
    Levels where = mask.scaled(size);
    if (Symmetry.isTurned(small, smallResult, where)) {
      return Optional.of(
          "The picture was turned or mirrored, so that it does not lie over the source.");
    }
    if (Math.min(size.width(), size.height()) < 4 * FARTHEST) {
      return Optional.empty();
    }
    Framing framing = Reframing.of(small, smallResult, where);
    if (framing.isOther()) {
      return moved("was " + framing.said());
    }
    double shift = shift(small, smallResult, where.values(), size);
    long pixels = Math.round(shift * source.getWidth() / size.width());
    return pixels == 0 ? Optional.empty() : moved("has moved by about %d pixels".formatted(pixels));
  }

  private static Optional<String> moved(String how) {
    return Optional.of(
        "The picture %s outside the mask, so that its parts would not fit together."
            .formatted(how));
  }

  /** How far the content moved, in pixels of the copies; 0 when it did not. */
  private static double shift(
      BufferedImage small, BufferedImage smallResult, byte[] where, Size size) {
    int[] one = outlines(small);
    int[] two = outlines(smallResult);
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
    return best < inPlace * BETTER ? farthest : 0;
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
