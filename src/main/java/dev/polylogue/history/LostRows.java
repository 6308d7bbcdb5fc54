package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rows there were: of a table that could not be read throughout, its own index on pages of
 * its own tells their keys. They stand in tables {@code temp.key_…} of the salvaged history until
 * it is counted what of them is lost.
 */
final class LostRows {
  private final Db damaged;
  private final Db db;
  private final Map<String, Boolean> known = new TreeMap<>();

  private LostRows(Db damaged, Db db) {
    this.damaged = damaged;
    this.db = db;
  }

  /**
   * @param db with all rows that could be read, in a transaction
   * @param unreadable tables of which something could not be read
   */
  static LostRows among(Db damaged, Db db, Collection<String> unreadable) throws SQLException {
    LostRows rows = new LostRows(damaged, db);
    List<String> there = Contents.tables(db);
    for (String table : Loss.TABLES) {
      if (there.contains(table)) {
        rows.read(table, unreadable.contains(table));
      }
    }
    return rows;
  }

  private void read(String table, boolean isUnreadable) throws SQLException {
    String columns = String.join(", ", keys(table));
    String keys = "SELECT %s FROM %s".formatted(columns, table);
    db.script(
        "CREATE TEMP TABLE key_%s AS %s".formatted(table, isUnreadable ? keys + " LIMIT 0" : keys));
    known.put(table, !isUnreadable || readIndex(table, keys));
  }

  /** Whether it could be read throughout. */
  private boolean readIndex(String table, String keys) throws SQLException {
    String index =
        table.equals("reply_words") ? "reply_words_of" : "sqlite_autoindex_%s_1".formatted(table);
    int width = keys(table).size();
    List<@Nullable Object[]> found = new ArrayList<>();
    boolean all = true;
    try {
      damaged.each(keys + " INDEXED BY " + index, row -> found.add(row.values(1, width)));
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) && !Trouble.isLack(e)) {
        throw e;
      }
      all = false;
    }
    String insert =
        "INSERT INTO temp.key_%s VALUES (?%s)".formatted(table, ", ?".repeat(width - 1));
    for (@Nullable Object[] key : found) {
      db.run(insert, key);
    }
    return all;
  }

  private List<String> keys(String table) throws SQLException {
    return db.list(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
        row -> row.text("name"),
        table);
  }

  /** Whether it is known which rows of a table there were. */
  boolean isKnown(String table) {
    return known.getOrDefault(table, true);
  }

  /** Of each table, what there was and is not there now; what {@link Remnants} put there is not. */
  List<Loss> count() throws SQLException {
    List<Loss> losses = new ArrayList<>();
    for (String table : Loss.TABLES) {
      int rows = known.containsKey(table) ? lost(table) : 0;
      if (rows > 0 || !isKnown(table)) {
        losses.add(new Loss(table, rows, isKnown(table)));
      }
    }
    return losses;
  }

  private int lost(String table) throws SQLException {
    List<String> keys = keys(table);
    String same =
        String.join(
            " AND ", keys.stream().map(key -> "it.%1$s = had.%1$s".formatted(key)).toList());
    String own =
        table.equals("turn_part") || table.equals("reply_part")
            ? " AND it.%s NOT IN (SELECT message FROM temp.unsaid)".formatted(keys.getFirst())
            : "";
    return db.first(
            "SELECT count(*) AS n FROM temp.key_%1$s AS had WHERE NOT EXISTS (SELECT 1 FROM %1$s AS it WHERE %2$s%3$s)"
                .formatted(table, same, own),
            row -> row.number("n"))
        .orElse(0);
  }
}
