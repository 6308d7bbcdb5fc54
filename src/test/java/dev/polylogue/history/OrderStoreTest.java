package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.Drawers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderStoreTest {
  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private Instant now = Samples.NOON;
  private HistoryStore store;
  private OrderStore order;
  private final List<UUID> made = new ArrayList<>();

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder, () -> now);
    order = store.order();
    for (int i = 0; i < 4; i++) {
      Comparison comparison = samples.comparison(Samples.SCRIBE);
      store.create(comparison);
      made.add(comparison.id());
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<UUID> listed(Drawer drawer) throws HistoryException {
    return order.list(ComparisonKind.CHAT, drawer, 50, 0).stream()
        .map(ComparisonEntry::id)
        .toList();
  }

  private List<UUID> made(int... places) {
    return Arrays.stream(places).mapToObj(made::get).toList();
  }

  @Test
  void whatIsPinnedComesFirstEachNewestFirst() throws HistoryException {
    order.pin(made(0, 2), true);
    assertThat(listed(Drawer.ALL)).isEqualTo(made(2, 0, 3, 1));
    assertThat(order.list(ComparisonKind.CHAT, Drawer.ALL, 1, 0).getFirst().filing().pinned())
        .isTrue();
    order.pin(made(2), false);
    assertThat(listed(Drawer.ALL)).isEqualTo(made(0, 3, 2, 1));
    assertThat(store.list(50, 0)).as("the plain list knows no pins").hasSize(4);
    assertThat(store.list(1, 0).getFirst().id()).isEqualTo(made.get(3));
  }

  @Test
  void aFolderIsANameThatManyCanBear() throws HistoryException {
    order.file(made(0, 1), "Work");
    order.file(made(2), "Travel");
    assertThat(listed(new Drawer.Folder("Work"))).isEqualTo(made(1, 0));

    order.renameFolder(ComparisonKind.CHAT, "Work", "Travel");
    assertThat(listed(new Drawer.Folder("Travel"))).isEqualTo(made(2, 1, 0));
    order.renameFolder(ComparisonKind.CHAT, "Travel", "");
    assertThat(order.drawers(ComparisonKind.CHAT).folders()).isEmpty();
    assertThat(listed(Drawer.ALL)).hasSize(4);
  }

  @Test
  void tagsNarrowTheListAndAreCounted() throws HistoryException {
    order.tag(made(0, 3), "draft");
    order.tag(made(0), "draft");
    order.tag(List.of(new UUID(9, 9)), "nobody");
    assertThat(listed(new Drawer.Tagged("draft"))).isEqualTo(made(3, 0));
    assertThat(order.list(ComparisonKind.CHAT, Drawer.ALL, 1, 0).getFirst().filing().tags())
        .containsExactly("draft");
    assertThat(order.drawers(ComparisonKind.CHAT))
        .isEqualTo(new Drawers(4, List.of(), List.of(new Drawers.Label("draft", 2)), 0));
    order.untag(made(0, 3), "draft");
    assertThat(listed(new Drawer.Tagged("draft"))).isEmpty();
  }

  @Test
  void theTrashHidesFromEveryListAndGivesBackWhole() throws HistoryException {
    order.file(made(1), "Work");
    order.tag(made(1), "draft");
    order.pin(made(1), true);

    order.trash(made(1, 3));

    assertThat(listed(Drawer.ALL)).isEqualTo(made(2, 0));
    assertThat(listed(new Drawer.Folder("Work"))).isEmpty();
    assertThat(listed(new Drawer.Tagged("draft"))).isEmpty();
    assertThat(store.list(50, 0)).hasSize(2);
    assertThat(listed(Drawer.TRASH)).containsExactlyInAnyOrderElementsOf(made(1, 3));
    assertThat(store.load(made.get(1))).as("it can still be read").isPresent();
    assertThat(order.drawers(ComparisonKind.CHAT))
        .isEqualTo(new Drawers(2, List.of(), List.of(), 2));

    order.restore(made(1));
    assertThat(listed(Drawer.ALL)).isEqualTo(made(1, 2, 0));
    assertThat(listed(new Drawer.Folder("Work"))).isEqualTo(made(1));
  }

  @Test
  void deletingOnceMoreDoesNotLengthenTheStayInTheTrash() throws HistoryException {
    order.trash(made(0));
    now = now.plus(Duration.ofDays(40));
    order.trash(made(0, 1));
    assertThat(listed(Drawer.TRASH)).as("the latest first").isEqualTo(made(1, 0));
    assertThat(order.trashedBefore(now.minus(Duration.ofDays(30)), 9)).isEqualTo(made(0));
  }

  @Test
  void aPromptBringsAComparisonBackFromTheTrash() throws HistoryException {
    Samples.Asked asked = samples.asked(store);
    store.finish(asked.complete("There."), List.of());
    order.trash(List.of(asked.comparison().id()));
    assertThat(listed(Drawer.ALL)).doesNotContain(asked.comparison().id());
    store.beginTurn(
        asked.comparison().id(), samples.turn("And now?"), samples.queued(asked.comparison()));
    assertThat(listed(Drawer.ALL)).startsWith(asked.comparison().id());
  }

  @Test
  void aModelNamesOnlyWhatNobodyHasNamed() throws HistoryException {
    store.entitle(made.get(0), "By a model");
    store.rename(made.get(1), "By me");
    store.entitle(made.get(1), "By a model");
    assertThat(order.list(ComparisonKind.CHAT, Drawer.ALL, 9, 0))
        .extracting(ComparisonEntry::title)
        .containsExactly("", "", "By me", "By a model");
  }

  @Test
  void photosAreAListOfTheirOwn() throws HistoryException {
    store
        .database()
        .write(db -> db.run("UPDATE comparison SET kind = 'photo' WHERE id = ?", made.getFirst()));
    assertThat(order.list(ComparisonKind.PHOTO, Drawer.ALL, 9, 0))
        .extracting(ComparisonEntry::kind)
        .containsExactly(ComparisonKind.PHOTO);
    assertThat(listed(Drawer.ALL)).isEqualTo(made(3, 2, 1));
    assertThat(store.list(9, 0)).as("the command line lists all").hasSize(4);
  }
}
