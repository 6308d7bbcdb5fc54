package dev.polylogue.photo;

/**
 * What a mask is painted with.
 *
 * @param radius in pixels of the photo, from 0.5 to {@link #MOST_RADIUS}
 * @param hardness 1 for a hard edge; 0 for one that fades from the middle
 * @param erases takes away instead of adding
 */
public record Brush(double radius, double hardness, boolean erases) {
  public static final double MOST_RADIUS = 500;

  private static final int STEPS = 1024;

  public Brush {
    if (!(radius >= 0.5 && radius <= MOST_RADIUS) || !(hardness >= 0 && hardness <= 1)) {
      throw new IllegalArgumentException(radius + " and " + hardness + " make no brush.");
    }
  }

  /** What it leaves, from 0 to 255, by the square of the distance over that of the radius. */
  byte[] falloff() {
    byte[] levels = new byte[STEPS + 1];
    double core = Math.min(hardness, Math.max(0, 1 - 1 / radius));
    for (int i = 0; i < STEPS; i++) {
      double distance = Math.sqrt((i + 0.5) / STEPS);
      double t = distance <= core ? 1 : (1 - distance) / (1 - core);
      levels[i] = (byte) Math.round(255 * t * t * (3 - 2 * t));
    }
    return levels;
  }

  static int steps() {
    return STEPS;
  }
}
