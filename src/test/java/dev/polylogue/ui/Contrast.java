package dev.polylogue.ui;

import javafx.scene.paint.Color;

/** How well one colour can be told from another, as the accessibility guidelines measure it. */
public final class Contrast {
  private Contrast() {}

  /** From 1 to 21, in whichever order. */
  public static double of(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
