package dev.polylogue.ui.photo;

/** A rectangle; of the view in pixels of the screen, unless somebody says other. */
record Part(double x, double y, double width, double height) {
  boolean touches(double fromX, double fromY, double toX, double toY) {
    return fromX < x + width && toX > x && fromY < y + height && toY > y;
  }

  boolean holds(Part other) {
    return other.x >= x
        && other.y >= y
        && other.x + other.width <= x + width
        && other.y + other.height <= y + height;
  }

  /** The smallest that holds both. */
  Part and(Part other) {
    double fromX = Math.min(x, other.x);
    double fromY = Math.min(y, other.y);
    double toX = Math.max(x + width, other.x + other.width);
    double toY = Math.max(y + height, other.y + other.height);
    return new Part(fromX, fromY, toX - fromX, toY - fromY);
  }
}
