package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.TurnTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private FullComparison full;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder, () -> Samples.NOON);
    full = new FullComparison(store, samples, "word");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private UUID duplicate() throws HistoryException {
    Map<UUID, UUID> copies =
        store.order().duplicate(List.of(full.id), samples::id, title -> title + " (copy)");
    assertThat(copies).containsOnlyKeys(full.id);
    return copies.get(full.id);
  }

  @Test
  void aCopyHoldsEverythingButVotesUnderIdentifiersOfItsOwn() throws HistoryException {
    Map<String, Integer> before = FullComparison.rows(store);

    UUID copy = duplicate();

    FullComparison.rows(store)
        .forEach(
            (table, rows) ->
                assertThat(rows)
                    .as(table)
                    .isEqualTo(
                        before.get(table)
                            * (Set.of("vote", "vote_reply", "passage_model").contains(table)
                                ? 1
                                : 2)));
    Comparison original = store.load(full.id).orElseThrow();
    Comparison copied = store.load(copy).orElseThrow();
    assertThat(copied.title()).isEqualTo("word title (copy)");
    assertThat(copied.draft()).isEqualTo(original.draft());
    assertThat(texts(copied)).isEqualTo(texts(original));
    assertThat(copied.tree().nodes())
        .extracting(TurnTree.Node::inUse)
        .isEqualTo(original.tree().nodes().stream().map(TurnTree.Node::inUse).toList());
    assertThat(ids(copied)).doesNotContainAnyElementsOf(ids(original));
    assertThat(store.places(copy)).hasSize(1);
    assertThat(store.votes().tags(copy)).isEqualTo(store.votes().tags(full.id));
    assertThat(store.votes().of(copy)).isEmpty();
    assertThat(store.list(9, 0)).first().extracting("id").isEqualTo(copy);
    assertThat(store.load(full.id)).contains(original);
  }

  @Test
  void aCopyStaysWhenTheOriginalIsForgottenWithItsPictures() throws HistoryException {
    UUID copy = duplicate();
    store.order().forget(List.of(full.id));
    assertThat(store.load(copy)).isPresent();
    assertThat(store.blobs().read(full.picture).size()).isEqualTo(full.picture.size());
    assertThat(
            store
                .database()
                .<List<String>>read(
                    db -> db.list("PRAGMA foreign_key_check", row -> row.text("table"))))
        .isEmpty();
  }

  @Test
  void anAnswerOnItsWayIsLeftOutAndTheOneBeforeItIsInUse() throws HistoryException {
    Reply live = full.live();
    Comparison copied = store.load(duplicate()).orElseThrow();
    Answer answer = copied.panes().getFirst().answers().getLast();
    assertThat(answer.alternatives()).hasSize(2).noneMatch(reply -> reply.state().isLive());
    assertThat(answer.active()).isEqualTo(1);
    assertThat(store.reply(live.id()).orElseThrow().state().isLive()).isTrue();
  }

  @Test
  void manyAreCopiedAtOnceAndWhatIsNotThereIsPassedOver() throws HistoryException {
    Comparison untitled = samples.comparison(Samples.GROK);
    store.create(untitled);
    Map<UUID, UUID> copies =
        store
            .order()
            .duplicate(
                List.of(full.id, untitled.id(), new UUID(5, 5)), samples::id, title -> title + "!");
    assertThat(copies).containsOnlyKeys(full.id, untitled.id());
    assertThat(store.load(copies.get(untitled.id())).orElseThrow().title()).isEmpty();
  }

  private static List<List<String>> texts(Comparison comparison) {
    return comparison.panes().stream()
        .map(
            pane ->
                pane.answers().stream()
                    .flatMap(answer -> answer.alternatives().stream())
                    .map(reply -> reply.model() + reply.text() + reply.reasoning())
                    .toList())
        .toList();
  }

  private static List<UUID> ids(Comparison comparison) {
    List<UUID> ids =
        new java.util.ArrayList<>(
            comparison.tree().nodes().stream().map(node -> node.turn().id()).toList());
    for (Pane pane : comparison.panes()) {
      ids.add(pane.id());
      for (Answer answer : pane.answers()) {
        answer.alternatives().forEach(reply -> ids.add(reply.id()));
      }
    }
    return ids;
  }
}
