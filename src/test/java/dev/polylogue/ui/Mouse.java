package dev.polylogue.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

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
}
