package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryListTest {
  @TempDir Path folder;
  private final Samples samples = new Samples();

  @Test
  void theNewestUseComesFirstEvenWhenTheClockGoesBack() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder, () -> Samples.NOON)) {
      Comparison first = samples.comparison(Samples.SCRIBE);
      Comparison second = samples.comparison(Samples.GROK);
      Comparison third = samples.comparison(Samples.GROK);
      store.create(first);
      store.create(second);
      store.create(third);
      assertThat(ids(store)).containsExactly(third.id(), second.id(), first.id());

      Instant yearsAgo = Samples.NOON.minus(Duration.ofDays(4000));
      Turn turn = new Turn(samples.id(), Message.user("Hello"), yearsAgo);
      store.beginTurn(first.id(), turn, samples.queued(first));
      assertThat(ids(store)).as("D26").containsExactly(first.id(), third.id(), second.id());
      assertThat(store.list(1, 0).getFirst().updatedAt()).isEqualTo(yearsAgo);

      store.rename(second.id(), "Renamed");
      store.saveDraft(second.id(), "not sent");
      assertThat(ids(store)).containsExactly(first.id(), third.id(), second.id());
    }
  }

  @Test
  void askingOnceMoreIsAUse() throws HistoryException {
    Instant later = Samples.NOON.plusSeconds(60);
    try (HistoryStore store = HistoryStore.open(folder, () -> later)) {
      Samples.Asked asked = samples.asked(store);
      store.create(samples.comparison(Samples.GROK));

      store.beginAlternative(
          asked.pane(), asked.turn().id(), samples.queued(asked.comparison().panes().getFirst()));

      assertThat(store.list(1, 0).getFirst().id()).isEqualTo(asked.comparison().id());
      assertThat(store.list(1, 0).getFirst().updatedAt()).isEqualTo(later);
    }
  }

  @Test
  void anEntryShowsModelsOfOpenPanesInTheirOrderAndCountsTurns() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK, Samples.SCRIBE);
      store.create(comparison);
      store.beginTurn(comparison.id(), samples.turn("One"), samples.queued(comparison));
      store.beginTurn(comparison.id(), samples.turn("Two"), samples.queued(comparison));
      store.orderPanes(comparison.id(), List.of(comparison.panes().get(1).id()));
      store.closePane(comparison.panes().get(2).id());

      assertThat(store.list(10, 0))
          .containsExactly(
              new ComparisonEntry(
                  comparison.id(),
                  "One",
                  Samples.NOON,
                  Samples.NOON,
                  List.of(Samples.GROK, Samples.SCRIBE),
                  2));
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      List<UUID> made = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        Comparison comparison = samples.comparison(Samples.SCRIBE);
        store.create(comparison);
        made.addFirst(comparison.id());
      }

      List<UUID> listed = new ArrayList<>();
      for (int offset = 0; offset < 30; offset += 10) {
        store.list(10, offset).forEach(entry -> listed.add(entry.id()));
      }

      assertThat(listed).isEqualTo(made);
    }
  }

  @Test
  void theListReadsNoMessage() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      store.create(samples.comparison(Samples.SCRIBE));

      String plan =
          store
              .database()
              .read(
                  db ->
                      db.list(
                              "EXPLAIN QUERY PLAN " + ComparisonRows.LIST,
                              r -> r.text("detail"),
                              9,
                              0)
                          .toString());

      assertThat(plan)
          .contains("COVERING INDEX")
          .doesNotContain("_part")
          .doesNotContain("TEMP B-TREE");
    }
  }

  private static List<UUID> ids(HistoryStore store) throws HistoryException {
    return store.list(50, 0).stream().map(ComparisonEntry::id).toList();
  }
}
