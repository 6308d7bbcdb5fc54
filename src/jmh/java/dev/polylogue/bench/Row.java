package dev.polylogue.bench;

/**
 * One measured figure.
 *
 * @param value the median of several runs
 * @param limit what is promised
 * @param ok whether the promise is kept
 */
public record Row(String name, double value, String unit, double limit, boolean ok) {

  public static Row atMost(String name, double value, String unit, double limit) {
    return new Row(name, value, unit, limit, value <= limit);
  }

  public static Row atLeast(String name, double value, String unit, double limit) {
    return new Row(name, value, unit, limit, value >= limit);
  }
}
