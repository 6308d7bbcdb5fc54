package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Whether the database has the tables, indexes and views of its version, and no trigger. What
 * somebody added beside them is left alone.
 */
final class SchemaCheck {
  private SchemaCheck() {}

  static void run(Db db, Consumer<Finding> found) throws SQLException, HistoryException {
    Map<String, String> here = parts(db);
    expected(Schema.versionOf(db))
        .forEach(
            (name, sql) -> {
              String made = here.get(name);
              if (made == null) {
                found.accept(new Finding(Kind.UNREADABLE, "The %s is missing.".formatted(name)));
              } else if (!sql.equals(made)) {
                found.accept(
                    new Finding(
                        Kind.UNREADABLE,
                        "The %s is not as Polylogue made it: %s"
                            .formatted(name, made.replaceAll("\\s+", " "))));
              }
            });
    for (String name : here.keySet()) {
      if (name.startsWith("trigger ")) {
        found.accept(
            new Finding(
                Kind.UNREADABLE,
                "The %s changes what Polylogue stores, and is none of its own.".formatted(name)));
      }
    }
  }

  private static Map<String, String> expected(int version) throws SQLException, HistoryException {
    try (Db db = Connections.inMemory()) {
      Schema.current().bringTo(version, db);
      return parts(db);
    }
  }

  /** What made each, by a name such as {@code table reply}. */
  private static Map<String, String> parts(Db db) throws SQLException {
    Map<String, String> parts = new TreeMap<>();
    db.each(
        "SELECT type || ' ' || name AS part, sql FROM sqlite_schema WHERE sql IS NOT NULL",
        row -> parts.put(row.text("part"), row.text("sql")));
    return parts;
  }
}
