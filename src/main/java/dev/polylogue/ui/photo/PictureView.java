package dev.polylogue.ui.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Draws the part of a picture that is looked at, once a frame at most, and only what changed. FX
 * thread.
 */
class PictureView extends Region {
  /** Something that is drawn over the picture. */
  interface Overlay {
    /**
     * @param part what is drawn anew; nothing is to be drawn outside
     */
    void draw(GraphicsContext pen, Frame frame, Sight sight, Part part);
  }

  /** Has the pixels of a part of a large picture, which are not kept. */
  interface Detail {
    /**
     * @param part of the picture, in its pixels
     */
    void want(Part part, Consumer<Level> made);
  }

  /**
   * A picture as far as it is there.
   *
   * @param fine squares of full size of the part that is looked at, or null
   */
  record Shown(Pyramid pyramid, @Nullable Level fine) {}

  private static final double CHECK = 8;

  /** How much more than what is seen is fetched, in pixels of the picture. */
  private static final double MORE = 512;

  /** Above so many pixels of the screen for one of the picture, pixels are shown as they are. */
  private static final double CRISP = 2;

  private final ObjectProperty<Sight> sight;
  private final Ties ties = new Ties();
  private final Canvas canvas = new Canvas();
  private final List<Overlay> overlays = new ArrayList<>();
  private @Nullable Pyramid picture;
  private @Nullable Shown instead;
  private @Nullable Detail detail;
  private @Nullable Level fine;
  private @Nullable Part finePart;
  private @Nullable Part awaited;
  private @Nullable Part stale;
  private boolean allStale = true;

  /**
   * @param sight shared with the other views
   */
  PictureView(ObjectProperty<Sight> sight) {
    this.sight = sight;
    getStyleClass().add("picture-view");
    getChildren().add(canvas);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    setMinSize(0, 0);
    ties.hold(sight.subscribe(now -> redraw()));
  }

  /** Cut when the view is taken out of the window for good. */
  Ties ties() {
    return ties;
  }

  /** Whether there is a picture. */
  boolean isShowing() {
    return picture != null;
  }

  void show(@Nullable Pyramid shown) {
    show(shown, null);
  }

  /**
   * @param from has more pixels than the pyramid keeps, or null where it keeps all
   */
  void show(@Nullable Pyramid shown, @Nullable Detail from) {
    if (picture != shown) {
      picture = shown;
      detail = shown == null || shown.isWhole() ? null : from;
      forget();
      redraw();
    }
  }

  private void forget() {
    fine = null;
    finePart = null;
    awaited = null;
  }

  /** Shows another picture in its place for a while, or no other any more. */
  void flash(@Nullable Shown other) {
    if (!Objects.equals(instead, other)) {
      instead = other;
      redraw();
    }
  }

  void overlay(Overlay overlay) {
    overlays.add(overlay);
  }

  /** The picture that belongs here, whatever is flashed. */
  @Nullable Shown own() {
    Pyramid now = picture;
    return now == null ? null : new Shown(now, fine);
  }

  /** The picture that is seen. */
  private @Nullable Shown seen() {
    return instead != null ? instead : own();
  }

  /** The picture in this view, or null where there is none. */
  @Nullable Frame frame() {
    Shown seen = seen();
    return seen == null
        ? null
        : new Frame(seen.pyramid.width(), seen.pyramid.height(), getWidth(), getHeight());
  }

  /** Draws everything with the next frame. */
  final void redraw() {
    allStale = true;
    requestLayout();
  }

