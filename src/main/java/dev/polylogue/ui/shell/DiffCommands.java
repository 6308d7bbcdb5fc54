package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;

/** Telling answers apart. */
final class DiffCommands {
  /** What only the views can do. */
  interface Views {
    void stepThroughDiff(int by);
  }

  private DiffCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    BooleanBinding open =
        Bindings.createBooleanBinding(
            () -> desk.diff().openProperty().get(), desk.diff().openProperty());
    BooleanBinding several = Bindings.size(desk.chat().panes()).greaterThan(1);
    group.add(
        "diff.toggle",
        "command.diff",
        keys(KeyCode.D, CTRL),
        desk.diffing()::toggle,
        open.or(several));
    group.add(
        "diff.next", "command.diffNext", keys(KeyCode.F7), () -> views.stepThroughDiff(1), open);
    group.add(
        "diff.previous",
        "command.diffPrevious",
        keys(KeyCode.F7, SHIFT),
        () -> views.stepThroughDiff(-1),
        open);
    // What is live is stopped first, unless the keyboard is in the comparison itself.
    group.add(
        "diff.close",
        "command.diffClose",
        keys(KeyCode.ESCAPE),
        desk.diff()::close,
        open.and(desk.chat().liveProperty().not()));
  }
}
