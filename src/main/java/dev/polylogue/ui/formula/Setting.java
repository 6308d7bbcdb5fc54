package dev.polylogue.ui.formula;

import java.util.List;

/** What became of a formula. */
public sealed interface Setting {

  /**
   * Outlines to be drawn. All sizes are parts of the size of the text around.
   *
   * @param ascent height above the baseline
   * @param descent depth below it
   */
  record Outlines(double width, double ascent, double descent, List<Ink> inks) implements Setting {
    /** Units of the coordinates of an ink in the size of the text. */
    public static final double UNITS = 100;

    public Outlines {
      inks = List.copyOf(inks);
    }

    public double height() {
      return ascent + descent;
    }
  }

  /**
   * Shapes in one colour.
   *
   * @param path as SVG writes it, from the left end of the baseline on, y down
   */
  record Ink(String path, Tint tint) {}

  /** Colours that a theme can make readable; a formula names its own in any shade. */
  enum Tint {
    /** That of the text around. */
    OWN,
    RED,
    YELLOW,
    GREEN,
    BLUE
  }

  /** It is shown as it was written. */
  record Refused(Reason reason) implements Setting {}

  /** Why a formula is shown as it was written. */
  enum Reason {
    UNKNOWN,
    LARGE,
    SLOW,
    MANY
  }
}
