package dev.polylogue.ui.command;

import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can do, said once: buttons, shortcuts, tooltips and the help derive from it.
 *
 * @param id names it in code, such as {@code pane.add}
 * @param group what it belongs to, in the words of the screen; the help and the palette show it
 * @param wording what it does, in the words of the screen
 * @param keys its shortcut, or null
 */
public record Command(
    String id,
    String group,
    Wording wording,
    @Nullable Shortcut keys,
    Runnable action,
    ObservableBooleanValue enabled) {

  /**
   * @param text what it does
   * @param also further words under which people look for it, or empty
   * @param needs what must be there before it can be done, or empty
   */
  public record Wording(String text, String also, String needs) {
    /** Just what it does. */
    public Wording(String text) {
      this(text, "", "");
    }
  }

  /** What it does, in the words of the screen. */
  public String text() {
    return wording.text();
  }

  /** The shortcut as people write it on this system, or empty. */
  public String shortcut() {
    return keys == null ? "" : keys.text();
  }

  /** Words for a tooltip: what it does and how to reach it. */
  public String hint() {
    return keys == null ? text() : text() + " (" + shortcut() + ")";
  }

  void runIfEnabled() {
    if (enabled.get()) {
      action.run();
    }
  }
}
