package dev.polylogue.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/** The left button of a mouse that a test holds. FX thread. */
public final class Mouse {
  private Mouse() {}

  /**
   * Lets a node hear of it, with no key held.
   *
   * @param x in the coordinates of the scene, as is y
   */
  public static void fire(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            new PickResult(node, x, y)));
  }

  /**
   * Turns its wheel over a node.
   *
   * @param up pixels; negative for down
   */
  public static void wheel(Node node, double x, double y, double up) {
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x,
            y,
            x,
            y,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            up,
            0,
            up,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(node, x, y)));
  }
}
