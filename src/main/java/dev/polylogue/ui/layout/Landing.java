package dev.polylogue.ui.layout;

import java.util.List;

/**
 * Where something lands that is dragged over a row or a grid.
 *
 * @param gap between which it lands: 0 is before the first
 * @param at of the mark that shows it, without width
 */
public record Landing(int gap, Box at) {

  /**
   * The landing under a point.
   *
   * @param places of all, row by row; not empty
   */
  public static Landing under(List<Box> places, double x, double y) {
    int first = 0;
    while (y > places.get(first).bottom() && next(places, first) < places.size()) {
      first = next(places, first);
    }
    int end = next(places, first);
    int gap = first;
    while (gap < end && x > places.get(gap).middle()) {
      gap++;
    }
    Box beside = places.get(gap == end ? end - 1 : gap);
    double edge = gap == end ? beside.right() : beside.x();
    return new Landing(gap, new Box(edge, beside.y(), 0, beside.height()));
  }

  /** The first of the row below. */
  private static int next(List<Box> places, int first) {
    int next = first + 1;
    while (next < places.size() && places.get(next).y() <= places.get(first).y()) {
      next++;
    }
    return next;
  }

  /** Where it ends up when it is taken from its place and put into the gap. */
  public int from(int place) {
    return gap > place ? gap - 1 : gap;
  }
}
