package dev.polylogue.photo;

/** In pixels, both at least 1. */
public record Size(int width, int height) {
  /** By how much proportions may differ, which is what rounding to multiples of 16 makes. */
  private static final double MOST_CHANGE = 1.02;

  /** What rounding both sides to multiples of 16 leaves. */
  private static final double LEAST_PIXELS = 0.9;

  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(width + "×" + height + " is no size.");
    }
  }

  public long pixels() {
    return (long) width * height;
  }

  public double ratio() {
    return (double) width / height;
  }

  /** Whether one lies over the other when it is scaled, but for a little. */
  public boolean hasShapeOf(Size other) {
    double change = ratio() / other.ratio();
    return change <= MOST_CHANGE && change >= 1 / MOST_CHANGE;
  }

  /** Whether it has fewer pixels than the other, more than rounding makes. */
  public boolean isCoarserThan(Size other) {
    return pixels() < other.pixels() * LEAST_PIXELS;
  }

  public int longer() {
    return Math.max(width, height);
  }

  /** Scaled, at least one pixel each way. */
  public Size times(double factor) {
    return new Size(
        Math.max(1, (int) Math.round(width * factor)),
        Math.max(1, (int) Math.round(height * factor)));
  }

  @Override
  public String toString() {
    return width + "×" + height;
  }
}
