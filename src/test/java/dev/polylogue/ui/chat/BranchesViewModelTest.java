package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.WrittenStream;
import dev.polylogue.ui.transcript.TranscriptTurn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchesViewModelTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private final List<Exception> troubles = new ArrayList<>();
  private final LiveRounds rounds = new LiveRounds();
  private Bench bench;
  private ChatViewModel chat;
  private BranchesViewModel branches;
  private UUID comparison;
  private int answered;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    chat =
        new ChatViewModel(
            bench.services.comparisons(), bench.services.compare(), work, rounds, troubles::add);
    branches = chat.branches();
    comparison = bench.comparison("scribe", "thinker");
    chat.open(comparison);
  }

  @AfterEach
  void close() {
    assertThat(troubles).isEmpty();
    bench.close();
  }

  private PaneViewModel pane(int place) {
    return chat.panes().get(place);
  }

  private TranscriptTurn last(int pane) {
    return pane(pane).turns().getLast();
  }

  private static String said(TranscriptTurn turn) {
    return turn.reply().content().passages().stream()
        .map(passage -> passage.text().toString())
        .reduce("", String::concat);
  }

  private List<String> prompts(int pane) {
    return pane(pane).turns().stream().map(TranscriptTurn::prompt).toList();
  }

  private List<WrittenStream> opened(int count) {
    bench.awaitStreams(answered + count);
    List<WrittenStream> streams = List.copyOf(bench.streams.subList(answered, answered + count));
    answered += count;
    return streams;
  }

  private void answer(int count, String words) throws Exception {
    opened(count).forEach(stream -> stream.say(words).end());
    settle();
  }

  private void settle() throws Exception {
    bench.awaitQuiet(comparison);
    frame();
  }

  private void frame() {
    rounds.frame();
    chat.frame();
  }

  private void ask(String prompt) throws Exception {
    List<PaneViewModel> all = List.copyOf(chat.panes());
    chat.send(Prompt.of(prompt), all, () -> {});
    answer(all.size(), "to " + prompt);
  }

  /** A late pane fails at the first of the messages that were sent before it came. */
  private void failAtReplay() throws Exception {
    chat.addPane(PaneSpec.of(new ModelRef("sandbox", "late")), () -> {});
    branches.replayCurrent();
    opened(1).getFirst().fail();
    settle();
  }

  private void edit(TranscriptTurn turn, String words) {
    branches.edit(
        turn.turn(), Prompt.of(words), branches.addressees(pane(0), turn.turn()), () -> {});
  }

  @Test
  void steppingShowsAnotherReplyAndTheModelIsToldThatOne() throws Exception {
    ask("one");
    chat.retry(pane(0), last(0).turn());
    answer(1, "second");
    assertThat(said(last(0))).isEqualTo("second");

    branches.stepLastReply(-1);
    assertThat(said(last(0))).isEqualTo("to one");
    assertThat(last(0).alternative()).isEqualTo(1);
    branches.stepLastReply(-1);
    assertThat(last(0).alternative()).as("there is none before").isEqualTo(1);
    chat.send(Prompt.of("two"), List.of(pane(0)), () -> {});
    assertThat(opened(1).getFirst().request().messages().get(1).text()).isEqualTo("to one");
    chat.stopAll();
    settle();

    chat.open(comparison);
    assertThat(pane(0).turns().getFirst().alternative()).isEqualTo(1);
    assertThat(pane(0).turns().getFirst().alternatives()).isEqualTo(2);
  }

  @Test
  void whatWasReadBeforeAStepWasStoredDoesNotTakeTheStepBack() throws Exception {
    ask("one");
    chat.retry(pane(0), last(0).turn());
    answer(1, "second");
    for (int i = 2; i <= 16; i++) {
      ask("question " + i);
    }
    UUID stepped = pane(0).turns().getFirst().turn();
    chat.open(bench.comparison("scribe"));
    work.hold();
    chat.open(comparison);
    work.next();
    branches.stepReply(pane(0), stepped, -1);
    assertThat(said(pane(0).turns().getFirst())).isEqualTo("to one");
    work.next();
    assertThat(said(pane(0).turns().getFirst())).as("read before").isEqualTo("to one");
    work.letGo();

    branches.stepReply(pane(0), stepped, 1);
    chat.open(comparison);
    assertThat(said(pane(0).turns().getFirst())).as("stored").isEqualTo("second");
  }

  @Test
  void aLiveReplyThatIsLeftGoesOnUnseen() throws Exception {
    ask("one");
    chat.retry(pane(0), last(0).turn());
    WrittenStream live = opened(1).getFirst();
    branches.stepLastReply(-1);
    assertThat(pane(0).busyProperty().get()).isTrue();
    live.say("second").end();
    settle();

    assertThat(said(last(0))).isEqualTo("to one");
    assertThat(pane(0).busyProperty().get()).isFalse();
    branches.stepLastReply(1);
    assertThat(said(last(0))).isEqualTo("second");
    assertThat(last(0).reply().state()).isEqualTo(ReplyState.COMPLETE);
  }

  @Test
  void anEditedMessageBeginsABranchInEveryPaneAndLeadsBack() throws Exception {
    ask("one");
    ask("two");
    List<PaneViewModel> before = List.copyOf(chat.panes());

    edit(pane(0).turns().getFirst(), "one, please");
    assertThat(prompts(0)).containsExactly("one, please");
    answer(2, "better");

    assertThat(prompts(1)).containsExactly("one, please");
    assertThat(said(last(1))).isEqualTo("better");
    assertThat(last(1).steps()).isEqualTo(new TranscriptTurn.Steps(1, 1, 2, 2));
    branches.stepPrompt(last(0).turn(), -1);
    assertThat(prompts(0)).containsExactly("one", "two");
    assertThat(prompts(1)).containsExactly("one", "two");
    assertThat(chat.panes()).as("the panes themselves stay").isEqualTo(before);
    branches.stepLastPrompt(1);
    assertThat(prompts(0)).containsExactly("one, please");
  }

  @Test
  void aReplyOfAnotherBranchGoesOnUnseen() throws Exception {
    ask("one");
    edit(last(0), "one, please");
    List<WrittenStream> live = opened(2);
    branches.stepPrompt(last(0).turn(), -1);
    assertThat(prompts(0)).containsExactly("one");
    assertThat(chat.liveProperty().get()).isTrue();
    live.forEach(stream -> stream.say("better").end());
    settle();

    assertThat(said(last(0))).isEqualTo("to one");
    assertThat(pane(0).busyProperty().get()).isFalse();
    branches.stepPrompt(last(0).turn(), 1);
    assertThat(said(last(0))).isEqualTo("better");
  }

  @Test
  void anEditGoesToThePanesInSyncThatHaveTheMessage() throws Exception {
    ask("one");
    chat.sync(pane(1), false);
    edit(last(0), "one, please");
    answer(1, "better");
    assertThat(prompts(0)).containsExactly("one, please");
    assertThat(pane(1).turns()).isEmpty();

    UUID turn = last(0).turn();
    assertThat(branches.addressees(pane(0), turn)).containsExactly(pane(0));
    chat.sync(pane(0), false);
    assertThat(branches.addressees(pane(0), turn)).as("the pane it is in").hasSize(1);
  }

  @Test
  void onlyThePanesThatFailedAreAskedAgain() throws Exception {
    chat.send(Prompt.of("one"), List.copyOf(chat.panes()), () -> {});
    List<WrittenStream> streams = opened(2);
    streams.stream()
        .filter(stream -> stream.request().model().equals("scribe"))
        .forEach(stream -> stream.say("fine").end());
    streams.stream()
        .filter(stream -> stream.request().model().equals("thinker"))
        .forEach(WrittenStream::fail);
    settle();
    assertThat(branches.failedProperty().get()).isEqualTo(1);

    branches.retryFailed();
    assertThat(branches.failedProperty().get()).isZero();
    WrittenStream again = opened(1).getFirst();
    assertThat(again.request().model()).isEqualTo("thinker");
    again.say("fine now").end();
    settle();

    assertThat(branches.failedProperty().get()).isZero();
    assertThat(last(0).alternatives()).isEqualTo(1);
    assertThat(said(last(1))).isEqualTo("fine now");
  }

  @Test
  void aMessageToOnePaneAloneShowsNothingInTheOthers() throws Exception {
    ask("one");
    chat.send(Prompt.of("only you"), List.of(pane(1)), () -> {});
    answer(1, "yes");
    assertThat(prompts(0)).containsExactly("one");
    ask("three");
    assertThat(prompts(0)).containsExactly("one", "three");
    assertThat(prompts(1)).containsExactly("one", "only you", "three");
    assertThat(bench.streams.get(answered - 2).request().messages().size())
        .isNotEqualTo(bench.streams.get(answered - 1).request().messages().size());
  }

  @Test
  void aForkStandsBesideItsOriginWithItsThread() throws Exception {
    ask("one");
    ask("two");
    List<String> ready = new ArrayList<>();
    branches.fork(pane(0), pane(0).turns().getFirst().turn(), () -> ready.add("ready"));
    assertThat(chat.panes()).hasSize(3);
    assertThat(prompts(1)).containsExactly("one");
    assertThat(chat.currentProperty().get()).isSameAs(pane(1));
    assertThat(ready).hasSize(1);
    branches.duplicate(pane(0), () -> {});
    assertThat(pane(1).turns()).isEmpty();
    chat.open(comparison);
    assertThat(chat.panes()).extracting(shown -> shown.turns().size()).containsExactly(2, 0, 1, 2);
  }

  @Test
  void aClearedPaneBeginsAnewInItsPlace() throws Exception {
    ask("one");
    branches.clear(pane(0));
    assertThat(pane(0).turns()).isEmpty();
    assertThat(pane(0).model().model()).isEqualTo("scribe");
    assertThat(chat.panes()).hasSize(2);
    ask("two");
    assertThat(bench.streams)
        .filteredOn(stream -> stream.request().model().equals("scribe"))
        .last()
        .satisfies(stream -> assertThat(stream.request().messages()).hasSize(1));
  }

  @Test
  void aLatePaneIsAskedEveryMessageOneAfterAnother() throws Exception {
    ask("one");
    ask("two");
    chat.addPane(PaneSpec.of(new ModelRef("sandbox", "late")), () -> {});
    PaneViewModel late = pane(2);
    branches.replayCurrent();
    assertThat(late.replayProperty().get())
        .isEqualTo(new ReplayNote(1, 2, ReplayNote.State.ASKING));
    answer(1, "late one");
    assertThat(late.replayProperty().get())
        .isEqualTo(new ReplayNote(2, 2, ReplayNote.State.ASKING));
    assertThat(late.busyProperty().get()).isTrue();
    WrittenStream second = opened(1).getFirst();
    assertThat(second.request().messages()).hasSize(3);
    second.say("late two").end();
    settle();

    assertThat(late.replayProperty().get()).isNull();
    assertThat(late.busyProperty().get()).isFalse();
    assertThat(prompts(2)).containsExactly("one", "two");
  }

  @Test
  void aReplayThatFailsSaysWhereAndOneThatIsStoppedEnds() throws Exception {
    ask("one");
    ask("two");
    failAtReplay();
    assertThat(pane(2).replayProperty().get())
        .isEqualTo(new ReplayNote(1, 2, ReplayNote.State.STOPPED));
    assertThat(pane(2).busyProperty().get()).isFalse();

    branches.replayCurrent();
    opened(1);
    chat.stop(pane(2));
    settle();
    assertThat(pane(2).replayProperty().get())
        .isEqualTo(new ReplayNote(1, 2, ReplayNote.State.STOPPED));
    assertThat(bench.streams).hasSize(answered);
  }

  @Test
  void aReplayThatStoppedGoesOnToSayHowFarItCame() throws Exception {
    ask("one");
    ask("two");
    failAtReplay();
    assertThat(branches.failedProperty().get()).as("failed at the first of two").isEqualTo(1);

    branches.retryFailed();
    answer(1, "late one");
    settle();
    assertThat(said(last(2))).isEqualTo("late one");
    assertThat(branches.failedProperty().get()).isZero();
    assertThat(pane(2).replayProperty().get())
        .isEqualTo(new ReplayNote(1, 2, ReplayNote.State.ANSWERED));
  }

  @Test
  void theLastMessageOfAReplayLeavesNothingToSayOnceItIsAnswered() throws Exception {
    ask("one");
    failAtReplay();
    branches.retryFailed();
    answer(1, "late one");
    settle();
    assertThat(pane(2).replayProperty().get()).isNull();
  }

  @Test
  void whichPanesAreInSyncIsKept() {
    chat.sync(pane(1), false);
    chat.open(comparison);
    assertThat(pane(0).inSyncProperty().get()).isTrue();
    assertThat(pane(1).inSyncProperty().get()).isFalse();
  }
}
