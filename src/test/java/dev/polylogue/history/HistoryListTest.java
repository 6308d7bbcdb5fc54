package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                  new ComparisonEntry.Contents(
                      ComparisonKind.CHAT, List.of(Samples.GROK, Samples.SCRIBE), 2),
                  ComparisonEntry.Filing.NONE));
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

  @ParameterizedTest
  @MethodSource("drawers")
  void everyPageIsReadThroughAnIndexWithoutSortingAndWithoutReadingAMessage(Drawer drawer)
      throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      store.create(samples.comparison(Samples.SCRIBE));

      String plan = store.database().read(db -> plan(db, drawer));

      assertThat(plan)
          .contains("COVERING INDEX")
          .doesNotContain("_part")
          .doesNotContain("SCAN comparison\n")
          .doesNotContain("TEMP B-TREE");
    }
  }

  static List<Drawer> drawers() {
    return List.of(Drawer.ALL, new Drawer.Folder("Work"), Drawer.TRASH);
  }

  @Test
  void aTagOnFewIsSortedAndATagOnManyIsMetOnTheWay() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Drawer tagged = new Drawer.Tagged("draft");
      store.create(samples.comparison(Samples.SCRIBE));
      store.order().tag(List.of(store.list(1, 0).getFirst().id()), "draft");
      assertThat(store.database().<String>read(db -> plan(db, tagged)))
          .contains("USING INDEX comparison_tagged");

      store
          .database()
          .write(
              db ->
                  db.script(
                      """
                      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2100)
                      INSERT INTO comparison (id, used, created_at, updated_at, title, draft)
                      SELECT 'c' || i, 1000 + i, 'now', 'now', '', '' FROM n;
                      INSERT INTO comparison_tag SELECT id, 'draft' FROM comparison WHERE used > 1000;
                      """));

      assertThat(store.database().<String>read(db -> plan(db, tagged)))
          .contains("comparison_listed")
          .doesNotContain("TEMP B-TREE");
    }
  }

  private static String plan(Db db, Drawer drawer) throws SQLException {
    ListRows.Question asked = new ListRows(db).question(ComparisonKind.CHAT, drawer);
    return String.join(
        "\n",
        db.list(
            "EXPLAIN QUERY PLAN " + asked.sql(), row -> row.text("detail"), asked.with(50, 100)));
  }

  private static List<UUID> ids(HistoryStore store) throws HistoryException {
    return store.list(50, 0).stream().map(ComparisonEntry::id).toList();
  }
}
