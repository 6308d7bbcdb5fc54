package dev.polylogue.ui.shell;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TurnAction;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.feather.Feather;

/** What leads to another branch from a turn: editing its message, forking the pane there. */
final class BranchActions {
  /** What only the views can do. */
  interface Views extends BranchCommands.Views {
    void edit(PaneViewModel pane, UUID turn);
  }

  private final Desk desk;
  private final Texts texts;
  private final Views views;

  BranchActions(Desk desk, Texts texts, Views views) {
    this.desk = desk;
    this.texts = texts;
    this.views = views;
  }

  List<TurnAction> of(PaneViewModel pane) {
    Predicate<ReplyState> always = state -> true;
    Predicate<ReplyState> ended = state -> !state.isLive();
    Consumer<UUID> edit = turn -> views.edit(pane, turn);
    return List.of(
        new TurnAction(
            texts.get("transcript.editPrompt"),
            Feather.EDIT_2,
            TurnAction.Place.PROMPT,
            always,
            edit),
        new TurnAction(
            texts.get("transcript.copyPrompt"),
            Feather.COPY,
            TurnAction.Place.PROMPT,
            always,
            turn -> copy(pane, turn)),
        new TurnAction(
            texts.get("transcript.fork"),
            Feather.GIT_BRANCH,
            TurnAction.Place.MENU,
            ended,
            turn -> desk.chat().branches().fork(pane, turn, views::chooseModel)),
        new TurnAction(
            texts.get("transcript.editPrompt"),
            Feather.EDIT_2,
            TurnAction.Place.MENU,
            ended,
            edit));
  }

  private void copy(PaneViewModel pane, UUID turn) {
    pane.turns().stream()
        .filter(row -> row.turn().equals(turn))
        .findFirst()
        .ifPresent(row -> views.copy(row.prompt()));
  }
}
