package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import javafx.scene.input.KeyCode;

/** Comparisons out of the history into files, and back in. */
final class TransferCommands {
  /** What only the views can do. */
  interface Views {
    void exportComparisons();

    void importFile();
  }

  private TransferCommands() {}

  static void add(CommandGroup group, Views views) {
    group.add(
        "transfer.export",
        "command.export",
        keys(KeyCode.E, CTRL, SHIFT),
        views::exportComparisons);
    group.add("transfer.import", "command.import", keys(KeyCode.O, CTRL, SHIFT), views::importFile);
  }
}
