package dev.polylogue.bench;

import java.util.List;

/** Sums up several measurements. */
final class Figure {
  private Figure() {}

  static double median(List<Double> values) {
    return percentile(values, 50);
  }

  static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
