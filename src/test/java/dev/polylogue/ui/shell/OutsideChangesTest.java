package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.history.HistoryStore;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program writes while the window is open is seen there. */
class OutsideChangesTest {
  @TempDir private Path home;
  private final OnTheSpot work = new OnTheSpot();
  private Bench bench;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    desk = new Desk(bench.services, work, work, Bench.TEXTS, Bench.CLOCK);
    desk.start();
    desk.lookOutside();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aNewTitleOfTheOpenComparisonAndOfTheListAreShown() throws Exception {
    UUID open = desk.chat().openedProperty().get().id();
    try (HistoryStore other = HistoryStore.open(home)) {
      other.rename(open, "Named in a terminal");
    }

    desk.lookOutside();

    assertThat(desk.chat().titleProperty().get()).isEqualTo("Named in a terminal");
    assertThat(desk.history().rows().toString()).contains("Named in a terminal");
  }

  @Test
  void whatTheWindowWritesItselfIsNoNews() throws Exception {
    UUID open = desk.chat().openedProperty().get().id();
    long before = bench.services.comparisons().outsideVersion().getAsLong();

    bench.services.comparisons().rename(open, "Named here");

    assertThat(bench.services.comparisons().outsideVersion()).hasValue(before);
  }
}
