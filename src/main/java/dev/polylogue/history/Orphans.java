package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;

/** Rows that refer to rows that are not there. */
final class Orphans {
  private final Db db;

  Orphans(Db db) {
    this.db = db;
  }

  /** A row of a table that refers to a missing one of another. */
  record Orphan(String table, long row, String parent) {}

  static boolean has(Db db) throws SQLException {
    return db.has("SELECT 1 FROM pragma_foreign_key_check LIMIT 1");
  }

  List<Orphan> all() throws SQLException {
    return db.list(
        "SELECT \"table\", rowid AS at, parent FROM pragma_foreign_key_check",
        row -> new Orphan(row.text("table"), row.whole("at"), row.text("parent")));
  }

  /**
   * Removes what refers to nothing, and what then does, and so on.
   *
   * @return how many rows
   */
  int remove() throws SQLException {
    int removed = 0;
    for (List<Orphan> left = all(); !left.isEmpty(); left = all()) {
      for (Orphan orphan : left) {
        removed +=
            db.run(
                "DELETE FROM %s WHERE rowid = ?".formatted(Contents.quoted(orphan.table())),
                orphan.row());
      }
    }
    return removed;
  }
}
