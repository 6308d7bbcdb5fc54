package dev.polylogue.ui.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a length is divided among neighbours.
 *
 * @param parts what each gets, as fractions that add up to 1
 * @param length how long all are together at least, in pixels; 0 when they only fill their room
 */
public record Shares(List<Double> parts, double length) {
  public Shares {
    parts = List.copyOf(parts);
  }

  public static Shares even(int count) {
    return new Shares(Collections.nCopies(count, 1.0 / count), 0);
  }

  /** How long all are together: the room, or more where they would else be too small. */
  public double total(double room, double least) {
    return Math.max(Math.max(room, parts.size() * least), length);
  }

  /**
   * The length of each, in whole pixels, none under the least; together they are {@link #total}.
   */
  public List<Double> sizes(double room, double least) {
    double total = total(room, least);
    double[] sizes = new double[parts.size()];
    boolean[] raised = new boolean[parts.size()];
    boolean again = true;
    while (again) {
      again = false;
      double left = total;
      double wanted = 0;
      for (int i = 0; i < sizes.length; i++) {
        left -= raised[i] ? least : 0;
        wanted += raised[i] ? 0 : parts.get(i);
      }
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = raised[i] ? least : left * parts.get(i) / wanted;
        if (!raised[i] && sizes[i] < least - 0.001) {
          raised[i] = true;
          again = true;
        }
      }
    }
    return whole(sizes);
  }

  private static List<Double> whole(double[] sizes) {
    List<Double> whole = new ArrayList<>();
    double exact = 0;
    double given = 0;
    for (double size : sizes) {
      exact += size;
      double end = Math.rint(exact);
      whole.add(end - given);
      given = end;
    }
    return whole;
  }

  /**
   * One part longer or shorter. While all fit, the neighbour gives or takes what that needs; where
   * they are scrolled through anyway, the others stay as they are.
   *
   * @param by pixels; negative to make it shorter
   */
  public Shares resized(int part, double by, double room, double least) {
    if (parts.size() < 2) {
      return this;
    }
    List<Double> sizes = new ArrayList<>(sizes(room, least));
    boolean scrolled = parts.size() * least > room || length > room;
    if (scrolled) {
      sizes.set(part, Math.max(least, sizes.get(part) + by));
    } else {
      int other = part == parts.size() - 1 ? part - 1 : part + 1;
      double more = Math.clamp(by, least - sizes.get(part), sizes.get(other) - least);
      sizes.set(part, sizes.get(part) + more);
      sizes.set(other, sizes.get(other) - more);
    }
    double sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
    return new Shares(sizes.stream().map(size -> size / sum).toList(), scrolled ? sum : 0);
  }
}
