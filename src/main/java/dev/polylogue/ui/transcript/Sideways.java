package dev.polylogue.ui.transcript;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A window onto something that may be wider than the pane. It moves with its bar, a sideways wheel
 * and, while it has the focus, with the arrow keys, Home and End. A wheel that turns up or down is
 * left to the transcript, which a {@code ScrollPane} would keep from it. Most of them never need
 * their bar, which is made for the first time that it is seen. FX thread.
 */
final class Sideways extends Region {
  private static final double STEP = 40;

  private static final double BAR = 9;

  /** The part of the bar that is taken hold of, in pixels, however little is seen at once. */
  private static final double LEAST_THUMB = 36;

  /** How far the boxes that share it are scrolled, in pixels. Equal to itself only. */
  static final class Place {
    private final DoubleProperty pixels = new SimpleDoubleProperty();

    DoubleProperty pixels() {
      return pixels;
    }
  }

  private final Region content;
  private final Place place;
  private @Nullable ScrollBar bar;
  private final Rectangle window = new Rectangle();
  private final boolean barred;
  private final InvalidationListener moved = changed -> requestLayout();

  /**
   * @param barred whether the bar is drawn; of boxes that move together only the lowest has one
   * @param name for assistive technology
   */
  Sideways(Region content, Place place, boolean barred, String name) {
    this.content = content;
    this.place = place;
    this.barred = barred;
    getChildren().add(content);
    setClip(window);
    getStyleClass().add("sideways");
    setAccessibleRole(AccessibleRole.SCROLL_PANE);
    setAccessibleText(name);
    place.pixels().addListener(new WeakInvalidationListener(moved));
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private ScrollBar newBar() {
    ScrollBar made = new ScrollBar();
    made.setOrientation(Orientation.HORIZONTAL);
    made.setPrefHeight(BAR);
    made.setAccessibleText(getAccessibleText());
    made.setUnitIncrement(STEP);
    made.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    made.valueProperty().addListener((value, before, now) -> moveTo(now.doubleValue()));
    getChildren().add(made);
    return made;
  }

  /** Pixels that do not fit. */
  double beyond() {
    return beyond(getWidth());
  }

  private double beyond(double width) {
    double room = width - snappedLeftInset() - snappedRightInset();
    return Math.max(0, Math.ceil(wide() - room - 0.5));
  }

  private double wide() {
    return Math.max(content.minWidth(-1), content.prefWidth(-1));
  }

  private void moveTo(double pixels) {
    place.pixels().set(Math.clamp(pixels, 0, beyond()));
  }

  /**
   * Moves the window around a node, if it stands in one, as little as is needed.
   *
   * @param part of the node that is to be seen, in its coordinates
   */
  static void bring(Node node, Bounds part) {
    for (Parent around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof Sideways sideways) {
        sideways.bring(sideways.content.sceneToLocal(node.localToScene(part)));
        return;
      }
    }
  }

  private void bring(Bounds part) {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    double at = Math.clamp(place.pixels().get(), 0, beyond());
    if (part.getMinX() < at || part.getMaxX() > at + room) {
      moveTo(part.getMinX() < at ? part.getMinX() - STEP : part.getMaxX() + STEP - room);
    }
  }

  private void wheel(ScrollEvent event) {
    if (beyond() > 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      moveTo(place.pixels().get() - event.getDeltaX());
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getTarget() != this || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    double from = place.pixels().get();
    double to =
        switch (event.getCode()) {
          case LEFT -> from - STEP;
          case RIGHT -> from + STEP;
          case HOME -> 0;
          case END -> beyond();
          default -> -1;
        };
    if (to != -1) {
      moveTo(to);
      event.consume();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset() + wide() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? getPrefWidth() : width;
    double below = barred && wide >= 0 && beyond(wide) > 0 ? BAR : 0;
    return snappedTopInset() + content.prefHeight(-1) + below + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double beyond = beyond();
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    double at = Math.clamp(place.pixels().get(), 0, beyond);
    double wide = wide();
    double tall = content.prefHeight(-1);
    content.resizeRelocate(snappedLeftInset() - snapPositionX(at), snappedTopInset(), wide, tall);
    window.setWidth(getWidth());
    window.setHeight(getHeight());
    setFocusTraversable(beyond > 0);
    boolean shown = barred && beyond > 0;
    if (bar != null) {
      bar.setVisible(shown);
    }
    if (shown) {
      bar = bar == null ? newBar() : bar;
      bar.setMax(beyond);
      bar.setVisibleAmount(beyond * Math.max(room / wide, LEAST_THUMB / room));
      bar.setBlockIncrement(room);
      bar.setValue(at);
      bar.resizeRelocate(snappedLeftInset(), snappedTopInset() + tall, room, BAR);
    }
  }
}
