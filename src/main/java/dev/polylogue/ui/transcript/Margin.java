package dev.polylogue.ui.transcript;

/**
 * What stands at the left of a line, from the outside in.
 *
 * @param width in pixels
 * @param mark a bullet or a number, or empty
 * @param begins whether it begins at this line, so that it leaves out the gap above
 */
record Margin(Kind kind, int width, String mark, boolean begins) {

  /** A bar beside a quote, a mark before an item, or room. */
  enum Kind {
    BAR,
    MARK,
    ROOM
  }

  private static final int STEP = 24;
  private static final int DIGIT = 8;
  private static final int BAR = 16;

  static Margin bar(boolean begins) {
    return new Margin(Kind.BAR, BAR, "", begins);
  }

  /**
   * @param widest the longest mark of the list
   */
  static Margin mark(String mark, int widest) {
    return new Margin(Kind.MARK, width(widest), mark, true);
  }

  static Margin room(int widest) {
    return new Margin(Kind.ROOM, width(widest), "", false);
  }

  private static int width(int widest) {
    return STEP + Math.max(0, widest - 2) * DIGIT;
  }
}
