package dev.polylogue.ui.command;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a command.
 *
 * @param heard whether they are listened for; they are not where what they act on is out of sight
 */
public record Shortcut(KeyCombination keys, ObservableBooleanValue heard) {

  /** The keys as people write them on this system. */
  String text() {
    return keys.getDisplayText();
  }

  boolean isMeant(KeyEvent event) {
    return heard.get() && keys.match(event);
  }
}
