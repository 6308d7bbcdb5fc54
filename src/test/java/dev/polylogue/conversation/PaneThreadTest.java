package dev.polylogue.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaneThreadTest {
  private static final ModelRef MODEL = new ModelRef("p", "m");

  private final List<Turn> turns = new ArrayList<>();
  private final List<Answer> mine = new ArrayList<>();
  private final List<Answer> theirs = new ArrayList<>();

  @Test
  void aPaneSendsItsOwnAnswersAndNobodyElses_T13() {
    turn("one", reply("mine 1", ReplyState.COMPLETE), reply("theirs 1", ReplyState.COMPLETE));
    turn("two", reply("mine 2", ReplyState.INTERRUPTED), reply("theirs 2", ReplyState.COMPLETE));
    UUID last = ask("three");
    assertThat(thread(last))
        .containsExactly(
            "USER one", "ASSISTANT mine 1", "USER two", "ASSISTANT mine 2", "USER three");
  }

  @Test
  void theAlternativeInUseIsTheOneThatIsSent() {
    UUID turn = ask("one");
    mine.add(
        new Answer(
            turn,
            List.of(reply("old", ReplyState.COMPLETE), reply("new", ReplyState.COMPLETE)),
            0));
    assertThat(thread(ask("two"))).containsExactly("USER one", "ASSISTANT old", "USER two");
  }

  @Test
  void aTurnStoppedBeforeTheFirstWordIsLeftOut() {
    turn("one", reply("", ReplyState.STOPPED), reply("x", ReplyState.COMPLETE));
    assertThat(thread(ask("two"))).containsExactly("USER two");
  }

  @Test
  void aTurnThatFailedIsAskedTogetherWithTheNext() {
    turn("one", reply("", ReplyState.FAILED), reply("x", ReplyState.COMPLETE));
    assertThat(thread(ask("two"))).containsExactly("USER one\n\ntwo");
  }

  @Test
  void aTurnThatAnotherPaneAloneWasAskedIsNotSent() {
    UUID turn = ask("only theirs");
    theirs.add(new Answer(turn, List.of(reply("x", ReplyState.COMPLETE)), 0));
    assertThat(thread(ask("two"))).containsExactly("USER two");
  }

  @Test
  void askingATurnAgainSendsNothingOfWhatCameAfter() {
    UUID first = ask("one");
    mine.add(new Answer(first, List.of(reply("a", ReplyState.COMPLETE)), 0));
    ask("two");
    assertThat(thread(first)).containsExactly("USER one");
  }

  private UUID ask(String prompt) {
    Turn turn = new Turn(UUID.randomUUID(), Message.user(prompt), Instant.EPOCH);
    turns.add(turn);
    return turn.id();
  }

  private void turn(String prompt, Reply own, Reply other) {
    UUID turn = ask(prompt);
    mine.add(new Answer(turn, List.of(own), 0));
    theirs.add(new Answer(turn, List.of(other), 0));
  }

  private static Reply reply(String text, ReplyState state) {
    List<Part> parts = text.isEmpty() ? List.of() : List.of(new Part.Text(text));
    return new Reply(UUID.randomUUID(), MODEL, state, parts, Outcome.NONE, Timing.NONE);
  }

  private List<String> thread(UUID upTo) {
    Pane pane = new Pane(UUID.randomUUID(), MODEL, Parameters.NONE, true, mine);
    Pane other = new Pane(UUID.randomUUID(), MODEL, Parameters.NONE, true, theirs);
    Comparison comparison =
        new Comparison(UUID.randomUUID(), "", Instant.EPOCH, List.of(pane, other), turns, "");
    return PaneThread.upTo(comparison, pane, upTo).stream()
        .map(message -> message.role() + " " + message.text())
        .toList();
  }
}
