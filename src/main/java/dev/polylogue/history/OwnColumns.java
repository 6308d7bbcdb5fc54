package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that somebody added to a table of ours: they are no damage, and are kept (D25). */
final class OwnColumns {
  /** What a column of a strict table may be. */
  private static final Set<String> TYPES = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  private OwnColumns() {}

  /**
   * Whether a table is as it should be but for columns that were added.
   *
   * @param made what made it, from a database that can't be trusted
   */
  static boolean areAll(String table, String made, String expected) throws SQLException {
    try (Db db = Connections.inMemory()) {
      db.script(expected);
      Set<String> ours = names(db, table);
      db.script("DROP TABLE " + Contents.quoted(table));
      db.script(made);
      for (String column : RowCopy.columns(db, table)) {
        if (!ours.contains(lower(column))) {
          db.script(
              "ALTER TABLE %s DROP COLUMN %s"
                  .formatted(Contents.quoted(table), Contents.quoted(column)));
        }
      }
      return db.has("SELECT 1 FROM sqlite_schema WHERE name = ? AND sql = ?", table, expected);
    } catch (SQLException e) {
      if (!Trouble.isLack(e)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Adds those of one database to a table of another, empty of values and of anything else that
   * would be carried out. In a transaction.
   */
  static void add(Db from, Db to, String table) throws SQLException {
    Set<String> here = names(to, table);
    List<Column> all =
        from.list(
            "SELECT name, type FROM pragma_table_info(?)",
            row -> new Column(row.text("name"), row.text("type")),
            table);
    for (Column column : all) {
      if (!here.contains(lower(column.name)) && !isOfLater(table, column.name)) {
        to.script(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(Contents.quoted(table), Contents.quoted(column.name), column.strict()));
      }
    }
  }

  private record Column(String name, String type) {
    String strict() {
      String upper = type.toUpperCase(Locale.ROOT);
      return TYPES.contains(upper) ? upper : "ANY";
    }
  }

  /** A column that a step of the schema will add. */
  private static boolean isOfLater(String table, String column) throws SQLException {
    try (Db db = Connections.inMemory()) {
      Schema.current().bringUpToDate(db);
      return names(db, table).contains(lower(column));
    } catch (HistoryException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> names(Db db, String table) throws SQLException {
    return RowCopy.columns(db, table).stream().map(OwnColumns::lower).collect(Collectors.toSet());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
