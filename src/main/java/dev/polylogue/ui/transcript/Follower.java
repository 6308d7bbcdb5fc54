package dev.polylogue.ui.transcript;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
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
  private final Runnable follow = this::follow;
  private final Runnable check = this::check;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private boolean moving;
  private boolean unchecked;
  private boolean stale;

  Follower(TranscriptArea area, VirtualizedScrollPane<TranscriptArea> pane) {
    this.area = area;
    pane.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> moving = true);
    pane.addEventFilter(KeyEvent.KEY_RELEASED, event -> moving = false);
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> moving = true);
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> moving = false);
    area.estimatedScrollYProperty().addListener((property, before, now) -> unchecked = true);
    area.sceneProperty().addListener((property, before, now) -> moved(before, now));
    area.heightProperty().addListener(resized -> contentChanged());
    area.widthProperty().addListener(resized -> contentChanged());
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /** Lines have come or gone; seen to once, before the next layout. */
  void contentChanged() {
    stale = true;
    Platform.requestNextPulse();
  }

  void jump() {
    following.set(true);
    contentChanged();
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePreLayoutPulseListener(follow);
      before.removePostLayoutPulseListener(check);
    }
    if (now != null) {
      now.addPreLayoutPulseListener(follow);
      now.addPostLayoutPulseListener(check);
    }
  }

  private void follow() {
    if (stale && following.get()) {
      area.showParagraphAtBottom(area.getParagraphs().size() - 1);
    }
    stale = false;
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      following.set(false);
      unchecked = true;
    }
  }

  /** Lines may not be asked where they are before they are laid out. */
  private void check() {
    if (!unchecked) {
      return;
    }
    unchecked = false;
    if (isAtBottom()) {
      following.set(true);
    } else if (moving) {
      following.set(false);
    }
  }

  private boolean isAtBottom() {
    int last = area.getParagraphs().size() - 1;
    return area.allParToVisibleParIndex(last)
        .map(area::getVisibleParagraphBoundsOnScreen)
        .map(bounds -> bounds.getMinY() <= bottom(area))
        .orElse(false);
  }

  private static double bottom(Node node) {
    var bounds = node.localToScreen(node.getBoundsInLocal());
    return bounds == null ? Double.MAX_VALUE : bounds.getMaxY() + 1;
  }
}
