package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Brings a history of an earlier version of the program to the schema of this one: on a copy, which
 * takes the place of the history in one step once it was verified. Until then the history is not
 * touched, whatever happens (D04, D05). What it was stays as a backup; where none can be made, it
 * is put aside. Only for who is alone in the data folder.
 */
final class Migration {
  private final DataFolder folder;
  private final Schema schema;
  private final Backups backups;
  private final int busyMillis;

  Migration(DataFolder folder, Schema schema, Backups backups, int busyMillis) {
    this.folder = folder;
    this.schema = schema;
    this.backups = backups;
    this.busyMillis = busyMillis;
  }

  void run(int from, Instant now) throws HistoryException {
    Path made = folder.quarantine().resolve("schema-" + schema.version() + ".db");
    try {
      folder.make(folder.quarantine());
      boolean isBackedUp = backUp();
      new BackupWriter(folder, busyMillis).write(made, this::bringUp);
      settle();
      if (!isBackedUp) {
        putAside(from, now);
      }
      Files.move(
          made,
          folder.database(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      DataFolder.forceEntries(folder.path());
    } catch (SQLException e) {
      throw failed(from, new Trouble(made).of(e));
    } catch (IOException e) {
      throw failed(from, new Trouble(made).of(e));
    } catch (HistoryException e) {
      throw failed(from, e);
    } finally {
      remove(made);
    }
  }

  private HistoryException failed(int from, HistoryException e) {
    return folder.trouble().notBroughtUp(from, schema.version(), e);
  }

  /** Without a place for backups the history that was replaced is kept in the data folder. */
  private boolean backUp() {
    try {
      backups.make(schema.version());
      return true;
    } catch (HistoryException e) {
      return false;
    }
  }

  private void bringUp(Db copy) throws SQLException, HistoryException {
    Map<String, Integer> before = Contents.rows(copy);
    schema.bringUpToDate(copy);
    Map<String, Integer> after = Contents.rows(copy);
    Integrity.demand(copy, "The new version is not sound.");
    before.forEach((table, rows) -> after.merge(table, -rows, Integer::sum));
    if (!before.keySet().stream().allMatch(table -> after.getOrDefault(table, 0) == 0)) {
      throw new HistoryException("The new version does not hold as many rows as the old one.");
    }
  }

  /** Moves what is still in the log into the database: from here on it is a single file. */
  private void settle() throws SQLException {
    try (Db db = Connections.writing(folder.database(), busyMillis)) {
      if (Journal.DELETE.begin(db) != Journal.DELETE) {
        throw new SQLException("its log could not be closed");
      }
    }
  }

  /** Under a second name, so that it is there at every moment. */
  private void putAside(int from, Instant now) throws IOException {
    Path aside = new Quarantine(folder).place("schema-" + from, now).resolve("polylogue.db");
    try {
      Files.createLink(aside, folder.database());
    } catch (UnsupportedOperationException e) {
      Files.copy(folder.database(), aside);
    }
  }

  private static void remove(Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException e) {
      // It is found as a leftover by the next examination.
    }
  }
}
