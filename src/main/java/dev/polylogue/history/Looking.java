package dev.polylogue.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A history that is looked at: beside others that use it, or, where nothing can be written, as it
 * is or in a passing copy (D08, D11).
 */
final class Looking implements AutoCloseable {
  private final Db db;
  private final @Nullable ReadingOnly still;

  private Looking(Db db, @Nullable ReadingOnly still) {
    this.db = db;
    this.still = still;
  }

  /**
   * @param busyMillis how long to wait for another program that is writing
   */
  static Looking at(DataFolder folder, int busyMillis) throws SQLException, HistoryException {
    try {
      return new Looking(checked(Connections.reading(folder.database(), busyMillis)), null);
    } catch (SQLException e) {
      if (!folder.trouble().of(e).kind().leavesReading()) {
        throw e;
      }
    }
    ReadingOnly still = ReadingOnly.of(folder);
    boolean opened = false;
    try {
      Looking looking = new Looking(still.connection(), still);
      opened = true;
      return looking;
    } finally {
      if (!opened) {
        still.close();
      }
    }
  }

  /** What is in the database itself, with nothing that waits beside it, and without a trace. */
  static Looking withoutLog(DataFolder folder) throws SQLException {
    return new Looking(checked(Connections.still(folder.database())), null);
  }

  /** The first question needs SQLite's own files beside the database. */
  private static Db checked(Db db) throws SQLException {
    try {
      Schema.versionOf(db);
      return db;
    } catch (SQLException e) {
      db.close();
      throw e;
    }
  }

  Db db() {
    return db;
  }

  @Override
  public void close() throws SQLException {
    try (ReadingOnly _ = still) {
      db.close();
    }
  }
}
