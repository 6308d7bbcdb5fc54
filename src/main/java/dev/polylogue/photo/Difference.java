package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two pictures, as the eye sees it: by the distance of colours in Oklab, in
 * which 0.02 is just noticeable side by side. From {@link #THRESHOLD} on a pixel counts as changed,
 * which leaves out the noise of a new compression.
 *
 * @param heat of each compared pixel: nothing where it is the same, then from blue over red to
 *     yellow
 * @param inside share of the pixels changed where the mask covers at least half; NaN without a mask
 *     or where it covers nothing
 * @param outside share of the pixels changed elsewhere; NaN where there is no elsewhere
 * @param scaled whether the second picture had another size, and was scaled to be compared
 */
public record Difference(BufferedImage heat, double inside, double outside, boolean scaled) {
  public static final double THRESHOLD = 0.05;

  /** More pixels are compared in a smaller copy. */
  private static final double MOST_PIXELS = 2_100_000;

  /** The distance that is drawn in the hottest colour. */
  private static final double HOTTEST = 0.4;

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
    int[] one = Pixels.data(first);
    int[] two = Pixels.data(second);
    int[] heat = new int[one.length];
    byte[] where = mask == null ? null : mask.scaled(new Size(width, height)).values();
    Oklab oklab = Oklab.INSTANCE;
    Tally all =
        IntStream.range(0, height)
            .parallel()
            .mapToObj(y -> row(oklab, one, two, heat, where, y * width, (y + 1) * width))
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
      Oklab oklab, int[] one, int[] two, int[] heat, byte @Nullable [] where, int from, int to) {
    int inside = 0;
    int insideChanged = 0;
    int changed = 0;
    for (int i = from; i < to; i++) {
      boolean covered = where != null && (where[i] & 0xff) >= HALF;
      inside += covered ? 1 : 0;
      if (one[i] != two[i]) {
        double distance = oklab.distance(one[i], two[i]);
        if (distance >= THRESHOLD) {
          changed++;
          insideChanged += covered ? 1 : 0;
          int step = (int) Math.min(255, distance / HOTTEST * 255);
          heat[i] = COLOURS[step];
        }
      }
    }
    return new Tally(inside, insideChanged, to - from - inside, changed - insideChanged);
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
