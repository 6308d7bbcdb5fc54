package dev.polylogue.ui.shell;

import static dev.polylogue.ui.shell.CommandGroup.CTRL;
import static dev.polylogue.ui.shell.CommandGroup.SHIFT;
import static dev.polylogue.ui.shell.CommandGroup.keys;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.ui.chat.ChatViewModel;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.transcript.TurnAction;
import dev.polylogue.ui.vote.VoteViewModel;
import dev.polylogue.vote.Verdict;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Voting, hiding whose replies they are, and tags. */
final class VoteCommands {
  /** What only the views can do. */
  interface Views {
    void focusVote();

    void editTags();
  }

  private static final int CHOICES = 9;

  private VoteCommands() {}

  static void add(CommandGroup group, Desk desk, Views views) {
    VoteViewModel voting = desk.voting().model();
    ChatViewModel chat = desk.chat();
    BooleanBinding several = Bindings.size(chat.panes()).greaterThan(1);
    group.add(
        "vote.blind", "command.blind", keys(KeyCode.B, CTRL, SHIFT), voting::toggleBlind, several);
    group.add(
        "vote.open",
        "command.vote",
        keys(KeyCode.V, CTRL, SHIFT),
        () -> open(chat, voting, views),
        several);
    group.add("vote.reveal", "command.reveal", null, voting::reveal, voting.revealableProperty());
    group.add(
        "vote.nextBlind", "command.nextBlind", null, desk::newComparison, voting.blindProperty());
    for (int i = 0; i < CHOICES; i++) {
      int place = i;
      group.add(
          "vote.better." + (i + 1),
          new CommandGroup.Words("command.better", i + 1),
          null,
          () -> voting.prefer(place),
          Bindings.size(chat.panes()).greaterThan(i).and(voting.votableProperty()));
    }
    group.add(
        "vote.tie",
        "command.tie",
        null,
        () -> voting.cast(new Verdict.Tie()),
        voting.votableProperty());
    group.add(
        "vote.bad",
        "command.bad",
        null,
        () -> voting.cast(new Verdict.AllBad()),
        voting.votableProperty());
    group.add("comparison.tags", "command.tags", null, views::editTags);
  }

  /** Votes on the turn that is on, or on the last one of the current pane. */
  private static void open(ChatViewModel chat, VoteViewModel voting, Views views) {
    PaneViewModel pane = chat.currentProperty().get();
    if (!voting.votableProperty().get() && pane != null && !pane.turns().isEmpty()) {
      voting.ask(pane.turns().getLast().turn());
    }
    views.focusVote();
  }

  /** What can be done with one turn. */
  static List<TurnAction> turnActions(Desk desk, Texts texts) {
    return List.of(
        new TurnAction(
            texts.get("vote.turn"),
            Feather.AWARD,
            TurnAction.Place.MENU,
            state -> !state.isLive() && state != ReplyState.FAILED,
            desk.voting().model()::ask));
  }
}
