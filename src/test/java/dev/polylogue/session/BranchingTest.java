package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import dev.polylogue.run.Round;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.WrittenStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchingTest {
  @TempDir private Path home;
  private Bench bench;
  private Compare compare;
  private Comparisons comparisons;
  private UUID comparison;
  private int answered;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    compare = bench.services.compare();
    comparisons = bench.services.comparisons();
    comparison = bench.comparison("scribe", "thinker");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Comparison now() throws Exception {
    return comparisons.open(comparison).orElseThrow();
  }

  private Set<UUID> all() throws Exception {
    return now().panes().stream().map(Pane::id).collect(Collectors.toSet());
  }

  /** Every pane answers "MODEL: PROMPT". */
  private void ask(String prompt) throws Exception {
    answer(compare.send(comparison, Prompt.of(prompt), all()));
  }

  private List<WrittenStream> opened(Round round, int before) {
    bench.awaitStreams(before + round.runs().size());
    return List.copyOf(bench.streams.subList(before, before + round.runs().size()));
  }

  private List<WrittenStream> answer(Round round) throws Exception {
    List<WrittenStream> streams = opened(round, answered);
    answered += streams.size();
    for (WrittenStream stream : streams) {
      stream
          .say(stream.request().model() + ": " + stream.request().messages().getLast().text())
          .end();
    }
    round.awaitEnd();
    return streams;
  }

  private static List<String> said(WrittenStream stream) {
    return stream.request().messages().stream().map(Message::text).toList();
  }

  @Test
  void anEditedMessageIsSentWithoutWhatFollowedItsFirstWording() throws Exception {
    ask("one");
    ask("two");
    UUID edited = now().turns().getLast().id();

    Round round = compare.edit(comparison, edited, Prompt.of("two, please"), all());
    List<WrittenStream> streams = answer(round);

    assertThat(said(streams.getFirst())).hasSize(3).startsWith("one").endsWith("two, please");
    assertThat(now().turns())
        .extracting(turn -> turn.user().text())
        .containsExactly("one", "two, please");
    ask("three");
    assertThat(said(bench.streams.getLast())).hasSize(5).doesNotContain("two");
    assertThat(now().panes().getFirst().answers()).as("nothing is lost").hasSize(4);
  }

  @Test
  void onlyThePanesThatAreNamedAreAskedAgain() throws Exception {
    ask("one");
    UUID pane = now().panes().getLast().id();
    UUID turn = now().turns().getFirst().id();
    answer(compare.retry(comparison, Set.of(pane), turn));
    assertThat(now().panes().getFirst().answer(turn).orElseThrow().alternatives()).hasSize(1);
    assertThat(now().panes().getLast().answer(turn).orElseThrow().active()).isEqualTo(1);
  }

  @Test
  void theReplyThatIsInUseIsWhatTheModelIsTold() throws Exception {
    ask("one");
    Pane pane = now().panes().getFirst();
    UUID turn = now().turns().getFirst().id();
    Round again = compare.retry(comparison, pane.id(), turn);
    opened(again, answered).getFirst().say("another").end();
    answered++;
    again.awaitEnd();
    comparisons.useReply(pane.answer(turn).orElseThrow().reply().id());

    answer(compare.send(comparison, Prompt.of("two"), Set.of(pane.id())));

    assertThat(said(bench.streams.getLast())).containsExactly("one", "scribe: one", "two");
  }

  @Test
  void aForkHoldsAThreadOfItsOwnUpToTheMessage() throws Exception {
    ask("one");
    ask("two");
    Comparison before = now();
    Turn first = before.turns().getFirst();

    Pane fork = comparisons.fork(comparison, before.panes().getFirst().id(), first.id());

    assertThat(now().panes())
        .extracting(Pane::id)
        .containsExactly(before.panes().getFirst().id(), fork.id(), before.panes().getLast().id());
    assertThat(now().pane(fork.id()).orElseThrow().answers())
        .extracting(answer -> answer.reply().text())
        .containsExactly("scribe: one");
    comparisons.changePane(fork.id(), new ModelRef("sandbox", "other"), fork.parameters());
    answer(compare.send(comparison, Prompt.of("three"), Set.of(fork.id())));
    assertThat(said(bench.streams.getLast())).containsExactly("one", "scribe: one", "three");
  }

  @Test
  void aForkLeavesOutWhatIsStillBeingWritten() throws Exception {
    Round live = compare.send(comparison, Prompt.of("one"), all());
    opened(live, 0);
    Pane fork =
        comparisons.fork(comparison, now().panes().getFirst().id(), now().turns().getFirst().id());
    assertThat(fork.answers()).isEmpty();
  }

  @Test
  void aReplayAsksOneMessageAfterAnotherWithTheThreadOfTheNewPane() throws Exception {
    ask("one");
    ask("two");
    Pane late = comparisons.addPane(comparison, PaneSpec.of(new ModelRef("sandbox", "late")));
    Replay replay = compare.replay(comparison, late.id());

    Replay.Step first = replay.next().orElseThrow();
    answer(first.round());
    Replay.Step second = replay.next().orElseThrow();
    answer(second.round());

    assertThat(said(bench.streams.getLast())).containsExactly("one", "late: one", "two");
    assertThat(second.number()).isEqualTo(second.of()).isEqualTo(2);
    assertThat(replay.next()).isEmpty();
    assertThat(replay.left()).isZero();
    assertThat(now().turns()).hasSize(2);
  }

  @Test
  void aReplayEndsAtTheFirstAnswerThatDoesNotComeAndCanGoOnLater() throws Exception {
    ask("one");
    ask("two");
    ask("three");
    Pane late = comparisons.addPane(comparison, PaneSpec.of(new ModelRef("sandbox", "late")));
    Replay replay = compare.replay(comparison, late.id());
    answer(replay.next().orElseThrow().round());
    Round second = replay.next().orElseThrow().round();
    opened(second, answered).getFirst().fail();
    answered++;
    second.awaitEnd();

    assertThat(replay.next()).isEmpty();
    assertThat(replay.left()).isEqualTo(2);

    Replay more = compare.replay(comparison, late.id());
    answer(more.next().orElseThrow().round());
    answer(more.next().orElseThrow().round());
    assertThat(more.next()).isEmpty();
    assertThat(now().pane(late.id()).orElseThrow().answers())
        .extracting(answer -> answer.reply().text())
        .containsExactly("late: one", "late: two", "late: three");
  }

  @Test
  void aReplayThatWasStoppedAsksNoMore() throws Exception {
    ask("one");
    ask("two");
    Pane late = comparisons.addPane(comparison, PaneSpec.of(new ModelRef("sandbox", "late")));
    Replay replay = compare.replay(comparison, late.id());
    Round round = replay.next().orElseThrow().round();
    replay.stop();
    round.stopAll();
    assertThat(replay.next()).isEmpty();
    assertThat(replay.left()).isEqualTo(2);
  }

  @Test
  void aClearedPaneBeginsAnewInTheSamePlaceAndItsWordsStay() throws Exception {
    ask("one");
    Pane before = now().panes().getFirst();
    Answer said = before.answers().getFirst();
    Pane after =
        comparisons.clearPane(
            comparison, before.id(), new PaneSpec(before.model(), before.parameters()));
    assertThat(now().panes().getFirst()).isEqualTo(after);
    assertThat(after.answers()).isEmpty();
    assertThat(said.reply().state()).isEqualTo(ReplyState.COMPLETE);
  }
}
