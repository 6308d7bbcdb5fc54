package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.ALT;
import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.ui.chat.BranchesViewModel;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;

/** Other replies, other wordings, and panes made of others. */
final class BranchCommands {
  /** What only the views can do. */
  interface Views {
    /** Puts the last message of the current pane into the composer. */
    void editLast();

    void copy(String text);

    /** Lets a model be chosen for the current pane. */
    void chooseModel();
  }

  private BranchCommands() {}

  /** What concerns the last message of the current pane. */
  static void addReplies(CommandGroup group, ChatViewModel chat, Views views) {
    BranchesViewModel branches = chat.branches();
    ObservableBooleanValue said = whenSaid(chat);
    group.add(
        "reply.previous",
        "command.replyBefore",
        keys(KeyCode.LEFT, ALT),
        () -> branches.stepLastReply(-1),
        said);
    group.add(
        "reply.next",
        "command.replyAfter",
        keys(KeyCode.RIGHT, ALT),
        () -> branches.stepLastReply(1),
        said);
    group.add(
        "reply.retryFailed",
        "command.retryFailed",
        keys(KeyCode.R, CTRL, SHIFT),
        branches::retryFailed,
        branches.failedProperty().greaterThan(0));
    group.add("prompt.edit", "command.editPrompt", keys(KeyCode.UP, CTRL), views::editLast, said);
    group.add(
        "prompt.previous",
        "command.promptBefore",
        keys(KeyCode.LEFT, ALT, SHIFT),
        () -> branches.stepLastPrompt(-1),
        said);
    group.add(
        "prompt.next",
        "command.promptAfter",
        keys(KeyCode.RIGHT, ALT, SHIFT),
        () -> branches.stepLastPrompt(1),
        said);
    group.add(
        "prompt.copy",
        "command.copyPrompt",
        null,
        () -> {
          TranscriptTurn last = branches.last();
          if (last != null) {
            views.copy(last.prompt());
          }
        },
        said);
  }

  /** What is done with the current pane as a whole. */
  static void addPanes(CommandGroup group, ChatViewModel chat, Views views) {
    BranchesViewModel branches = chat.branches();
    ObservableBooleanValue said = whenSaid(chat);
    group.add(
        "pane.model", "command.paneModel", null, views::chooseModel, chat.fixedProperty().not());
    group.add(
        "pane.fork",
        "command.forkPane",
        null,
        () -> withCurrent(chat, pane -> branches.fork(pane, null, views::chooseModel)),
        said);
    group.add(
        "reading.fork",
        "command.forkHere",
        null,
        () ->
            withCurrent(
                chat, pane -> branches.fork(pane, pane.turnBeingRead(), views::chooseModel)),
        said);
    group.add(
        "pane.duplicate",
        "command.duplicatePane",
        null,
        () -> withCurrent(chat, pane -> branches.duplicate(pane, views::chooseModel)));
    group.add("pane.replay", "command.replay", null, branches::replayCurrent);
    group.add(
        "pane.clear", "command.clearPane", null, () -> withCurrent(chat, branches::clear), said);
    group.add(
        "pane.sync",
        "command.syncPane",
        null,
        () -> withCurrent(chat, pane -> chat.sync(pane, !pane.inSyncProperty().get())));
  }

  private static ObservableBooleanValue whenSaid(ChatViewModel chat) {
    return Bindings.createBooleanBinding(
        () -> chat.branches().last() != null, chat.currentProperty(), chat.panes());
  }

  private static void withCurrent(ChatViewModel chat, Consumer<PaneViewModel> action) {
    PaneViewModel current = chat.currentProperty().get();
    if (current != null) {
      action.accept(current);
    }
  }
}
