package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D25: a column that somebody added is no damage, and what stands in it is kept. */
class OwnColumnsTest {
  @TempDir Path temp;
  private Places places;
  private Doctor doctor;

  @BeforeEach
  void addColumns() throws Exception {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, () -> Samples.NOON);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      store.finish(new Samples().asked(store).complete("The moon pulls."), List.of());
    }
    sql(
        """
        ALTER TABLE comparison ADD COLUMN mine text;
        ALTER TABLE reply ADD COLUMN "my stars" INTEGER NOT NULL DEFAULT 3 CHECK ("my stars" < 6);
        UPDATE comparison SET mine = 'to be read again';
        """);
  }

  private void sql(String sql) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script(sql);
    }
  }

  private void assertKept() throws Exception {
    try (Db db = Connections.reading(places.folder().resolve("polylogue.db"), 50)) {
      assertThat(db.list("SELECT mine FROM comparison", row -> row.text("mine")))
          .containsExactly("to be read again");
      assertThat(db.list("SELECT \"my stars\" AS stars FROM reply", row -> row.whole("stars")))
          .containsExactly(3L);
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void itIsNoDamage() throws Exception {
    assertThat(doctor.examine().findings()).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(9, 0)).hasSize(1);
      new Samples(new UUID(0x9000L, 0)).asked(store);
    }
  }

  /** What the table promises beside them is held to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE turn_part RENAME COLUMN millis TO mills",
        "ALTER TABLE comparison ADD COLUMN more text; ALTER TABLE comparison DROP COLUMN draft",
      })
  void aTableThatLacksOneIsDamaged(String damage) throws Exception {
    sql(damage);

    assertThat(doctor.examine().of(Finding.Kind.UNREADABLE)).isNotEmpty();
  }

  @Test
  void aSalvageKeepsIt() throws Exception {
    Restorer.Restored salvaged = new Restorer(places, () -> Samples.NOON).salvage();

    assertThat(salvaged.losses().isNone()).isTrue();
    assertKept();
  }

  @Test
  void aBackupKeepsItAndBringsItBack() throws Exception {
    Path backup = new Backups(places, () -> Samples.NOON).make().file();
    sql("DELETE FROM comparison_tag; UPDATE comparison SET mine = ''");

    new Restorer(places, () -> Samples.NOON).restore(backup);

    assertKept();
  }
}
