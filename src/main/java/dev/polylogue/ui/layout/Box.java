package dev.polylogue.ui.layout;

/** A place in pixels. {@link #NOWHERE} is that of something not shown. */
public record Box(double x, double y, double width, double height) {
  public static final Box NOWHERE = new Box(0, 0, 0, 0);

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double middle() {
    return x + width / 2;
  }

  public boolean isNowhere() {
    return width <= 0 || height <= 0;
  }
}
