package dev.polylogue.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.kit.Day;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryViewModelTest {
  @TempDir private Path home;
  private final List<Exception> troubles = new ArrayList<>();
  private Bench bench;
  private HistoryViewModel history;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    history =
        new HistoryViewModel(
            bench.services.order(), new OnTheSpot(), Bench.TEXTS, Bench.CLOCK, troubles::add);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private long entries() {
    return history.rows().stream().filter(HistoryRow.Entry.class::isInstance).count();
  }

  @Test
  void theListIsReadPageByPage() throws Exception {
    for (int i = 0; i < HistoryViewModel.PAGE + 30; i++) {
      bench.comparison("scribe");
    }
    history.refresh();
    assertThat(entries()).isEqualTo(HistoryViewModel.PAGE);
    history.more();
    assertThat(entries()).isEqualTo(HistoryViewModel.PAGE + 30);
    history.more();
    history.refresh();
    assertThat(entries()).isEqualTo(HistoryViewModel.PAGE + 30);
    assertThat(history.rows().getFirst()).isEqualTo(new HistoryRow.Heading("Today"));
  }

  @Test
  void whatIsLiveIsMarked() throws Exception {
    UUID live = bench.comparison("scribe");
    bench.comparison("scribe");
    history.refresh();
    history.showLive(Set.of(live));
    assertThat(history.rows())
        .filteredOn(row -> row instanceof HistoryRow.Entry entry && entry.live())
        .hasSize(1);
  }

  @Test
  void emptinessIsSaidOnlyAfterTheHistoryWasRead() {
    assertThat(history.emptyProperty().get()).isFalse();
    history.refresh();
    assertThat(history.emptyProperty().get()).isTrue();
  }

  @Test
  void aHistoryThatCannotBeReadIsNoEmptyList() {
    bench.close();
    history.refresh();
    assertThat(troubles).hasSize(1);
    assertThat(history.emptyProperty().get()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T00:00:00Z, TODAY",
    "2026-03-11T09:00:00Z, TODAY",
    "2026-03-09T23:59:59Z, YESTERDAY",
    "2026-03-08T12:00:00Z, WEEK",
    "2026-03-03T00:00:00Z, WEEK",
    "2026-03-02T23:00:00Z, MONTH",
    "2026-02-08T00:00:00Z, MONTH",
    "2026-02-07T23:00:00Z, EARLIER"
  })
  void daysAreGroupedAsPeopleCountThem(Instant when, Day day) {
    assertThat(Day.of(when, LocalDate.of(2026, 3, 10), ZoneOffset.UTC)).isEqualTo(day);
  }
}
