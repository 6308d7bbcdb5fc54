package dev.polylogue.photo;

/**
 * What a provider takes.
 *
 * @param side of the longer side, in pixels, at most
 * @param pixels in all, at most
 * @param bytes of the file, at most
 * @param ratio of the longer side to the shorter, at most
 * @param least of the shorter side, in pixels
 */
public record Limit(int side, long pixels, long bytes, double ratio, int least) {
  /** Where nothing is known: made small enough for most, and the provider has the last word. */
  public static final Limit USUAL =
      new Limit(3072, 8_000_000, 7_000_000, Double.POSITIVE_INFINITY, 1);
}
