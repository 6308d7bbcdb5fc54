package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D19: an entry of the list that can't be read hides no other. */
class UnreadableEntryTest {
  @TempDir Path temp;
  private Places places;
  private final List<UUID> all = new ArrayList<>();

  @BeforeEach
  void keepThree() throws HistoryException {
    places = Places.usual(temp.resolve("home"));
    try (HistoryStore store = HistoryStore.open(places.folder(), () -> Samples.NOON)) {
      for (int i = 0; i < 3; i++) {
        Samples.Asked asked = new Samples(new UUID(0x8000L + i, 0)).asked(store);
        store.finish(asked.complete("The moon pulls."), List.of());
        all.addFirst(asked.comparison().id());
      }
    }
  }

  private void sql(String sql) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script("PRAGMA foreign_keys = OFF;" + sql);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE comparison SET updated_at = 'garbage' WHERE rowid = 1",
        "UPDATE comparison SET created_at = 'garbage' WHERE rowid = 1",
        "UPDATE comparison SET updated_at = '', created_at = ''",
        "UPDATE turn SET created_at = 'garbage' WHERE rowid = 1",
        "UPDATE turn SET created_at = ''"
      })
  void aDateThatCantBeReadHidesNothingAndIsTakenFromThoseAround(String damage) throws Exception {
    sql(damage);

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0)).extracting(ComparisonEntry::id).isEqualTo(all);
      for (UUID id : all) {
        assertThat(store.load(id)).isPresent();
      }
    }
    Doctor doctor = new Doctor(places, Instant::now);
    assertThat(doctor.examine().findings())
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Finding.Kind.DATE);

    doctor.mendDates();

    assertThat(doctor.examine().findings()).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0))
          .extracting(ComparisonEntry::updatedAt)
          .containsOnly(Samples.NOON);
    }
  }

  /** Without its own, the other date of an entry is the best one. */
  @Test
  void anEntryIsListedWithTheDateThatIsLeft() throws Exception {
    sql("UPDATE comparison SET updated_at = 'garbage'");

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0))
          .extracting(ComparisonEntry::updatedAt)
          .containsOnly(Samples.NOON);
    }
  }

  @Test
  void aDateOfWhichNothingTellsStays() throws Exception {
    sql(
        """
        UPDATE comparison SET updated_at = '', created_at = ''; UPDATE turn SET created_at = '';
        DELETE FROM passage
        """);
    Doctor doctor = new Doctor(places, Instant::now);

    doctor.mendDates();

    assertThat(doctor.examine().of(Finding.Kind.DATE)).hasSize(3);
  }

  /** What is said of it there is then true again. */
  @Test
  void theIndexKnowsTheHourBetterThanWhatStandsAround() throws Exception {
    sql("UPDATE comparison SET created_at = 'x'; UPDATE turn SET created_at = 'x'");
    sql("UPDATE comparison SET updated_at = '2020-01-01T00:00:00Z'");
    Doctor doctor = new Doctor(places, Instant::now);

    doctor.mendDates();

    assertThat(doctor.examine().findings()).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0))
          .extracting(ComparisonEntry::createdAt)
          .containsOnly(Instant.parse("2026-11-22T12:00:00Z"));
    }
  }

  @Test
  void oneWithoutAnIdentifierIsNamedAndTheOthersAreListed() throws Exception {
    sql("UPDATE comparison SET id = 'zz' WHERE rowid = 2");

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.remark()).contains("can't be listed", "1, the first is “Explain tides.”");
      List<UUID> left = List.of(all.getFirst(), all.getLast());
      assertThat(store.list(10, 0)).extracting(ComparisonEntry::id).isEqualTo(left);
      assertThat(store.order().list(ComparisonKind.CHAT, new Drawer.All(), 10, 0))
          .extracting(ComparisonEntry::id)
          .isEqualTo(left);
      assertThat(store.transfers().all()).containsExactlyInAnyOrderElementsOf(left);
    }
  }

  @Test
  void aPaneWithoutAModelHidesNoEntry() throws Exception {
    sql("UPDATE pane SET provider = '' WHERE rowid = 1");

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0)).extracting(ComparisonEntry::id).isEqualTo(all);
    }
  }
}
