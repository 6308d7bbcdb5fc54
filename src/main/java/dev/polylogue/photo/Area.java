package dev.polylogue.photo;

/** A rectangle of pixels; empty when it has no width or no height. */
public record Area(int x, int y, int width, int height) {
  public static final Area NONE = new Area(0, 0, 0, 0);

  /** Up to the right and lower edge, which do not belong to it. */
  static Area between(int left, int top, int right, int bottom) {
    return right <= left || bottom <= top ? NONE : new Area(left, top, right - left, bottom - top);
  }

  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  /** The smallest that has both. */
  public Area with(Area other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty()
        ? this
        : between(
            Math.min(x, other.x),
            Math.min(y, other.y),
            Math.max(right(), other.right()),
            Math.max(bottom(), other.bottom()));
  }

  public Area within(Size size) {
    return between(
        Math.max(0, x),
        Math.max(0, y),
        Math.min(size.width(), right()),
        Math.min(size.height(), bottom()));
  }
}
