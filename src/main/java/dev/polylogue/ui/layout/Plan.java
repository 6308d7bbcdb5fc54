package dev.polylogue.ui.layout;

import dev.polylogue.ui.layout.Proportions.Axis;
import dev.polylogue.ui.layout.Proportions.Line;
import java.util.List;

/**
 * Where everything stands.
 *
 * @param places one for each, in order; {@link Box#NOWHERE} for what is not shown
 */
public record Plan(List<Box> places, List<Divider> dividers) {
  public Plan {
    places = List.copyOf(places);
    dividers = List.copyOf(dividers);
  }

  /**
   * The line between two neighbours.
   *
   * @param part the one before it
   * @param at without breadth
   */
  public record Divider(Line line, int part, Box at) {
    /** Whether it stands between left and right, rather than lies between above and below. */
    public boolean isUpright() {
      return line.axis() != Axis.GRID_ROWS;
    }
  }
}
