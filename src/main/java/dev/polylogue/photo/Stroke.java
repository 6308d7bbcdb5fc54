package dev.polylogue.photo;

import org.jspecify.annotations.Nullable;

/** A stroke of a brush over a mask, from the first point to the last. The thread of the mask. */
public final class Stroke {
  private final Mask mask;
  private final Brush brush;
  private final byte[] falloff;
  private Area dirty = Area.NONE;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;

  Stroke(Mask mask, Brush brush) {
    this.mask = mask;
    this.brush = brush;
    falloff = brush.falloff();
  }

  /**
   * Goes on to a point, of which the first is a dab.
   *
   * @param x from the left edge of the photo, in its pixels
   * @return what has to be drawn anew
   */
  public Area to(double x, double y) {
    boolean first = Double.isNaN(lastX);
    Segment way = new Segment(first ? x : lastX, first ? y : lastY, x, y);
    lastX = x;
    lastY = y;
    Area around = way.around(brush.radius()).within(mask.size());
    int done = brush.erases() ? 0 : Levels.ALL;
    for (int i : mask.over(around)) {
      if (!mask.tile(i).isAll(done)) {
        paint(i, around, way);
      }
    }
    dirty = dirty.with(around);
    return around;
  }

  /** Ends it: from now on it can be undone as a whole. */
  public void end() {
    mask.finish(dirty);
  }

  private void paint(int i, Area around, Segment way) {
    Area tile = mask.area(i);
    int left = Math.max(tile.x(), around.x());
    int right = Math.min(tile.right(), around.right());
    byte @Nullable [] values = null;
    for (int y = Math.max(tile.y(), around.y());
        y < Math.min(tile.bottom(), around.bottom());
        y++) {
      Segment.Span span = way.span(y + 0.5, brush.radius());
      int from = Math.max(left, span.from());
      int to = Math.min(right, span.to());
      if (from < to) {
        values = values == null ? mask.writable(i) : values;
        row(values, (y - tile.y()) * Tile.SIDE - tile.x(), from, to, way, y + 0.5);
      }
    }
    if (values != null) {
      mask.changed(i);
    }
  }

  private void row(byte[] values, int begin, int from, int to, Segment way, double y) {
    double scale = Brush.steps() / (brush.radius() * brush.radius());
    for (int x = from; x < to; x++) {
      int step = (int) (way.squareTo(x + 0.5, y) * scale);
      if (step < Brush.steps()) {
        int level = falloff[step] & 0xff;
        int now = values[begin + x] & 0xff;
        values[begin + x] =
            (byte) (brush.erases() ? Math.min(now, Levels.ALL - level) : Math.max(now, level));
      }
    }
  }

  /** A straight way between two points. */
  private record Segment(double x0, double y0, double x1, double y1) {

    /** Pixels of a row. */
    record Span(int from, int to) {}

    Area around(double radius) {
      return Area.between(
          (int) Math.floor(Math.min(x0, x1) - radius),
          (int) Math.floor(Math.min(y0, y1) - radius),
          (int) Math.ceil(Math.max(x0, x1) + radius) + 1,
          (int) Math.ceil(Math.max(y0, y1) + radius) + 1);
    }

    /** Where a row can be nearer to it than the radius; somewhat wider on a slope. */
    Span span(double y, double radius) {
      double dy = y1 - y0;
      double a = dy == 0 ? 0 : (y - radius - y0) / dy;
      double b = dy == 0 ? 1 : (y + radius - y0) / dy;
      double begin = x0 + (x1 - x0) * Math.clamp(Math.min(a, b), 0, 1);
      double end = x0 + (x1 - x0) * Math.clamp(Math.max(a, b), 0, 1);
      return new Span(
          (int) Math.floor(Math.min(begin, end) - radius),
          (int) Math.ceil(Math.max(begin, end) + radius) + 1);
    }

    double squareTo(double x, double y) {
      double dx = x1 - x0;
      double dy = y1 - y0;
      double length = dx * dx + dy * dy;
      double t = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
      double offX = x - x0 - t * dx;
      double offY = y - y0 - t * dy;
      return offX * offX + offY * offY;
    }
  }
}
