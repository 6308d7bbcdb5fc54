package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two pictures: how far apart the colours of each pixel are, in red, green and
 * blue as they are shown. From {@link #TOLERANCE} on a pixel counts as changed, which leaves out
 * most of the noise of a new compression.
 *
 * @param heat of each compared pixel: nothing where it is the same, then from blue over red to
 *     yellow
 * @param inside share of the pixels changed where the mask covers at least half; NaN without a mask
 *     or where it covers nothing
 * @param outside share of the pixels changed elsewhere; NaN where there is no elsewhere
 * @param scaled whether the second picture had another size, and was scaled to be compared
 */
public record Difference(BufferedImage heat, double inside, double outside, boolean scaled) {
  /** In steps of a channel: one channel by so many, or all three by 7 of 255. */
  public static final int TOLERANCE = 12;

  /** More pixels are compared in a smaller copy. */
  private static final double MOST_PIXELS = 2_100_000;

  /** The distance that is drawn in the hottest colour; from black to white it is 442. */
  private static final double HOTTEST = 176;

  private static final int OPAQUE = 0xff000000;

  private static final int HALF = 128;
  private static final int[] COLOURS = HeatColours.table();

  /**
   * Compares. Blocks, about 50 ms for two million pixels.
   *
   * @param before in sRGB, as {@link Pixels} has them
   * @param mask of the photo; null when there is none
   */
  public static Difference of(BufferedImage before, BufferedImage after, @Nullable Levels mask) {
    double pixels = (double) before.getWidth() * before.getHeight();
    BufferedImage first =
        pixels <= MOST_PIXELS ? before : Pixels.scale(before, Math.sqrt(MOST_PIXELS / pixels));
    int width = first.getWidth();
    int height = first.getHeight();
    BufferedImage second = Pixels.scale(after, width, height);
    Layer one = new Layer(first);
    Layer two = new Layer(second);
    int[] heat = new int[width * height];
    byte[] where = mask == null ? null : mask.scaled(new Size(width, height)).values();
    Tally all =
        IntStream.range(0, height)
            .parallel()
            .mapToObj(y -> row(one, two, heat, where, y * width, (y + 1) * width))
            .reduce(Tally.NONE, Tally::plus);
    return new Difference(
        Pixels.of(heat, width, height),
        share(all.insideChanged, all.inside),
        share(all.outsideChanged, all.outside),
        before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight());
  }

  private static double share(long changed, long all) {
    return all == 0 ? Double.NaN : (double) changed / all;
  }

  private static Tally row(
      Layer one, Layer two, int[] heat, byte @Nullable [] where, int from, int to) {
    int inside = 0;
    int insideChanged = 0;
    int changed = 0;
    for (int i = from; i < to; i++) {
      boolean covered = where != null && (where[i] & 0xff) >= HALF;
      inside += covered ? 1 : 0;
      int square = square(one.at(i), two.at(i));
      if (square >= TOLERANCE * TOLERANCE) {
        changed++;
        insideChanged += covered ? 1 : 0;
        heat[i] = COLOURS[(int) Math.min(255, Math.sqrt(square) / HOTTEST * 255)];
      }
    }
    return new Tally(inside, insideChanged, to - from - inside, changed - insideChanged);
  }

  /** Of the distance of two pixels; from clear to opaque is as far as from black to white. */
  private static int square(int one, int two) {
    if (one == two) {
      return 0;
    }
    int alpha = (one >>> 24) - (two >>> 24);
    int red = (one >> 16 & 0xff) - (two >> 16 & 0xff);
    int green = (one >> 8 & 0xff) - (two >> 8 & 0xff);
    int blue = (one & 0xff) - (two & 0xff);
    return 3 * alpha * alpha + red * red + green * green + blue * blue;
  }

  /** The pixels of a picture, opaque where it has no alpha channel. */
  private static final class Layer {
    private final int[] pixels;
    private final int opaque;

    Layer(BufferedImage image) {
      pixels = Pixels.data(image);
      opaque = Pixels.hasAlpha(image) ? 0 : OPAQUE;
    }

    int at(int i) {
      return pixels[i] | opaque;
    }
  }

  private record Tally(long inside, long insideChanged, long outside, long outsideChanged) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          inside + other.inside,
          insideChanged + other.insideChanged,
          outside + other.outside,
          outsideChanged + other.outsideChanged);
    }
  }
}
