package dev.polylogue.history;

import java.sql.SQLException;
import java.util.Locale;

/**
 * How SQLite makes a commit whole. The database remembers the way it was written last. See <a
 * href="https://sqlite.org/wal.html">its pages</a> on both.
 */
enum Journal {
  /**
   * A log beside the database, so that who reads and who writes don't wait for one another. All who
   * use it have to share memory, and so a computer.
   */
  WAL,

  /** What was there before is kept until the commit is done; for network drives (D13). */
  DELETE;

  static Journal fitting(DataFolder folder) {
    return Surroundings.isOnNetwork(folder.path()) ? DELETE : WAL;
  }

  /**
   * @param db that writes
   */
  static Journal of(Db db) throws SQLException {
    return named(db.first("PRAGMA journal_mode", Journal::mode).orElse(""));
  }

  /**
   * Goes over to this way where it can: not while others have the database open, nor to a log where
   * the disk can't keep one.
   *
   * @return the way it is now
   */
  Journal begin(Db db) throws SQLException {
    return named(db.first("PRAGMA journal_mode = " + name(), Journal::mode).orElse(""));
  }

  private static String mode(Row row) throws SQLException {
    return row.text("journal_mode");
  }

  private static Journal named(String mode) {
    return mode.toUpperCase(Locale.ROOT).equals(WAL.name()) ? WAL : DELETE;
  }
}
