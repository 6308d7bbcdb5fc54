package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that refer to rows that are not there. While words are among them none is removed but by a
 * salvage, which first makes anew what they hang on: whatever else refers to nothing may belong to
 * them. Nor is one while the index tells of words that are gone: it may be all that is left of
 * them.
 */
final class Orphans {
  /** Each asks of a row that it owns by its number. */
  private static final Map<String, String> WORDS =
      Map.of(
          "pane",
          "SELECT 1 FROM pane JOIN reply ON reply.pane = pane.id WHERE pane.rowid = ?1",
          "turn",
          """
          SELECT 1 FROM turn JOIN turn_part ON turn_part.turn = turn.id WHERE turn.rowid = ?1
          UNION ALL
          SELECT 1 FROM turn JOIN reply ON reply.turn = turn.id WHERE turn.rowid = ?1
          """,
          "reply",
          """
          SELECT 1 FROM reply JOIN reply_part ON reply_part.reply = reply.id WHERE reply.rowid = ?1
          UNION ALL
          SELECT 1 FROM reply JOIN exchange ON exchange.reply = reply.id WHERE reply.rowid = ?1
          """);

  private static final Set<String> ARE_WORDS =
      Set.of("turn_part", "reply_part", "reply_words", "exchange", "photo");

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

  /** Whether they are words, or may tell of some. */
  boolean holdWords(List<Orphan> orphans) throws SQLException {
    for (Orphan orphan : orphans) {
      String words = WORDS.get(orphan.table());
      if (ARE_WORDS.contains(orphan.table()) || words != null && db.has(words, orphan.row())) {
        return true;
      }
    }
    return !orphans.isEmpty() && LostWords.isKnown(db);
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
