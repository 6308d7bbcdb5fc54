package dev.polylogue.history;

import java.sql.SQLException;

/** All of some work, or nothing of it. */
final class Transaction {
  private Transaction() {}

  /** Work that returns nothing. */
  @FunctionalInterface
  interface Change {
    void make(Db db) throws SQLException, HistoryException;
  }

  /** Work that returns something. */
  @FunctionalInterface
  interface Query<T> {
    T ask(Db db) throws SQLException, HistoryException;
  }

  static void run(Db db, String begin, Change change) throws SQLException, HistoryException {
    db.run(begin);
    boolean done = false;
    try {
      change.make(db);
      db.run("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack(db);
      }
    }
  }

  static <T> T ask(Db db, Query<T> query) throws SQLException, HistoryException {
    db.run("BEGIN");
    try {
      return query.ask(db);
    } finally {
      rollBack(db);
    }
  }

  private static void rollBack(Db db) {
    try {
      db.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does on a full disk.
    }
  }
}
