package dev.polylogue.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.history.Backups;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderViewModelTest {
  @TempDir private Path home;
  private final List<Exception> troubles = new ArrayList<>();
  private final List<UUID> opened = new ArrayList<>();
  private final List<UUID> left = new ArrayList<>();
  private final List<UUID> made = new ArrayList<>();
  private Bench bench;
  private HistoryViewModel history;
  private OrderViewModel order;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    history =
        new HistoryViewModel(
            bench.services.order(), new OnTheSpot(), Bench.TEXTS, Bench.CLOCK, troubles::add);
    order =
        new OrderViewModel(
            history,
            new OrderViewModel.Services(bench.services.order(), new OnTheSpot(), troubles::add),
            Bench.TEXTS,
            new Room());
    for (int i = 0; i < 4; i++) {
      made.add(bench.comparison("scribe"));
      bench.services.comparisons().rename(made.getLast(), "No " + i);
    }
    history.refresh();
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(troubles).isEmpty();
  }

  private List<String> lines() {
    return history.rows().stream()
        .map(
            row ->
                switch (row) {
                  case HistoryRow.Heading heading -> "— " + heading.text();
                  case HistoryRow.Entry entry -> entry.comparison().title();
                })
        .toList();
  }

  @Test
  void whatIsPinnedStandsInAGroupOfItsOwn() {
    order.togglePin(List.of(made.getFirst()));
    assertThat(lines()).containsExactly("— Pinned", "No 0", "— Today", "No 3", "No 2", "No 1");
    order.togglePin(made);
    assertThat(lines())
        .as("some were not")
        .containsExactly("— Pinned", "No 3", "No 2", "No 1", "No 0");
    order.togglePin(made);
    assertThat(lines()).startsWith("— Today");
  }

  @Test
  void deletingLeavesALineThatTakesItBack() {
    order.delete(made.subList(1, 3));
    assertThat(lines()).containsExactly("— Today", "No 3", "No 0");
    assertThat(left).isEqualTo(made.subList(1, 3));
    assertThat(order.stripProperty().get())
        .isEqualTo(new Strip.Done("2 moved to the trash", made.subList(1, 3)));

    order.undo();

    assertThat(lines()).containsExactly("— Today", "No 3", "No 2", "No 1", "No 0");
    assertThat(order.stripProperty().get()).isEqualTo(Strip.NONE);
  }

  @Test
  void onlyTheTrashForgetsAndItAsksFirst() throws Exception {
    order.delete(made.subList(0, 1));
    history.show(Drawer.TRASH);
    assertThat(lines()).containsExactly("— Today", "No 0");
    assertThat(history.daysLeft(Bench.CLOCK.instant())).isEqualTo(30);

    order.delete(made.subList(0, 1));
    assertThat(bench.services.comparisons().has(made.getFirst())).isTrue();
    order.forget(((Strip.Forget) order.stripProperty().get()).comparisons());

    assertThat(bench.services.comparisons().has(made.getFirst())).isFalse();
    assertThat(order.drawersProperty().get().trashed()).isZero();
    assertThat(history.emptyProperty().get()).isTrue();
  }

  /** D36. */
  @Test
  void backupsThatStillHoldWhatWasForgottenAreNamed() throws Exception {
    Backups backups = bench.services.care().backups();
    backups.make();
    order.forget(made.subList(0, 1));
    assertThat(order.stripProperty().get())
        .isEqualTo(
            new Strip.Done(
                "Deleted for good. A backup in %s still holds it. Backups go with time, or when you delete them there."
                    .formatted(backups.place()),
                List.of()));

    UUID later = bench.comparison("scribe");
    order.forget(List.of(later));

    assertThat(order.stripProperty().get())
        .isEqualTo(new Strip.Done("Deleted for good.", List.of()));
  }

  @Test
  void aNameIsAskedForInPlaceAndKnownOnesAreOffered() {
    order.ask(Strip.Purpose.FOLDER, made.subList(0, 2));
    order.named((Strip.Naming) order.stripProperty().get(), " Work ");
    assertThat(order.drawersProperty().get().folders()).extracting("name").containsExactly("Work");
    assertThat(order.known(Strip.Purpose.FOLDER, "wo")).containsExactly("Work");
    assertThat(order.known(Strip.Purpose.FOLDER, "x")).isEmpty();

    history.show(new Drawer.Folder("Work"));
    assertThat(lines()).containsExactly("— Today", "No 1", "No 0");
    order.ask(Strip.Purpose.FOLDER_NAME, List.of());
    order.named((Strip.Naming) order.stripProperty().get(), "Travel");
    assertThat(history.drawerProperty().get()).isEqualTo(new Drawer.Folder("Travel"));
    assertThat(lines()).hasSize(3);
    order.removeFolder();
    assertThat(history.drawerProperty().get()).isEqualTo(Drawer.ALL);
    assertThat(order.drawersProperty().get().folders()).isEmpty();
  }

  @Test
  void aTagOnAllIsTakenAndOnSomeIsGiven() {
    order.toggleTag(made.subList(0, 1), "draft");
    order.toggleTag(made, "draft");
    history.show(new Drawer.Tagged("draft"));
    assertThat(lines()).hasSize(5);
    order.toggleTag(made, "draft");
    assertThat(lines()).isEmpty();
  }

  @Test
  void commandsMeanSeveralThatAreChosenElseWhatIsOpen() {
    history.selectedProperty().set(made.get(2));
    history.chosen().setAll(made.get(0));
    assertThat(order.targets()).containsExactly(made.get(2));
    history.chosen().setAll(made.get(0), made.get(1));
    assertThat(order.targets()).containsExactly(made.get(0), made.get(1));
  }

  @Test
  void aCopyIsOpenedAndSeveralAreOnlyCounted() throws Exception {
    order.duplicate(made.subList(0, 1));
    assertThat(lines()).startsWith("— Today", "No 0 (copy)");
    assertThat(opened).hasSize(1).doesNotContain(made.getFirst());
    order.duplicate(made);
    assertThat(lines()).hasSize(1 + 4 + 1 + 4);
    assertThat(opened).hasSize(1);
    assertThat(order.stripProperty().get())
        .isEqualTo(new Strip.Done("4 comparisons duplicated", List.of()));
  }

  @Test
  void refreshingReadsTheBeginningAndKeepsWhatWasReadFarDown() throws Exception {
    for (int i = 0; i < 2 * HistoryViewModel.PAGE; i++) {
      bench.comparison("scribe");
    }
    history.refresh();
    history.more();
    history.more();
    List<UUID> before = history.listed();
    assertThat(before).hasSize(4 + 2 * HistoryViewModel.PAGE).doesNotHaveDuplicates();
    bench.comparison("scribe");
    bench.services.order().trash(List.of(before.get(5)));

    history.refresh();

    assertThat(history.listed())
        .isEqualTo(
            bench.services.order().list(ComparisonKind.CHAT, Drawer.ALL, 999, 0).stream()
                .map(ComparisonEntry::id)
                .toList());
  }

  @Test
  void besideWhatLeavesStandsTheNextElseTheOneBefore() {
    assertThat(history.beside(made.subList(1, 3))).isEqualTo(made.get(0));
    assertThat(history.beside(made.subList(0, 2))).isEqualTo(made.get(2));
    assertThat(history.beside(made)).isNull();
  }

  private final class Room implements OrderViewModel.Room {
    @Override
    public void open(UUID comparison) {
      opened.add(comparison);
    }

    @Override
    public void leaving(List<UUID> comparisons) {
      left.addAll(comparisons);
    }

    @Override
    public void rename(UUID comparison, String title, Runnable done) {
      done.run();
    }
  }
}
