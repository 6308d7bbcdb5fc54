package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a picture is its source turned or mirrored, where that leaves its shape as it was. Coarse
 * grey copies of both are laid over each other in all ways that fit; only where another way than
 * the upright one fits far better is it said.
 */
public final class Symmetry {
  private static final int SIDE = 32;

  /** How alike both have to be when one of them is turned, from 0 to 1. */
  private static final double LEAST_ALIKE = 0.9;

  /** How much of what does not fit upright may be left when one of them is turned. */
  private static final double MOST_LEFT = 0.25;

  /** What fits upright up to this needs no other way. */
  private static final double UPRIGHT = 0.05;

  /** Of the coarse copy, outside the mask; fewer say nothing. */
  private static final int LEAST_PIXELS = SIDE * SIDE / 4;

  /** Variance in grey steps below which there is nothing but an even surface. */
  private static final double LEAST_SPREAD = 9;

  private Symmetry() {}

  /**
   * Compares. Takes as long as it takes to make a small copy of each.
   *
   * @param result of the shape of the source
   * @param mask where the source might change, which is not looked at; null for nowhere
   */
  public static boolean isTurned(
      BufferedImage source, BufferedImage result, @Nullable Levels mask) {
    Size size = new Size(source.getWidth(), source.getHeight());
    boolean square =
        size.hasShapeOf(new Size(/* width= */ size.height(), /* height= */ size.width()));
    double[] one = light(source);
    double[] two = light(result);
    byte[] where =
        mask == null ? new byte[SIDE * SIDE] : mask.scaled(new Size(SIDE, SIDE)).values();
    // What was inverted lies where it lay.
    double upright = 1 - Math.abs(alike(one, two, where));
    double best =
        ways(two, square).stream().mapToDouble(way -> alike(one, way, where)).max().orElse(0);
    return best >= LEAST_ALIKE && upright > UPRIGHT && 1 - best <= upright * MOST_LEFT;
  }

  /** All but the upright one. */
  private static List<double[]> ways(double[] light, boolean square) {
    int last = SIDE - 1;
    List<double[]> ways = new ArrayList<>();
    ways.add(laid(light, (x, y) -> y * SIDE + last - x));
    ways.add(laid(light, (x, y) -> (last - y) * SIDE + x));
    ways.add(laid(light, (x, y) -> (last - y) * SIDE + last - x));
    if (square) {
      ways.add(laid(light, (x, y) -> x * SIDE + y));
      ways.add(laid(light, (x, y) -> x * SIDE + last - y));
      ways.add(laid(light, (x, y) -> (last - x) * SIDE + y));
      ways.add(laid(light, (x, y) -> (last - x) * SIDE + last - y));
    }
    return ways;
  }

  private static double[] laid(double[] light, IntBinaryOperator from) {
    double[] laid = new double[light.length];
    for (int i = 0; i < laid.length; i++) {
      laid[i] = light[from.applyAsInt(i % SIDE, i / SIDE)];
    }
    return laid;
  }

  /** From -1 to 1, however bright or soft both are; 0 where there is too little to see. */
  private static double alike(double[] one, double[] two, byte[] where) {
    int count = 0;
    double sumOne = 0;
    double sumTwo = 0;
    double squareOne = 0;
    double squareTwo = 0;
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      if (where[i] == 0) {
        count++;
        sumOne += one[i];
        sumTwo += two[i];
        squareOne += one[i] * one[i];
        squareTwo += two[i] * two[i];
        product += one[i] * two[i];
      }
    }
    double spread =
        Math.sqrt((count * squareOne - sumOne * sumOne) * (count * squareTwo - sumTwo * sumTwo));
    boolean silent = count < LEAST_PIXELS || spread < LEAST_SPREAD * count * count;
    return silent ? 0 : (count * product - sumOne * sumTwo) / spread;
  }

  private static double[] light(BufferedImage image) {
    int[] data = Pixels.data(Pixels.scale(image, SIDE, SIDE));
    return Arrays.stream(data).mapToDouble(Pixels::light).toArray();
  }
}
