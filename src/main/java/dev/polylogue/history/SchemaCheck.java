package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Map<String, String> expected = expected(Schema.versionOf(db));
    Optional<String> misnumbered = misnumbered(db);
    if (misnumbered.isPresent()) {
      found.accept(new Finding(Kind.UNREADABLE, misnumbered.get()));
      return;
    }
    expected.forEach(
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

  /**
   * The version that a database has by its parts: that of the latest of them, whatever its number
   * says; 0 where it has none.
   */
  static int versionByParts(Db db) throws SQLException, HistoryException {
    Set<String> here = parts(db).keySet();
    int version = Schema.current().version();
    while (version > 0) {
      Set<String> added = new HashSet<>(expected(version).keySet());
      added.removeAll(expected(version - 1).keySet());
      if (!Collections.disjoint(here, added)) {
        return version;
      }
      version--;
    }
    return 0;
  }

  /** With parts of a later version it can't be brought up to that; or nothing. */
  static Optional<String> misnumbered(Db db) throws SQLException, HistoryException {
    int version = Schema.versionOf(db);
    int byParts = version < Schema.current().version() ? versionByParts(db) : version;
    return byParts <= version
        ? Optional.empty()
        : Optional.of(
            "The database says that its schema is %d, but has parts of schema %d: its number was changed, so it can't be opened."
                .formatted(version, byParts));
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
