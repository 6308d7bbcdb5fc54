package dev.polylogue.ui.layout;

import java.util.HashMap;
import java.util.Map;

/** What was made wider and taller, for each number of neighbours; all else is even. */
public record Proportions(Map<Line, Shares> kept) {
  public static final Proportions EVEN = new Proportions(Map.of());

  /** Along which line things are neighbours. */
  public enum Axis {
    COLUMNS,
    GRID_COLUMNS,
    GRID_ROWS
  }

  /**
   * Neighbours along an axis.
   *
   * @param count how many they are
   */
  public record Line(Axis axis, int count) {}

  public Proportions {
    kept = Map.copyOf(kept);
  }

  public Shares of(Line line) {
    return kept.getOrDefault(line, Shares.even(line.count));
  }

  public Proportions with(Line line, Shares shares) {
    Map<Line, Shares> changed = new HashMap<>(kept);
    changed.put(line, shares);
    return new Proportions(changed);
  }

  public Proportions even(Line line) {
    Map<Line, Shares> changed = new HashMap<>(kept);
    changed.remove(line);
    return new Proportions(changed);
  }
}
