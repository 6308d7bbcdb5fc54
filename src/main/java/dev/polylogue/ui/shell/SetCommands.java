package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import javafx.scene.input.KeyCode;

/** Named sets of panes. */
final class SetCommands {
  /** What only the views can do. */
  interface Views {
    void showSets();

    void saveSet();
  }

  private SetCommands() {}

  static void add(CommandGroup group, Views views) {
    group.add("sets.start", "command.startFromSet", keys(KeyCode.N, CTRL, SHIFT), views::showSets);
    group.add("sets.save", "command.saveSet", keys(KeyCode.S, CTRL, SHIFT), views::saveSet);
  }
}
