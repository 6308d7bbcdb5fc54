package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChatViewModelTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private final List<Exception> troubles = new ArrayList<>();
  private final LiveRounds rounds = new LiveRounds();
  private Bench bench;
  private ChatViewModel chat;
  private UUID comparison;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    chat =
        new ChatViewModel(
            bench.services.comparisons(), bench.services.compare(), work, rounds, troubles::add);
    comparison = bench.comparison("scribe", "thinker");
    chat.open(comparison);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void frame() {
    rounds.frame();
    chat.frame();
  }

  private String said(int pane) {
    return chat.panes().get(pane).turns().getLast().reply().content().passages().stream()
        .map(passage -> passage.text().toString())
        .reduce("", String::concat);
  }

  private void send(String prompt) {
    chat.send(Prompt.of(prompt), List.copyOf(chat.panes()), () -> {});
  }

  @Test
  void eachPaneShowsItsOwnReplyWhileItGrowsAndItsEnd() throws Exception {
    send("Why?");
    bench.awaitStreams(2);
    assertThat(chat.liveProperty().get()).isTrue();
    bench.streams.forEach(stream -> stream.say("from " + stream.request().model()).end());
    bench.awaitQuiet(comparison);

    frame();

    assertThat(said(0)).isEqualTo("from scribe");
    assertThat(said(1)).isEqualTo("from thinker");
    assertThat(chat.panes().get(0).turns().getLast().reply().state())
        .isEqualTo(ReplyState.COMPLETE);
    assertThat(chat.liveProperty().get()).isFalse();
    assertThat(rounds.comparisons()).isEmpty();
  }

  @Test
  void fiftyClicksSendOnePrompt_T30() throws Exception {
    work.hold();
    for (int i = 0; i < 50; i++) {
      send("Why?");
    }
    work.letGo();

    bench.awaitStreams(2);
    assertThat(chat.panes().getFirst().turns()).hasSize(1);
    assertThat(bench.services.comparisons().open(comparison).orElseThrow().turns()).hasSize(1);
  }

  @Test
  void aReplyGoesOnWhileAnotherComparisonIsOnScreen() throws Exception {
    UUID other = bench.comparison("scribe");
    send("Why?");
    bench.awaitStreams(2);
    bench.answer("scribe").say("one ");
    chat.open(other);
    assertThat(chat.liveProperty().get()).isFalse();
    assertThat(rounds.comparisons()).containsExactly(comparison);

    bench.answer("scribe").say("two");
    chat.open(comparison);
    assertThat(chat.liveProperty().get()).isTrue();
    bench.streams.forEach(stream -> stream.end());
    bench.awaitQuiet(comparison);
    frame();

    assertThat(said(0)).isEqualTo("one two");
  }

  @Test
  void manyRepliesThatEndAtOnceAreAllShownInTheFrameThatFollows() throws Exception {
    comparison = bench.comparison("a", "b", "c", "d", "e", "f", "g");
    chat.open(comparison);
    send("Why?");
    bench.awaitStreams(7);
    bench.streams.forEach(stream -> stream.say("because").end());
    bench.awaitQuiet(comparison);
    frame();

    assertThat(chat.panes()).noneMatch(pane -> pane.busyProperty().get());
    for (int pane = 0; pane < 7; pane++) {
      assertThat(said(pane)).isEqualTo("because");
    }
  }

  @Test
  void theLastTurnsOfALongComparisonAreThereFirstAndTheOthersSoonAfter() throws Exception {
    UUID other = bench.comparison("scribe");
    List<UUID> asked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      send("Question " + i);
      bench.awaitStreams(2 * i + 2);
      bench.streams.forEach(stream -> stream.say("because").end());
      bench.awaitQuiet(comparison);
      frame();
      asked.add(chat.panes().getFirst().turns().getLast().turn());
    }
    chat.open(other);
    work.hold();
    chat.open(comparison);
    work.next();

    assertThat(turns(1)).isNotEmpty().hasSizeLessThan(20).endsWith(asked.getLast());
    work.letGo();
    assertThat(turns(0)).isEqualTo(asked);
    assertThat(turns(1)).isEqualTo(asked);
  }

  private List<UUID> turns(int pane) {
    return chat.panes().get(pane).turns().stream().map(turn -> turn.turn()).toList();
  }

  @Test
  void aReplyThatEndedUnseenIsReadFromTheHistory() throws Exception {
    UUID other = bench.comparison("scribe");
    send("Why?");
    bench.awaitStreams(2);
    chat.open(other);
    bench.streams.forEach(stream -> stream.say("because").end());
    bench.awaitQuiet(comparison);

    chat.open(comparison);

    assertThat(said(0)).isEqualTo("because");
    assertThat(said(1)).isEqualTo("because");
  }

  @Test
  void aPromptToABusyPaneIsRefusedAndGivenBack() {
    send("Why?");
    bench.awaitStreams(2);
    List<String> refused = new ArrayList<>();

    chat.send(Prompt.of("And now?"), List.copyOf(chat.panes()), () -> refused.add("And now?"));

    assertThat(refused).containsExactly("And now?");
    assertThat(chat.panes().getFirst().turns()).hasSize(1);
  }

  @Test
  void stoppingKeepsWhatCame() throws Exception {
    send("Why?");
    bench.awaitStreams(2);
    chat.stopAll();
    bench.awaitQuiet(comparison);

    frame();

    assertThat(chat.panes().getFirst().turns().getLast().reply().state())
        .isEqualTo(ReplyState.STOPPED);
    assertThat(chat.liveProperty().get()).isFalse();
  }

  @Test
  void retryingShowsAnAlternative() throws Exception {
    answered("Why?");
    PaneViewModel pane = chat.panes().getFirst();

    chat.retry(pane, pane.turns().getFirst().turn());
    bench.awaitStreams(3);
    bench.streams.getLast().say("second").end();
    bench.awaitQuiet(comparison);
    frame();

    assertThat(said(0)).isEqualTo("second");
    assertThat(pane.turns().getFirst().alternative()).isEqualTo(2);
    assertThat(pane.turns().getFirst().alternatives()).isEqualTo(2);
  }

  @Test
  void fiftyRetriesBeforeTheFirstIsStoredAskOnce_T30() throws Exception {
    answered("Why?");
    PaneViewModel pane = chat.panes().getFirst();
    List<String> refused = new ArrayList<>();
    work.hold();
    for (int i = 0; i < 50; i++) {
      chat.regenerate();
    }
    chat.send(Prompt.of("And now?"), List.copyOf(chat.panes()), () -> refused.add("And now?"));
    chat.branches().replay(pane);
    work.letGo();

    bench.awaitStreams(3);
    assertThat(refused).as("it comes back").containsExactly("And now?");
    assertThat(bench.services.compare().live(comparison)).hasSize(1);
    assertThat(pane.turns().getFirst().alternatives()).isEqualTo(2);
    assertThat(pane.replayProperty().get()).isNull();
  }

  @Test
  void aPromptThatIsStillBeingStoredIsNotAskedOnceMore_T30() throws Exception {
    answered("Why?");
    work.hold();
    send("And now?");
    chat.regenerate();
    work.letGo();

    bench.awaitStreams(4);
    assertThat(bench.services.compare().live(comparison)).hasSize(1);
  }

  @Test
  void aRetryThatCouldNotBeStoredCanBeTriedAgain() throws Exception {
    answered("Why?");
    PaneViewModel pane = chat.panes().getFirst();
    chat.retry(pane, new UUID(1, 2));
    assertThat(troubles).hasSize(1);

    chat.regenerate();

    bench.awaitStreams(3);
  }

  @Test
  @Timeout(30)
  void aPaneThatIsClosedOrStoppedWhileItsPromptIsStoredIsNotLeftAnswering() throws Exception {
    PaneViewModel closed = chat.panes().getFirst();
    PaneViewModel stopped = chat.panes().getLast();
    work.hold();
    send("Why?");
    chat.closePane(closed);
    chat.stop(stopped);
    work.letGo();

    bench.awaitQuiet(comparison);
    frame();

    assertThat(chat.panes()).containsExactly(stopped);
    assertThat(stopped.turns().getLast().reply().state()).isEqualTo(ReplyState.STOPPED);
    send("And now?");
    assertThat(stopped.busyProperty().get()).as("what is asked next is not stopped").isTrue();
    bench.awaitStreams(1);
    assertThat(bench.services.compare().live(comparison)).hasSize(1);
  }

  private void answered(String prompt) throws Exception {
    send(prompt);
    bench.awaitStreams(2);
    bench.streams.forEach(stream -> stream.say("first").end());
    bench.awaitQuiet(comparison);
    frame();
  }

  @Test
  void aPaneThatIsOpenedAgainStandsInItsOldPlace() throws Exception {
    answered("Why?");
    List<UUID> before = chat.panes().stream().map(PaneViewModel::id).toList();
    chat.closePane(chat.panes().getFirst());
    chat.branches().reopen();

    assertThat(chat.panes().stream().map(PaneViewModel::id)).containsExactlyElementsOf(before);
    assertThat(bench.services.comparisons().open(comparison).orElseThrow().panes())
        .extracting(Pane::id)
        .containsExactlyElementsOf(before);
  }

  @Test
  void theFirstPromptGivesTheTitle() {
    assertThat(chat.titleProperty().get()).isEmpty();
    send("Why is the sky blue?");
    assertThat(chat.titleProperty().get()).contains("Why is the sky blue");
  }

  @Test
  void theLastPaneStays() {
    chat.closePane(chat.panes().getFirst());
    chat.closePane(chat.panes().getFirst());
    assertThat(chat.panes()).hasSize(1);
  }

  @Test
  void theRowIsKeptInItsOrder() {
    PaneViewModel first = chat.panes().getFirst();
    chat.addPane(PaneSpec.of(new ModelRef("sandbox", "third")), () -> {});
    chat.move(first, 2);
    chat.change(first, new ModelRef("sandbox", "other"), Parameters.NONE.with(Setting.SEED, "7"));

    chat.open(comparison);

    assertThat(chat.panes())
        .extracting(pane -> pane.model().model())
        .containsExactly("thinker", "third", "other");
    assertThat(chat.panes().getLast().parametersProperty().get().whole(Setting.SEED)).contains(7L);
    assertThat(troubles).isEmpty();
  }

  @Test
  void onlyTheLastWantedComparisonIsShown() throws Exception {
    UUID other = bench.comparison("scribe");
    work.hold();
    chat.open(other);
    chat.open(comparison);
    work.letGo();
    assertThat(chat.panes()).hasSize(2);
  }

  @Test
  void aComparisonThatIsGoneIsSaidInWords() {
    chat.open(new UUID(1, 2));
    assertThat(troubles).hasSize(1);
    assertThat(chat.panes()).hasSize(2);
  }
}
