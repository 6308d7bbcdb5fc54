package dev.polylogue.ui.photo;

/**
 * Which part of a picture is looked at, the same for pictures of every size: by the share of what
 * fits, and by the place in the middle of the view.
 *
 * @param factor 1 shows the whole picture, 2 half of its width and height
 * @param x the place in the middle of the view, from 0 at the left edge to 1 at the right
 * @param y likewise, from the top
 */
public record Sight(double factor, double x, double y) {
  public static final Sight FIT = new Sight(1, 0.5, 0.5);

  /** Above so many pixels of the screen for one of the picture there is nothing more to see. */
  private static final double MOST_SCALE = 32;

  private static final double LEAST_FACTOR = 0.25;

  /** Pixels of the screen for a pixel of the picture. */
  public double scale(Frame frame) {
    return factor * frame.fit();
  }

  /** Where the left edge of the picture lies in the view. */
  public double left(Frame frame) {
    return frame.viewWidth() / 2 - x * frame.width() * scale(frame);
  }

  /** Where the top edge of the picture lies in the view. */
  public double top(Frame frame) {
    return frame.viewHeight() / 2 - y * frame.height() * scale(frame);
  }

  /** The place of the picture under a point of the view, in pixels of the picture. */
  public double pictureX(Frame frame, double viewX) {
    return (viewX - left(frame)) / scale(frame);
  }

  public double pictureY(Frame frame, double viewY) {
    return (viewY - top(frame)) / scale(frame);
  }

  /** Larger or smaller; what lies under the point of the view stays there. */
  public Sight zoomed(Frame frame, double by, double viewX, double viewY) {
    return scaled(frame, scale(frame) * by, viewX, viewY);
  }

  /** So many pixels of the screen for one of the picture; what lies under the point stays there. */
  public Sight scaled(Frame frame, double wanted, double viewX, double viewY) {
    double most = Math.max(MOST_SCALE, frame.fit());
    double next = Math.clamp(wanted, LEAST_FACTOR * frame.fit(), most);
    double middleX = pictureX(frame, viewX) - (viewX - frame.viewWidth() / 2) / next;
    double middleY = pictureY(frame, viewY) - (viewY - frame.viewHeight() / 2) / next;
    return new Sight(next / frame.fit(), middleX / frame.width(), middleY / frame.height())
        .held(frame);
  }

  /** Moved by pixels of the screen, as a hand moves paper. */
  public Sight panned(Frame frame, double byX, double byY) {
    double scale = scale(frame);
    return new Sight(factor, x - byX / (scale * frame.width()), y - byY / (scale * frame.height()))
        .held(frame);
  }

  /** Keeps the picture in the view: in the middle where it is smaller, else over all of it. */
  private Sight held(Frame frame) {
    double scale = scale(frame);
    return new Sight(
        factor,
        held(x, frame.width() * scale, frame.viewWidth()),
        held(y, frame.height() * scale, frame.viewHeight()));
  }

  private static double held(double at, double size, double view) {
    double room = view - 2 * Frame.MARGIN;
    if (size <= room + 0.5) {
      return 0.5;
    }
    double half = room / 2 / size;
    return Math.clamp(at, half, 1 - half);
  }
}
