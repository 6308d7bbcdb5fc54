package dev.polylogue.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who inherits the keyboard from a control that was taken out of the window: the control
 * of its kind that took its place, else the nearest part of the window around it that can have the
 * keyboard. The toolkit alone gives it to the first control of the window. FX thread.
 */
public final class FocusHeir {
  /** A control this near to where the other was, in pixels, is in its place. */
  private static final double NEAR = 12;

  private final Scene scene;
  private final FocusHome home;
  private final ChangeListener<Scene> leaving =
      (property, before, now) -> Platform.runLater(this::handOver);
  private @Nullable Node owner;
  private List<Parent> around = List.of();
  private Point2D spot = Point2D.ZERO;
  private boolean vacant;
  private boolean giving;

  private FocusHeir(Scene scene, FocusHome home) {
    this.scene = scene;
    this.home = home;
  }

  /**
   * From now on.
   *
   * @param home where there is nobody else
   */
  public static void watch(Scene scene, FocusHome home) {
    FocusHeir heir = new FocusHeir(scene, home);
    scene.focusOwnerProperty().addListener((property, before, now) -> heir.moved(before, now));
    scene.addPostLayoutPulseListener(heir::laidOut);
  }

  private void moved(@Nullable Node before, @Nullable Node now) {
    if (giving) {
      return;
    }
    if (before != null && now == null) {
      vacant = before.equals(owner) && !isHere(before);
    } else if (!vacant || before != null) {
      // Right after a vacancy the toolkit has chosen; what comes later was meant.
      vacant = false;
      own(now);
    }
  }

  private void own(@Nullable Node now) {
    if (owner != null) {
      owner.sceneProperty().removeListener(leaving);
    }
    owner = now;
    List<Parent> parents = new ArrayList<>();
    if (now != null) {
      now.sceneProperty().addListener(leaving);
      for (Parent step = now.getParent(); step != null; step = step.getParent()) {
        parents.add(step);
      }
    }
    around = parents;
    remember();
  }

  /** Keys that are pressed before the next layout would be heard by nobody. */
  private void handOver() {
    if (owner != null && !isHere(owner) && owner.equals(scene.getFocusOwner())) {
      vacant = true;
      give(this::near);
    }
  }

  private void remember() {
    if (owner != null && isHere(owner)) {
      spot = center(owner);
    }
  }

  /** Only now it can be told what stands where. */
  private void laidOut() {
    if (vacant) {
      vacant = false;
      give(this::inherit);
      own(scene.getFocusOwner());
    } else {
      remember();
    }
  }

  private void give(Runnable way) {
    giving = true;
    way.run();
    giving = false;
  }

  private void inherit() {
    Node gone = owner;
    Parent place = around.stream().filter(this::isHere).findFirst().orElse(null);
    Node heir = gone == null || place == null ? null : heir(place, gone);
    if (heir == null) {
      near();
    } else {
      heir.requestFocus();
    }
  }

  private void near() {
    for (Parent parent : around) {
      if (isHere(parent) && parent instanceof FocusHome near) {
        near.takeFocus();
        return;
      }
      if (isHere(parent) && parent.isFocusTraversable()) {
        parent.requestFocus();
        return;
      }
    }
    home.takeFocus();
  }

  private @Nullable Node heir(Node in, Node gone) {
    if (!in.isVisible() || in.isDisabled()) {
      return null;
    }
    if (in.isFocusTraversable() && isLike(in, gone) && center(in).distance(spot) <= NEAR) {
      return in;
    }
    if (in instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node heir = heir(child, gone);
        if (heir != null) {
          return heir;
        }
      }
    }
    return null;
  }

  private static boolean isLike(Node one, Node other) {
    return one.getClass().equals(other.getClass())
        && one.getStyleClass().equals(other.getStyleClass());
  }

  private boolean isHere(Node node) {
    return scene.equals(node.getScene());
  }

  private static Point2D center(Node node) {
    var bounds = node.getLayoutBounds();
    return node.localToScene(bounds.getCenterX(), bounds.getCenterY());
  }
}
