package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Copies of comparisons, made within the database: each row is written again with new identifiers
 * in the place of the old ones. A reply that is live is left out, and so is what only the original
 * has: votes, which would count twice, and the pin.
 */
final class Copies {
  private final Supplier<UUID> fresh;
  private final UnaryOperator<String> naming;
  private final Instant now;
  private final Map<UUID, UUID> made = new LinkedHashMap<>();

  Copies(Supplier<UUID> fresh, UnaryOperator<String> naming, Instant now) {
    this.fresh = fresh;
    this.naming = naming;
    this.now = now;
  }

  /** Each copy by its original. */
  Map<UUID, UUID> made() {
    return Map.copyOf(made);
  }

  void make(Db db, Collection<UUID> comparisons) throws SQLException {
    db.script("CREATE TEMP TABLE IF NOT EXISTS twin (old TEXT NOT NULL PRIMARY KEY, new TEXT)");
    for (UUID original : comparisons) {
      if (new ComparisonRows(db).has(original)) {
        made.put(original, copy(db, original));
      }
    }
  }

  private UUID copy(Db db, UUID original) throws SQLException {
    UUID copy = twin(db, original);
    twins(db, "SELECT id FROM turn WHERE comparison = ? ORDER BY position", original);
    twins(db, "SELECT id FROM pane WHERE comparison = ?", original);
    twins(
        db,
        "SELECT reply.id FROM pane JOIN reply ON reply.pane = pane.id WHERE comparison = ?"
            + " AND NOT "
            + ReplyRows.LIVE,
        original);
    String title =
        db.first("SELECT title FROM comparison WHERE id = ?", row -> row.text("title"), original)
            .orElse("");
    db.run(
        """
        INSERT INTO comparison
          (id, used, created_at, updated_at, title, draft, kind, folder, title_by)
        SELECT ?, (SELECT max(used) + 1 FROM comparison), ?, ?, ?, draft, kind, folder, title_by
        FROM comparison WHERE id = ?
        """,
        copy,
        now,
        now,
        title.isEmpty() ? "" : naming.apply(title),
        original);
    rows(db);
    db.run("DELETE FROM temp.twin");
    new PassageRows(db).enter(copy);
    return copy;
  }

  private void rows(Db db) throws SQLException {
    copy(db, "turn", "id", "comparison", "parent");
    copy(db, "turn_part", "turn");
    copy(db, "pane", "id", "comparison", "place_turn");
    copy(db, "reply", "id", "pane", "turn");
    // Where the one in use is live, the last one before it is in use in the copy.
    db.run(
        """
        UPDATE reply SET active = 1
        WHERE id IN (SELECT new FROM temp.twin)
          AND ordinal = (SELECT max(ordinal) FROM reply AS other
            WHERE other.pane = reply.pane AND other.turn = reply.turn)
          AND NOT EXISTS (SELECT 1 FROM reply AS other
            WHERE other.pane = reply.pane AND other.turn = reply.turn AND other.active = 1)
        """);
    copy(db, "reply_part", "reply");
    copy(db, "exchange", "reply");
    copy(db, "picture_mark", "reply");
    copy(db, "photo", "comparison");
    copy(db, "edit_step", "turn", "source_reply");
    copy(db, "blinding", "comparison", "after_turn");
    copy(db, "comparison_tag", "comparison");
  }

  /**
   * Copies the rows of a table that belong to what has a twin.
   *
   * @param owner the column that says whose a row is
   * @param others further columns that hold identifiers, perhaps none
   */
  private static void copy(Db db, String table, String owner, String... others)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    db.each(
        "SELECT name FROM pragma_table_info(?)",
        row -> columns.put(row.text("name"), table + "." + row.text("name")),
        table);
    columns.put(owner, "mine.new");
    for (String other : others) {
      columns.put(
          other, "(SELECT twin.new FROM temp.twin WHERE twin.old = %s.%s)".formatted(table, other));
    }
    db.run(
        "INSERT INTO %s (%s) SELECT %s FROM temp.twin AS mine CROSS JOIN %s ON %s.%s = mine.old"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                columns.values().stream().collect(Collectors.joining(", ")),
                table,
                table,
                owner));
  }

  private void twins(Db db, String ids, UUID original) throws SQLException {
    for (UUID id : db.list(ids, row -> row.id("id"), original)) {
      twin(db, id);
    }
  }

  private UUID twin(Db db, UUID id) throws SQLException {
    UUID copy = fresh.get();
    db.run("INSERT INTO temp.twin (old, new) VALUES (?, ?)", id, copy);
    return copy;
  }
}
