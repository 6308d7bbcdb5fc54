package dev.polylogue.ui.composer;

import javafx.beans.value.ObservableValue;

/** What can be set for all panes at once, beside the prompt. FX thread. */
public interface Knobs {
  /** How many panes something holds for. */
  enum Share {
    NONE,
    SOME,
    ALL
  }

  /** The level of reasoning: empty for the default, {@code mixed} where the panes differ. */
  ObservableValue<String> reasoning();

  /** How many of the panes that can search do. */
  ObservableValue<Share> search();

  /** Whether any pane may take it; false only where it is known that none does. */
  ObservableValue<Boolean> canReason();

  ObservableValue<Boolean> canSearch();

  /**
   * Sets the level for every pane whose model may take one.
   *
   * @param level empty for the default
   */
  void setReasoning(String level);

  void setSearch(boolean on);
}
