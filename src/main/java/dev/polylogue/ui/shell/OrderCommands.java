package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.ALT;
import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.conversation.Drawer;
import dev.polylogue.ui.history.HistoryViewModel;
import dev.polylogue.ui.history.OrderViewModel;
import dev.polylogue.ui.history.Strip;
import java.util.List;
import javafx.scene.input.KeyCode;

/** The order of the history: for what is chosen in the list, else for what is open. */
final class OrderCommands {
  /** What only the views can do. */
  interface Views {
    void focusHistory();
  }

  private OrderCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    OrderViewModel order = desk.ordering().order();
    HistoryViewModel list = desk.history();
    group.add(
        "comparison.pin",
        "command.pin",
        keys(KeyCode.P, CTRL, SHIFT),
        () -> order.togglePin(order.targets()));
    group.add(
        "comparison.folder",
        "command.folder",
        keys(KeyCode.M, CTRL, ALT),
        () -> {
          desk.shell().sidebarProperty().set(true);
          order.ask(Strip.Purpose.FOLDER, order.targets());
        });
    group.add(
        "comparison.duplicate",
        "command.duplicateComparison",
        keys(KeyCode.Y, CTRL, SHIFT),
        () -> order.duplicate(order.targets()));
    group.add(
        "comparison.delete",
        "command.delete",
        keys(KeyCode.DELETE, CTRL, SHIFT),
        () -> order.delete(order.targets()));
    group.add("comparison.undelete", "command.undelete", null, order::undo);
    group
        .everywhere()
        .add("history.focus", "command.history", keys(KeyCode.H, CTRL, SHIFT), views::focusHistory);
    group.add("history.all", "command.historyAll", null, () -> list.show(Drawer.ALL));
    group.add("history.trash", "command.trash", null, () -> list.show(Drawer.TRASH));
    group.add(
        "folder.rename",
        "command.renameFolder",
        null,
        () -> order.ask(Strip.Purpose.FOLDER_NAME, List.of()),
        order.inFolder());
    group.add("folder.remove", "command.removeFolder", null, order::removeFolder, order.inFolder());
  }
}
