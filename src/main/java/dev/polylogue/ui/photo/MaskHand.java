package dev.polylogue.ui.photo;

import dev.polylogue.photo.Area;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints on the source with the tool in the hand, and shows how wide it is. FX thread. */
final class MaskHand implements PictureView.Overlay {
  private static final double RIM = 3;

  private final PictureView view;
  private final MaskViewModel model;
  private final ObjectProperty<Sight> sight;
  private final Consumer<Area> painter = this::painted;
  private boolean down;
  private boolean over;
  private double x;
  private double y;
  private double fromX;
  private double fromY;
  private @Nullable Part marked;

  MaskHand(PictureView view, MaskViewModel model, ObjectProperty<Sight> sight) {
    this.view = view;
    this.model = model;
    this.sight = sight;
    view.overlay(new MaskOverlay(model));
    view.overlay(this);
    model.onPainted(painter);
    view.sceneProperty().subscribe(scene -> listen(scene != null));
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moved(event, true));
    view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moved(event, false));
    view.ties().hold(model.radiusProperty().subscribe(now -> mark()));
    view.ties().hold(model.toolProperty().subscribe(now -> mark()));
    view.ties().hold(model.visibleProperty().subscribe(now -> view.redraw()));
  }

  /** A view that has left the window is not drawn any more. */
  private void listen(boolean shown) {
    model.offPainted(painter);
    if (shown) {
      model.onPainted(painter);
    }
  }

  private boolean paints() {
    MaskViewModel.Tool tool = model.toolProperty().get();
    return tool == MaskViewModel.Tool.BRUSH || tool == MaskViewModel.Tool.ERASER;
  }

  private void pressed(MouseEvent event) {
    boolean tool = model.toolProperty().get() != MaskViewModel.Tool.HAND;
    if (tool && event.getButton() == MouseButton.PRIMARY && view.frame() != null) {
      down = true;
      fromX = event.getX();
      fromY = event.getY();
      paint(event);
    }
  }

  private void dragged(MouseEvent event) {
    if (down) {
      paint(event);
    }
  }

  private void paint(MouseEvent event) {
    moved(event, true);
    Frame frame = view.frame();
    if (frame != null && paints()) {
      Sight now = sight.get();
      model.paint(now.pictureX(frame, event.getX()), now.pictureY(frame, event.getY()));
    }
  }

  private void released(MouseEvent event) {
    Frame frame = view.frame();
    if (down && frame != null) {
      down = false;
      if (paints()) {
        model.end();
      } else if (model.toolProperty().get() == MaskViewModel.Tool.RECTANGLE) {
        Area area = area(frame, event);
        mark();
        model.rectangle(area, event.isAltDown());
      }
    }
  }

  private Area area(Frame frame, MouseEvent event) {
    Sight now = sight.get();
    double left = now.pictureX(frame, Math.min(fromX, event.getX()));
    double top = now.pictureY(frame, Math.min(fromY, event.getY()));
    double right = now.pictureX(frame, Math.max(fromX, event.getX()));
    double bottom = now.pictureY(frame, Math.max(fromY, event.getY()));
    return new Area(
        (int) Math.round(left),
        (int) Math.round(top),
        (int) Math.round(right - left),
        (int) Math.round(bottom - top));
  }

  private void moved(MouseEvent event, boolean inside) {
    x = event.getX();
    y = event.getY();
    over = inside;
    mark();
  }

  private void painted(Area area) {
    Frame frame = view.frame();
    if (frame != null) {
      Sight now = sight.get();
      double scale = now.scale(frame);
      view.redraw(
          new Part(
              Math.floor(now.left(frame) + area.x() * scale - RIM),
              Math.floor(now.top(frame) + area.y() * scale - RIM),
              Math.ceil(area.width() * scale + 2 * RIM + 1),
              Math.ceil(area.height() * scale + 2 * RIM + 1)));
    }
  }

  /** Draws anew where the mark of the tool was and where it is. */
  private void mark() {
    Part before = marked;
    Part now = mark(view.frame());
    marked = now;
    if (before != null) {
      view.redraw(before);
    }
    if (now != null) {
      view.redraw(now);
    }
  }

  private @Nullable Part mark(@Nullable Frame frame) {
    if (frame == null || !over) {
      return null;
    }
    if (paints()) {
      double r = model.radiusProperty().get() * sight.get().scale(frame) + RIM;
      return new Part(
          Math.floor(x - r), Math.floor(y - r), Math.ceil(2 * r + 1), Math.ceil(2 * r + 1));
    }
    if (down && model.toolProperty().get() == MaskViewModel.Tool.RECTANGLE) {
      return new Part(
          Math.floor(Math.min(x, fromX) - RIM),
          Math.floor(Math.min(y, fromY) - RIM),
          Math.ceil(Math.abs(x - fromX) + 2 * RIM),
          Math.ceil(Math.abs(y - fromY) + 2 * RIM));
    }
    return null;
  }

  @Override
  public void draw(GraphicsContext pen, Frame frame, Sight now, Part part) {
    if (!over) {
      return;
    }
    if (paints()) {
      double r = model.radiusProperty().get() * now.scale(frame);
      pen.setLineDashes();
      ring(pen, Color.WHITE, 2.5, r);
      ring(pen, Color.BLACK, 1, r);
    } else if (down && model.toolProperty().get() == MaskViewModel.Tool.RECTANGLE) {
      pen.setLineWidth(1);
      pen.setStroke(Color.WHITE);
      pen.strokeRect(
          Math.min(x, fromX) + 0.5,
          Math.min(y, fromY) + 0.5,
          Math.abs(x - fromX),
          Math.abs(y - fromY));
    }
  }

  private void ring(GraphicsContext pen, Color colour, double width, double radius) {
    pen.setStroke(colour);
    pen.setLineWidth(width);
    pen.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
