package dev.polylogue.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.Pane;

/**
 * Keeps nodes in the scene only while they are wanted: each frame looks at every node there is,
 * seen or not. A node that goes gives the focus away, which keys would follow to where nothing
 * hears them. FX thread.
 */
public final class Present {
  private Present() {}

  /** The only child of its parent. */
  public static void only(Pane parent, Node wanted) {
    boolean focused = parent.isFocusWithin();
    parent.getChildren().setAll(wanted);
    if (focused) {
      enter(wanted);
    }
  }

  /**
   * The last child of its parent while it is wanted.
   *
   * @param home gets the focus that the node leaves behind
   */
  public static void last(Pane parent, Node node, ObservableValue<Boolean> wanted, FocusHome home) {
    wanted.subscribe(
        now -> {
          boolean focused = node.isFocusWithin();
          parent.getChildren().remove(node);
          if (now) {
            parent.getChildren().add(node);
          } else if (focused) {
            home.takeFocus();
          }
        });
  }

  /** Controls have nothing in them before they are styled. */
  private static void enter(Node place) {
    place.applyCss();
    place.requestFocus();
    place.requestFocusTraversal(TraversalDirection.NEXT);
  }
}
