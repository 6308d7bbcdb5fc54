package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import javafx.scene.input.KeyCode;

/** Searching the whole history. */
final class SearchCommands {
  /** What only the views can do. */
  interface Views {
    void searchHistory();
  }

  private SearchCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    group.add("history.search", "command.search", keys(KeyCode.F, CTRL), views::searchHistory);
    group.add(
        "history.search.clear",
        "command.searchClear",
        null,
        desk.searching().search()::clear,
        desk.searching().search().activeProperty());
  }
}
