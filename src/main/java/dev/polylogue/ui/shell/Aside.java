package dev.polylogue.ui.shell;

import javafx.beans.property.BooleanProperty;

/**
 * Something beside the work that gives way when the window gets narrow, and comes back with the
 * room; in between it can be brought out all the same. FX thread.
 */
final class Aside {
  private final BooleanProperty shown;
  private final double least;
  private boolean narrow;
  private boolean gaveWay;

  /**
   * @param least width of a window that has room for it, in pixels
   */
  Aside(BooleanProperty shown, double least) {
    this.shown = shown;
    this.least = least;
  }

  /**
   * @param width of the window, in pixels
   */
  void fit(double width) {
    boolean now = width < least;
    if (now == narrow) {
      return;
    }
    narrow = now;
    boolean out = shown.get();
    shown.set(!now && (out || gaveWay));
    gaveWay = now && out;
  }
}
