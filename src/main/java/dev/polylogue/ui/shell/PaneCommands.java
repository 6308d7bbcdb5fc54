package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;

/** Panes: added, closed, moved, asked again, reached by their number. */
final class PaneCommands {
  /** What only the views can do. */
  interface Views {
    void focusPane(int place);

    void addPane();
  }

  private PaneCommands() {}

  static void add(CommandGroup group, ChatViewModel chat, Views views) {
    BooleanBinding loose = chat.fixedProperty().not();
    BooleanBinding several = Bindings.size(chat.panes()).greaterThan(1).and(loose);
    group.add(
        "pane.regenerate",
        "command.regenerate",
        keys(KeyCode.R, CTRL),
        chat::regenerate,
        Bindings.createBooleanBinding(
            () -> canRegenerate(chat), chat.currentProperty(), chat.panes()));
    group.add("pane.add", "command.addPane", keys(KeyCode.T, CTRL), views::addPane, loose);
    group.add(
        "pane.close",
        "command.closePane",
        keys(KeyCode.W, CTRL),
        () -> withCurrent(chat, place -> chat.closePane(chat.panes().get(place))),
        several);
    group.add(
        "pane.reopen",
        "command.reopenPane",
        keys(KeyCode.T, CTRL, SHIFT),
        chat.branches()::reopen,
        loose.and(Bindings.size(chat.panes()).lessThan(ChatViewModel.MOST_PANES)));
    group.add(
        "pane.left",
        "command.paneLeft",
        keys(KeyCode.LEFT, CTRL, SHIFT),
        () -> withCurrent(chat, place -> chat.move(chat.panes().get(place), place - 1)),
        several);
    group.add(
        "pane.right",
        "command.paneRight",
        keys(KeyCode.RIGHT, CTRL, SHIFT),
        () -> withCurrent(chat, place -> chat.move(chat.panes().get(place), place + 1)),
        several);
    for (int i = 0; i < 9; i++) {
      int place = i;
      group.add(
          "pane.focus." + (i + 1),
          new CommandGroup.Words("command.focusPane", i + 1),
          keys(KeyCode.valueOf("DIGIT" + (i + 1)), CTRL),
          () -> views.focusPane(place),
          Bindings.size(chat.panes()).greaterThan(i));
    }
  }

  private static boolean canRegenerate(ChatViewModel chat) {
    PaneViewModel current = chat.currentProperty().get();
    return current != null && !current.busyProperty().get() && !current.turns().isEmpty();
  }

  private static void withCurrent(ChatViewModel chat, IntConsumer action) {
    int place = chat.panes().indexOf(chat.currentProperty().get());
    if (place >= 0) {
      action.accept(place);
    }
  }
}
