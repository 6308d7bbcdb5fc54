package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D13: on a network drive nothing is shared with other programs but the file itself. */
class NetworkDriveTest {
  private static final String WARNING = "on a network drive, where locks can't be relied on";

  @TempDir private Path temp;
  private Path home;

  private record Opened(Database database, FolderLock lock, String remark)
      implements AutoCloseable {
    @Override
    public void close() throws HistoryException {
      database.close();
      lock.close();
    }

    Journal journal() throws HistoryException {
      return database.read(Journal::of);
    }

    void rename(String title) throws HistoryException {
      database.write(db -> db.run("UPDATE comparison SET title = ?", title));
    }

    String title() throws HistoryException {
      return database.read(
          db -> db.first("SELECT title FROM comparison", row -> row.text("title")).orElseThrow());
    }
  }

  private Opened open(Journal journal) throws HistoryException {
    return open(home, journal);
  }

  private static Opened open(Path folder, Journal journal) throws HistoryException {
    DataFolder data = DataFolder.prepare(folder);
    FolderLock lock = FolderLock.take(data);
    Backups backups = new Backups(Places.usual(folder), InstantSource.system());
    DatabaseOpening opening =
        new DatabaseOpening(data, lock, Schema.current(), backups, journal, 50);
    Database database = opening.open(() -> Samples.NOON);
    return new Opened(database, lock, opening.remark());
  }

  private void keepOne() throws HistoryException {
    home = temp.resolve("home");
    try (HistoryStore store = HistoryStore.open(home)) {
      store.create(new Samples().comparison(Samples.SCRIBE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "CIFS", "smb3", "fuse.sshfs"})
  void networkDrivesAreToldByTheirType(String type) {
    assertThat(Surroundings.isNetwork(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "apfs", "NTFS", "tmpfs", "overlay"})
  void disksOfTheComputerAreNone(String type) {
    assertThat(Surroundings.isNetwork(type)).isFalse();
  }

  @Test
  void theLogGoesAndItsWarningIsSaidOnce() throws Exception {
    keepOne();
    try (Opened opened = open(Journal.DELETE)) {
      assertThat(opened.journal()).isEqualTo(Journal.DELETE);
      assertThat(opened.remark()).contains(WARNING);
      opened.rename("kept");
      assertThat(home.resolve("polylogue.db-wal")).doesNotExist();
    }
    try (Opened opened = open(Journal.DELETE)) {
      assertThat(opened.title()).isEqualTo("kept");
      assertThat(opened.remark()).isEmpty();
    }
    try (Opened opened = open(Journal.WAL)) {
      assertThat(opened.journal()).as("moved to a disk").isEqualTo(Journal.WAL);
      assertThat(opened.title()).isEqualTo("kept");
    }
  }

  @Test
  void aNewHistoryThereBeginsWithTheWarning() throws Exception {
    home = temp.resolve("new");
    try (Opened opened = open(Journal.DELETE)) {
      assertThat(opened.journal()).isEqualTo(Journal.DELETE);
      assertThat(opened.remark()).contains(WARNING);
    }
  }

  /** A kill while a commit is made leaves what was there before beside a torn database. */
  @Test
  void aCommitThatWasCutOffIsUndone() throws Exception {
    keepOne();
    Path left = temp.resolve("left");
    try (Opened opened = open(Journal.DELETE)) {
      opened.rename("acknowledged");
      opened.database.write(
          db -> {
            db.script("PRAGMA cache_spill = 1; PRAGMA cache_size = 1");
            db.run("UPDATE comparison SET title = 'torn', draft = ?", "x".repeat(1 << 20));
            copy(left);
          });
    }
    assertThat(Files.size(left.resolve("polylogue.db-journal"))).isPositive();

    try (HistoryStore store =
        HistoryStore.openForReading(
            left, new HistoryException(HistoryException.Kind.FULL, "The disk is full.", null))) {
      assertThat(store.list(1, 0).getFirst().title()).isEqualTo("acknowledged");
    }
    try (Opened opened = open(left, Journal.DELETE)) {
      assertThat(opened.title()).isEqualTo("acknowledged");
      assertThat(opened.remark()).as("no log is missed").isEmpty();
    }
    Doctor doctor = new Doctor(Places.usual(left), InstantSource.system());
    assertThat(doctor.examine().of(Finding.Kind.DATABASE)).isEmpty();
  }

  private void copy(Path to) {
    try {
      Files.createDirectory(to);
      for (String name : new String[] {"polylogue.db", "polylogue.db-journal", "lock"}) {
        Files.copy(home.resolve(name), to.resolve(name));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
