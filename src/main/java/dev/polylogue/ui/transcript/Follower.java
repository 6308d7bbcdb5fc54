package dev.polylogue.ui.transcript;

import dev.polylogue.ui.fx.LayoutPulse;
import dev.polylogue.ui.fx.WindowLook;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last line in view while the reader is at the bottom, and leaves the reader alone
 * otherwise. Only the reader's own moves end the following; coming back to the last line takes it
 * up again. FX thread.
 */
final class Follower {
  private final TranscriptArea area;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper below = new ReadOnlyBooleanWrapper();
  private final BooleanSupplier settled;
  private Runnable moved = () -> {};
  private @Nullable BooleanSupplier place;
  private @Nullable WindowLook dressed;
  private boolean holding;
  private boolean moving;
  private boolean pressed;
  private boolean wheeled;
  private boolean led;
  private boolean unchecked;
  private boolean stale;
  private boolean resized;

  /**
   * @param settled whether no text waits to be laid out
   */
  Follower(
      TranscriptArea area, VirtualizedScrollPane<TranscriptArea> pane, BooleanSupplier settled) {
    this.area = area;
    this.settled = settled;
    pane.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    pane.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    pane.addEventFilter(KeyEvent.KEY_RELEASED, event -> moving = false);
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed());
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> moving = false);
    area.estimatedScrollYProperty().addListener((property, before, now) -> unchecked = true);
    LayoutPulse.before(area, this::follow);
    LayoutPulse.after(area, this::check);
    area.heightProperty().addListener(resized -> contentChanged());
    area.widthProperty().addListener(width -> widthChanged());
    area.focusWithinProperty().addListener((property, before, now) -> moving &= now);
  }

  /** Calls this after the reader has moved. */
  void whenMoved(Runnable listener) {
    moved = listener;
  }

  /**
   * Ends the following and goes to a place, again and again until all text is laid out, unless the
   * reader moves.
   *
   * @param show goes there; false when it can't yet
   */
  void hold(BooleanSupplier show) {
    following.set(false);
    place = show;
    holding = true;
    led = false;
    pressed = false;
    moving = false;
    contentChanged();
  }

  /** Has the reader's move told once the place is reached that {@link #hold} goes to. */
  void tell() {
    wheeled = true;
    unchecked = true;
  }

  /** The place that the reader has come to, to be shown again when the width changes. */
  void keep(BooleanSupplier show) {
    place = show;
    holding = false;
  }

  /** Other keys may well change the layout of the window, which is no move of the reader. */
  private void keyPressed(KeyEvent event) {
    KeyCode key = event.getCode();
    if (key.isNavigationKey() || key == KeyCode.SPACE || key == KeyCode.TAB) {
      pressed();
    }
  }

  private void pressed() {
    moving = true;
    pressed = true;
    led = true;
    holding = false;
  }

  private void widthChanged() {
    resized = true;
    contentChanged();
  }

  /** Whether there are lines below those in view, and the reader is not led to them. */
  ReadOnlyBooleanProperty belowProperty() {
    return below.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /** Whether all lines are where they were last laid out. */
  boolean isLaidOut() {
    return !stale;
  }

  /** Lines have come or gone; seen to once, before the next layout. */
  void contentChanged() {
    stale = true;
    Platform.requestNextPulse();
  }

  void jump() {
    following.set(true);
    holding = false;
    led = false;
    place = null;
    contentChanged();
  }

  private void follow() {
    boolean grown = stale;
    if (grown && following.get()) {
      area.showParagraphAtBottom(area.getParagraphs().size() - 1);
    }
    stale = false;
    if (holding && !following.get()) {
      goToPlace();
    }
    if (grown) {
      layLines();
    }
  }

  /**
   * New lines get their nodes when the area is laid out. Done only after the styles of this frame
   * were seen to, that leaves styles to be seen to in the next one, for which JavaFX paints the
   * whole window again. Where the look of the window has changed, the lines that stand are styled
   * first: none is to be measured before.
   */
  private void layLines() {
    if (area.getWidth() > 0) {
      WindowLook look = WindowLook.of(area.getScene());
      if (!look.equals(dressed)) {
        area.applyCss();
        dressed = look;
      }
      area.layout();
    }
  }

  private void goToPlace() {
    BooleanSupplier show = place;
    if (show != null) {
      boolean shown = show.getAsBoolean();
      holding = holding && !(shown && settled.getAsBoolean());
      Platform.requestNextPulse();
    }
  }

  private void scrolled(ScrollEvent event) {
    wheeled = true;
    led = true;
    holding = false;
    if (event.getDeltaY() > 0) {
      following.set(false);
      unchecked = true;
    }
  }

  /** Lines may not be asked where they are before they are laid out. */
  private void check() {
    settle();
    below.set(!following.get() && !isAtBottom());
  }

  private void settle() {
    if (resized && !following.get()) {
      goToPlace();
    }
    resized = false;
    if (holding) {
      return;
    }
    boolean byKey = moving || pressed;
    boolean byHand = byKey || wheeled;
    pressed = false;
    wheeled = false;
    if (unchecked) {
      unchecked = false;
      moved(byKey, byHand);
    }
  }

  private void moved(boolean byKey, boolean byHand) {
    boolean before = following.get();
    if (isAtBottom()) {
      following.set(true);
    } else if (byKey) {
      following.set(false);
    }
    // The last rows may come into place a frame after the reader's move.
    if (byHand || led && following.get() && !before) {
      moved.run();
    }
  }

  private boolean isAtBottom() {
    var lines = area.flow();
    return lines
        .getCellIfVisible(area.getParagraphs().size() - 1)
        .map(last -> last.getNode().getLayoutY() <= lines.getHeight() + 1)
        .orElse(false);
  }
}
