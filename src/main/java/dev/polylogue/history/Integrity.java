package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;

/** What SQLite's own examination says of a database: {@link #OK}, or one line for each finding. */
final class Integrity {
  static final String OK = "ok";

  private Integrity() {}

  /** The first line. */
  static String of(Db db) throws SQLException {
    List<String> lines = lines(db, 1);
    return lines.isEmpty() ? OK : lines.getFirst();
  }

  /**
   * @param otherwise what is said of a database that is not sound, before what SQLite says
   */
  static void demand(Db db, String otherwise) throws SQLException, HistoryException {
    String report = of(db);
    if (!report.equals(OK)) {
      throw new HistoryException("%s SQLite says: %s".formatted(otherwise, report));
    }
  }

  static List<String> lines(Db db, int most) throws SQLException {
    return check(db, String.valueOf(most));
  }

  static List<String> ofTable(Db db, String table) throws SQLException {
    return check(db, "'" + table.replace("'", "''") + "'");
  }

  private static List<String> check(Db db, String what) throws SQLException {
    return db.list(
        "PRAGMA integrity_check(%s)".formatted(what), row -> row.text("integrity_check"));
  }
}
