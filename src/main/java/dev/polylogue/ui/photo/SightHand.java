package dev.polylogue.ui.photo;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Moves what is looked at by mouse, pad and fingers, in all views at once. FX thread. */
final class SightHand {
  private static final double NOTCH = 1.2;
  private static final double NOTCH_PIXELS = 40;

  private final PictureView view;
  private final ObjectProperty<Sight> sight;
  private final BooleanSupplier holds;
  private double lastX;
  private double lastY;
  private boolean dragging;

  /**
   * @param holds whether the left button drags the picture, as no other tool is in the hand
   */
  SightHand(PictureView view, ObjectProperty<Sight> sight, BooleanSupplier holds) {
    this.view = view;
    this.sight = sight;
    this.holds = holds;
    view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    view.addEventHandler(
        ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), event.getX(), event.getY()));
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    view.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> view.setCursor(holds.getAsBoolean() ? Cursor.OPEN_HAND : Cursor.CROSSHAIR));
  }

  private void scrolled(ScrollEvent event) {
    if (event.isInertia()) {
      return;
    }
    double way = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    zoom(Math.pow(NOTCH, way / NOTCH_PIXELS), event.getX(), event.getY());
    event.consume();
  }

  private void zoom(double by, double x, double y) {
    Frame frame = view.frame();
    if (frame != null) {
      sight.set(sight.get().zoomed(frame, by, x, y));
    }
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    dragging =
        event.getButton() == MouseButton.MIDDLE
            || (event.getButton() == MouseButton.PRIMARY && holds.getAsBoolean());
    lastX = event.getX();
    lastY = event.getY();
  }

  private void dragged(MouseEvent event) {
    Frame frame = view.frame();
    if (dragging && frame != null) {
      view.setCursor(Cursor.CLOSED_HAND);
      sight.set(sight.get().panned(frame, event.getX() - lastX, event.getY() - lastY));
      lastX = event.getX();
      lastY = event.getY();
    }
  }

  /** Twice goes near, and twice again goes back to all of it. */
  private void clicked(MouseEvent event) {
    Frame frame = view.frame();
    boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
    if (twice && holds.getAsBoolean() && frame != null) {
      boolean fits = sight.get().equals(Sight.FIT);
      Sight near =
          sight.get().scaled(frame, Math.max(1, 2 * frame.fit()), event.getX(), event.getY());
      sight.set(fits ? near : Sight.FIT);
    }
  }
}
