package dev.polylogue.ui.photo;

/**
 * A picture in the view that shows it.
 *
 * @param width of the picture, in its own pixels
 * @param height likewise
 * @param viewWidth of the view, in pixels of the screen
 * @param viewHeight likewise
 */
public record Frame(double width, double height, double viewWidth, double viewHeight) {
  /** Room around a picture that fits its view. */
  static final double MARGIN = 16;

  /** Pixels of the screen for a pixel of the picture, when all of it is to be seen. */
  public double fit() {
    double wide = Math.max(1, viewWidth - 2 * MARGIN) / Math.max(1, width);
    double tall = Math.max(1, viewHeight - 2 * MARGIN) / Math.max(1, height);
    return Math.min(wide, tall);
  }
}
