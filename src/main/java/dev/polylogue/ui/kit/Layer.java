package dev.polylogue.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What floats above the window, inside its scene: one card at a time. Escape, a click beside it or
 * leaving it with the keyboard closes the card, and the focus goes back to where it was. FX thread.
 */
public final class Layer extends Pane {
  private static final double MARGIN = 8;
  private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

  private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

  private final ChangeListener<Node> leaving = (owner, before, now) -> focusMoved(now);
  private @Nullable Node anchor;
  private @Nullable Region card;
  private double tallest;
  private @Nullable Node focusedBefore;
  private @Nullable Runnable closed;
  private boolean tabbed;

  public Layer() {
    getStyleClass().add("layer");
    setVisible(false);
    addEventFilter(KeyEvent.ANY, this::remember);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            hide();
          }
          event.consume();
        });
  }

  /**
   * Shows the card below a node, or in the middle of the window, where its top stays when it
   * becomes less high.
   *
   * @param below the node to stand under, or null for the middle
   * @param first what gets the focus, inside the card
   * @param whenClosed called once, however the card closes
   */
  public void show(@Nullable Node below, Region shown, Node first, Runnable whenClosed) {
    hide();
    Scene scene = getScene();
    focusedBefore = scene.getFocusOwner();
    anchor = below;
    card = shown;
    tallest = 0;
    tabbed = false;
    closed = whenClosed;
    shown.getStyleClass().add("card");
    pseudoClassStateChanged(DIMMED, below == null);
    getChildren().setAll(shown);
    setVisible(true);
    shown.applyCss();
    first.requestFocus();
    scene.focusOwnerProperty().addListener(leaving);
  }

  /** Lets the mouse through to what lies below, while something is dragged there. */
  public void stepAside(boolean aside) {
    setMouseTransparent(aside);
    pseudoClassStateChanged(ASIDE, aside);
  }

  public boolean isShowing() {
    return card != null;
  }

  /** The keyboard goes where the one who is told gives it; else back to where it was. */
  public void hide() {
    Node back = focusedBefore;
    if (!close()) {
      return;
    }
    Scene scene = getScene();
    Node owner = scene.getFocusOwner();
    if (back != null && scene.equals(back.getScene()) && (owner == null || isInside(owner))) {
      back.requestFocus();
    }
    clear();
  }

  /** Tells that the card goes, which still stands there; false when there was none. */
  private boolean close() {
    Runnable whenClosed = closed;
    if (whenClosed == null) {
      return false;
    }
    getScene().focusOwnerProperty().removeListener(leaving);
    card = null;
    anchor = null;
    closed = null;
    focusedBefore = null;
    whenClosed.run();
    return card == null;
  }

  private void clear() {
    getChildren().clear();
    setVisible(false);
  }

  /** The Tab key leads out to the window's first control, which is next to nothing. */
  private void remember(KeyEvent event) {
    tabbed = event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.TAB;
  }

  private void focusMoved(@Nullable Node now) {
    Node back = focusedBefore;
    if (now != null && !isInside(now) && close()) {
      if (tabbed && back != null && getScene().equals(back.getScene())) {
        back.requestFocus();
      }
      clear();
    }
  }

  private boolean isInside(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent == this) {
        return true;
      }
    }
    return false;
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      hide();
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    Region shown = card;
    if (shown == null) {
      return;
    }
    double width = Math.min(shown.prefWidth(-1), getWidth() - 2 * MARGIN);
    double height = Math.min(shown.prefHeight(width), getHeight() - 2 * MARGIN);
    if (anchor == null) {
      tallest = Math.min(Math.max(tallest, height), getHeight() - 2 * MARGIN);
      place(shown, (getWidth() - width) / 2, (getHeight() - tallest) / 3, width, height);
      return;
    }
    Bounds at = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    double below = getHeight() - at.getMaxY() - 2 * MARGIN;
    boolean fitsBelow = height <= below || below >= at.getMinY();
    double most = fitsBelow ? below : at.getMinY() - 2 * MARGIN;
    double tall = Math.min(height, most);
    double y = fitsBelow ? at.getMaxY() + MARGIN / 2 : at.getMinY() - MARGIN / 2 - tall;
    double x = Math.min(at.getMinX(), getWidth() - width - MARGIN);
    place(shown, Math.max(MARGIN, x), y, width, tall);
  }

  private void place(Region shown, double x, double y, double width, double height) {
    shown.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
  }
}
