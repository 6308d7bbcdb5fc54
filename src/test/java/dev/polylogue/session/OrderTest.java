package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.ui.Bench;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
  @TempDir private Path home;
  private Bench bench;
  private Order order;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    order = bench.services.order();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private UUID answering() throws Exception {
    UUID comparison = bench.comparison("scribe");
    UUID pane = bench.services.comparisons().open(comparison).orElseThrow().panes().getFirst().id();
    bench.services.compare().send(comparison, new Prompt("Why?", List.of()), Set.of(pane));
    bench.awaitStreams(1);
    bench.streams.getFirst().say("Because");
    return comparison;
  }

  private ReplyState state(UUID comparison) throws Exception {
    return bench
        .services
        .comparisons()
        .open(comparison)
        .orElseThrow()
        .panes()
        .getFirst()
        .answers()
        .getFirst()
        .reply()
        .state();
  }

  @Test
  void deletingStopsWhatIsBeingAnsweredAndKeepsWhatHadArrived() throws Exception {
    UUID live = answering();
    UUID quiet = bench.comparison("scribe");

    assertThat(order.trash(List.of(live, quiet))).isEqualTo(1);
    bench.awaitQuiet(live);

    assertThat(state(live)).isEqualTo(ReplyState.STOPPED);
    assertThat(order.trash(9, 0)).extracting(ComparisonEntry::id).contains(live, quiet);
    order.restore(List.of(live));
    assertThat(bench.services.comparisons().list(9, 0)).hasSize(1);
  }

  @Test
  void forgettingStopsFirstAndThenNothingIsLeft_D36() throws Exception {
    UUID live = answering();
    order.forget(List.of(live));
    assertThat(bench.services.comparisons().has(live)).isFalse();
    assertThat(bench.services.compare().live(live)).isEmpty();
  }

  @Test
  void theTrashIsEmptiedOfWhatIsOlderThan30Days_D36() throws Exception {
    Path other = home.resolve("other");
    Instant[] now = {Instant.parse("2026-03-01T12:00:00Z")};
    try (HistoryStore history = HistoryStore.open(other, () -> now[0])) {
      Comparisons comparisons = new Comparisons(history, UUID::randomUUID, () -> now[0]);
      Compare compare = bench.services.compare();
      Order trash =
          new Order(
              history,
              compare,
              UUID::randomUUID,
              () -> now[0],
              Care.of(other, () -> now[0])::backups);
      List<UUID> made = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        made.add(comparisons.create(List.of(), "").id());
      }
      trash.trash(made.subList(0, 23));
      now[0] = now[0].plus(Duration.ofDays(29));
      trash.trash(made.subList(23, 24));
      assertThat(trash.emptyOldTrash()).isZero();

      now[0] = now[0].plus(Duration.ofDays(1)).plusSeconds(1);

      assertThat(trash.emptyOldTrash()).isEqualTo(23);
      assertThat(trash.trash(99, 0)).extracting(ComparisonEntry::id).containsExactly(made.get(23));
      assertThat(comparisons.list(99, 0)).hasSize(1);
    }
  }

  @Test
  void namesOfFoldersAndTagsArePlain() throws Exception {
    UUID one = bench.comparison("scribe");
    order.file(List.of(one), "  Work \t of\nall ");
    order.tag(List.of(one), "  Draft ");
    order.tag(List.of(one), "   ");
    ComparisonEntry entry = order.list(ComparisonKind.CHAT, Drawer.ALL, 1, 0).getFirst();
    assertThat(entry.filing().folder()).isEqualTo("Work of all");
    assertThat(entry.filing().tags()).containsExactly("draft");
    order.renameFolder(ComparisonKind.CHAT, "Work of all", "  ");
    assertThat(order.drawers(ComparisonKind.CHAT).folders()).hasSize(1);
    order.removeFolder(ComparisonKind.CHAT, "Work of all");
    assertThat(order.drawers(ComparisonKind.CHAT).folders()).isEmpty();
    assertThat(Order.plain("x".repeat(99))).hasSize(60);
  }
}
