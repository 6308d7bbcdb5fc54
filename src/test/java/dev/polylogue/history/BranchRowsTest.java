package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.conversation.TurnTree.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchRowsTest {
  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private Comparison comparison;

  @BeforeEach
  void open() throws Exception {
    store = HistoryStore.open(folder);
    comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(comparison);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Turn ask(String prompt) throws HistoryException {
    Turn turn = samples.turn(prompt);
    store.beginTurn(comparison.id(), turn, samples.queued(comparison));
    return turn;
  }

  private Turn edit(Turn edited, String prompt) throws HistoryException {
    Turn turn = samples.turn(prompt);
    store.beginBranch(comparison.id(), edited.id(), turn, samples.queued(comparison));
    return turn;
  }

  private Comparison stored() throws HistoryException {
    return store.load(comparison.id()).orElseThrow();
  }

  @Test
  void anEditedMessageBeginsABranchAndNothingIsLost() throws Exception {
    Turn one = ask("one");
    Turn two = ask("two");
    Turn three = ask("three");
    store.saveDraft(comparison.id(), "half a thought");

    Turn edited = edit(two, "two, please");
    Turn next = ask("four");

    assertThat(stored().turns()).containsExactly(one, edited, next);
    assertThat(stored().tree().siblings(edited.id())).containsExactly(two.id(), edited.id());
    assertThat(stored().panes().getFirst().answers()).hasSize(5);
    store.useTurn(two.id());
    assertThat(stored().turns()).containsExactly(one, two, three);
    store.useTurn(edited.id());
    assertThat(stored().turns()).containsExactly(one, edited, next);
  }

  @Test
  void theDraftStaysWhenAnEditIsSentAndTheSameTwiceCountsOnce_D27() throws Exception {
    Turn one = ask("one");
    store.saveDraft(comparison.id(), "half a thought");
    Turn edited = samples.turn("one, please");
    var queued = samples.queued(comparison);
    store.beginBranch(comparison.id(), one.id(), edited, queued);
    store.beginBranch(comparison.id(), one.id(), edited, queued);
    assertThat(stored().draft()).isEqualTo("half a thought");
    assertThat(stored().tree().nodes()).hasSize(2);
    assertThat(stored().title()).isEqualTo("one");
  }

  @Test
  void theListCountsTheTurnsOfThePathInUse() throws Exception {
    Turn one = ask("one");
    ask("two");
    assertThat(store.list(1, 0).getFirst().turns()).isEqualTo(2);
    edit(one, "one, please");
    assertThat(store.list(1, 0).getFirst().turns()).isEqualTo(1);
    store.useTurn(one.id());
    assertThat(store.list(1, 0).getFirst().turns()).isEqualTo(2);
  }

  @Test
  void anImportedTreeKeepsItsBranches() throws Exception {
    Turn one = samples.turn("one");
    Turn left = samples.turn("left");
    Turn right = samples.turn("right");
    Turn further = samples.turn("further left");
    TurnTree tree =
        new TurnTree(
            List.of(
                new Node(one, null, true),
                new Node(left, one.id(), false),
                new Node(right, one.id(), true),
                new Node(further, left.id(), true)));
    Comparison imported = samples.comparison(Samples.SCRIBE).with(tree);

    store.create(imported);

    assertThat(store.load(imported.id()).orElseThrow().tree()).isEqualTo(tree);
  }

  @Test
  void whatIsNotThereHasNoBranches() {
    assertThatThrownBy(() -> store.useTurn(samples.id())).isInstanceOf(HistoryException.class);
    assertThatThrownBy(() -> edit(samples.turn("gone"), "x")).isInstanceOf(HistoryException.class);
  }

  @Test
  void aPaneIsAddedBehindAnotherOrTakesItsPlace() throws Exception {
    Pane first = comparison.panes().getFirst();
    Pane last = comparison.panes().getLast();
    Pane between = Pane.empty(samples.id(), Samples.SCRIBE, Parameters.NONE);
    Pane instead = Pane.empty(samples.id(), Samples.SCRIBE, Parameters.NONE);

    store.addPane(comparison.id(), between, first.id());
    assertThat(stored().panes())
        .extracting(Pane::id)
        .containsExactly(first.id(), between.id(), last.id());
    store.replacePane(comparison.id(), first.id(), instead);
    assertThat(stored().panes())
        .extracting(Pane::id)
        .containsExactly(instead.id(), between.id(), last.id());
  }

  /** D01, D02: a child is killed while it edits one message again and again. */
  @Test
  void anEditIsThereWithItsRepliesOrNotAtAll() throws Exception {
    store.close();
    Random moments = new Random(20261122);
    for (int kill = 0; kill < 3; kill++) {
      UUID base = new UUID(0x7000L, kill * 100_000L);
      List<String> said = new ArrayList<>();
      try (ChildJvm child =
          ChildJvm.start(KilledEditor.class, List.of(), folder.toString(), base.toString())) {
        int after = moments.nextInt(1, 60);
        while (said.size() <= after) {
          String line = child.line();
          assertThat(line).as("the child ended by itself after " + said).isNotNull();
          said.add(line);
        }
        said.addAll(child.kill());
      }
      store = HistoryStore.open(folder);
      Comparison edited = store.load(UUID.fromString(said.getFirst())).orElseThrow();
      int wordings = edited.tree().siblings(edited.turns().getFirst().id()).size();
      assertThat(wordings).isBetween(said.size(), said.size() + 1);
      assertThat(edited.turns()).hasSize(1);
      assertThat(edited.turns().getFirst().user().text()).isEqualTo("wording " + (wordings - 1));
      assertThat(edited.panes())
          .allSatisfy(
              pane -> {
                assertThat(pane.answers()).hasSize(wordings);
                assertThat(pane.answers().getLast().reply().state())
                    .isEqualTo(ReplyState.INTERRUPTED);
              });
      store.close();
    }
    store = HistoryStore.open(folder);
  }
}