  /** Draws a part of the view with the next frame. */
  final void redraw(Part part) {
    stale = stale == null ? part : stale.and(part);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      allStale = true;
    }
    Part part = allStale ? new Part(0, 0, getWidth(), getHeight()) : stale;
    if (part != null && getWidth() > 0 && getHeight() > 0) {
      draw(part);
    }
    allStale = false;
    stale = null;
  }

  private void draw(Part part) {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.save();
    pen.beginPath();
    pen.rect(part.x(), part.y(), part.width(), part.height());
    pen.clip();
    pen.clearRect(part.x(), part.y(), part.width(), part.height());
    Shown seen = seen();
    Frame frame = frame();
    if (seen != null && frame != null) {
      paint(pen, seen, frame, part);
      for (Overlay overlay : overlays) {
        overlay.draw(pen, frame, sight.get(), part);
      }
      refine(frame);
    }
    pen.restore();
  }

  /** Fetches the pixels that are looked at and not there, and lets go of those that are not. */
  private void refine(Frame frame) {
    Pyramid now = picture;
    Detail from = detail;
    if (now == null || from == null || instead != null) {
      return;
    }
    double scale = sight.get().scale(frame);
    if (now.level(scale).scale() >= scale * 0.999) {
      forget();
      return;
    }
    Part wanted = looked(frame, 0);
    boolean there = finePart != null && finePart.holds(wanted);
    boolean coming = awaited != null && awaited.holds(wanted);
    if (!there && !coming) {
      Part more = looked(frame, MORE);
      awaited = more;
      from.want(more, made -> refined(now, more, made));
    }
  }

  private void refined(Pyramid of, Part part, Level made) {
    if (picture == of && part.equals(awaited)) {
      fine = made;
      finePart = part;
      awaited = null;
      redraw();
    }
  }

  /** What is looked at and so much around it, in pixels of the picture. */
  private Part looked(Frame frame, double around) {
    Sight now = sight.get();
    double fromX = Math.max(0, now.pictureX(frame, 0) - around);
    double fromY = Math.max(0, now.pictureY(frame, 0) - around);
    double toX = Math.min(frame.width(), now.pictureX(frame, getWidth()) + around);
    double toY = Math.min(frame.height(), now.pictureY(frame, getHeight()) + around);
    return new Part(fromX, fromY, toX - fromX, toY - fromY);
  }

  /** Draws a picture as this view is looked at, such as one half of a wipe. */
  final void paint(GraphicsContext pen, Shown seen, Frame frame, Part part) {
    Pyramid shown = seen.pyramid;
    Sight now = sight.get();
    double scale = now.scale(frame);
    double left = Math.round(now.left(frame));
    double top = Math.round(now.top(frame));
    if (!shown.opaque()) {
      checker(pen, left, top, frame.width() * scale, frame.height() * scale, part);
    }
    Level level = shown.level(scale);
    squares(pen, level, left, top, scale, part);
    Level finer = seen.fine;
    if (finer != null && level.scale() < finer.scale()) {
      squares(pen, finer, left, top, scale, part);
    }
  }

  private static void squares(
      GraphicsContext pen, Level level, double left, double top, double scale, Part part) {
    double levelScale = scale / level.scale();
    boolean crisp = level.scale() == 1 && (levelScale >= CRISP || levelScale == 1);
    pen.setImageSmoothing(!crisp);
    for (Square square : level.squares()) {
      square.draw(pen, left, top, levelScale, part);
    }
  }

  private static void checker(
      GraphicsContext pen, double left, double top, double width, double height, Part part) {
    double fromX = Math.max(left, part.x());
    double fromY = Math.max(top, part.y());
    double toX = Math.min(left + width, part.x() + part.width());
    double toY = Math.min(top + height, part.y() + part.height());
    if (toX <= fromX || toY <= fromY) {
      return;
    }
    pen.setFill(Color.gray(0.96));
    pen.fillRect(fromX, fromY, toX - fromX, toY - fromY);
    pen.setFill(Color.gray(0.82));
    for (double y = Math.floor((fromY - top) / CHECK) * CHECK + top; y < toY; y += CHECK) {
      long row = Math.round((y - top) / CHECK);
      double first = Math.floor((fromX - left) / CHECK) * CHECK + left;
      for (double x = first; x < toX; x += CHECK) {
        if ((row + Math.round((x - left) / CHECK)) % 2 != 0) {
          double x0 = Math.max(x, fromX);
          double y0 = Math.max(y, fromY);
          pen.fillRect(x0, y0, Math.min(x + CHECK, toX) - x0, Math.min(y + CHECK, toY) - y0);
        }
      }
    }
  }
}
