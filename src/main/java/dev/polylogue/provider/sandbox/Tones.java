package dev.polylogue.provider.sandbox;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.function.IntToDoubleFunction;

/** What is done to each pixel by itself. An amount of 1 is the whole of it. */
final class Tones {
  private Tones() {}

  /** From a colour to another, {@code 0xRRGGBB}. */
  @FunctionalInterface
  private interface Tone {
    int of(int r, int g, int b);
  }

  private static Develop each(Tone tone) {
    return image -> {
      BufferedImage made = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
      int[] from = Pixels.data(image);
      int[] into = Pixels.data(made);
      for (int i = 0; i < from.length; i++) {
        int pixel = from[i];
        into[i] = pixel & 0xff000000 | tone.of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
      }
      return made;
    };
  }

  private static int rgb(double r, double g, double b) {
    return Pixels.bounded(r) << 16 | Pixels.bounded(g) << 8 | Pixels.bounded(b);
  }

  private static double light(double r, double g, double b) {
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** 0 is grey, 1 leaves it, 2 doubles it. */
  static Develop saturation(double factor) {
    return each(
        (r, g, b) -> {
          double grey = light(r, g, b);
          return rgb(
              grey + (r - grey) * factor, grey + (g - grey) * factor, grey + (b - grey) * factor);
        });
  }

  static Develop sepia(double amount) {
    double share = Math.min(1, amount);
    return each(
        (r, g, b) -> {
          double grey = light(r, g, b);
          return rgb(
              r + (grey * 1.07 + 18 - r) * share,
              g + (grey * 0.94 + 4 - g) * share,
              b + (grey * 0.74 - 8 - b) * share);
        });
  }

  /** By a curve that keeps black and white; from -1 to 1. */
  static Develop brightness(double amount) {
    double power = Math.pow(2, -2 * Math.clamp(amount, -1, 1));
    return curve(value -> 255 * Math.pow(value / 255.0, power));
  }

  static Develop contrast(double amount) {
    double factor = amount >= 0 ? 1 + 1.6 * amount : 1 / (1 - 1.6 * amount);
    return curve(value -> 128 + (value - 128) * factor);
  }

  static Develop invert() {
    return curve(value -> 255 - value);
  }

  /** To so many levels a channel. */
  static Develop posterize(int levels) {
    double step = 255.0 / (Math.max(2, levels) - 1);
    return curve(value -> Math.round(value / step) * step);
  }

  private static Develop curve(IntToDoubleFunction curve) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = Pixels.bounded(curve.applyAsDouble(i));
    }
    return each((r, g, b) -> table[r] << 16 | table[g] << 8 | table[b]);
  }

  /** Warmer when positive, cooler when negative. */
  static Develop warmth(double amount) {
    return each(
        (r, g, b) -> rgb(r * (1 + 0.3 * amount), g * (1 + 0.05 * amount), b * (1 - 0.35 * amount)));
  }

  /**
   * As seen through coloured glass; lightness stays about the same.
   *
   * @param colour {@code 0xRRGGBB}
   */
  static Develop tint(int colour, double amount) {
    double share = Math.clamp(amount, 0, 1);
    double red = colour >> 16 & 0xff;
    double green = colour >> 8 & 0xff;
    double blue = colour & 0xff;
    double strength = Math.max(1, light(red, green, blue));
    return each(
        (r, g, b) -> {
          double grey = light(r, g, b);
          double lift =
              Math.min(grey / strength, 255 / Math.max(1, Math.max(red, Math.max(green, blue))));
          double rest = (grey - lift * strength) * 0.8;
          return rgb(
              r + (red * lift + rest - r) * share,
              g + (green * lift + rest - g) * share,
              b + (blue * lift + rest - b) * share);
        });
  }

  /** Shadows take one colour and lights another, as film does. */
  static Develop graded(int shadows, int lights, double amount) {
    double share = Math.clamp(amount, 0, 1);
    return each(
        (r, g, b) -> {
          double t = light(r, g, b) / 255;
          return rgb(
              r + (soft(r, mix(shadows >> 16, lights >> 16, t)) - r) * share,
              g + (soft(g, mix(shadows >> 8, lights >> 8, t)) - g) * share,
              b + (soft(b, mix(shadows, lights, t)) - b) * share);
        });
  }

  private static double mix(int shadow, int light, double t) {
    return (shadow & 0xff) * (1 - t) + (light & 0xff) * t;
  }

  /** Half the picture's own value, half as seen through the colour. */
  private static double soft(double value, double colour) {
    return value * colour / 255 * 0.65 + colour * 0.35;
  }
}
