package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows that refer to rows that are not there. */
final class Orphans {
  /** The title of comparisons of which only the messages are left. */
  static final String SALVAGED = "Salvaged";

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
   * Gives messages that lost their comparison or pane a new one, and removes what then still refers
   * to nothing. In a transaction, with foreign keys off.
   */
  void adopt(Instant now) throws SQLException {
    db.run(
        """
        INSERT INTO comparison (id, used, created_at, updated_at, title, draft)
        SELECT lost.comparison,
            (SELECT coalesce(max(used), 0) FROM comparison)
                + row_number() OVER (ORDER BY lost.comparison),
            ?, ?, ?, ''
        FROM (SELECT comparison FROM turn UNION SELECT comparison FROM pane) AS lost
        WHERE NOT EXISTS (SELECT 1 FROM comparison WHERE comparison.id = lost.comparison)
        """,
        now,
        now,
        SALVAGED);
    db.run(
        """
        INSERT INTO pane (id, comparison, position, provider, model, in_sync, closed, parameters)
        SELECT reply.pane, min(turn.comparison), 1000 + min(reply.rowid), min(reply.provider),
            min(reply.model), 1, 0, '{}'
        FROM reply JOIN turn ON turn.id = reply.turn
        WHERE NOT EXISTS (SELECT 1 FROM pane WHERE pane.id = reply.pane)
        GROUP BY reply.pane
        """);
    db.script("UPDATE pane SET place_turn = NULL WHERE place_turn NOT IN (SELECT id FROM turn)");
    db.script(
        "UPDATE turn SET parent = NULL, active = 0 WHERE parent NOT IN (SELECT id FROM turn)");
    remove();
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
