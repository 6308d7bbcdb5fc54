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
  private static final int CONSTRAINT = 19;

  private SchemaCheck() {}

  static void run(Db db, Consumer<Finding> found) throws SQLException, HistoryException {
    Map<String, String> here = parts(db);
    Optional<String> misnumbered = misnumbered(db);
    if (misnumbered.isPresent()) {
      found.accept(new Finding(Kind.UNREADABLE, misnumbered.get()));
      return;
    }
    for (Map.Entry<String, String> wanted : expected(Schema.versionOf(db)).entrySet()) {
      String name = wanted.getKey();
      String made = here.get(name);
      Kind kind = isOfIndex(name) ? Kind.INDEX : isMendable(name) ? Kind.SCHEMA : Kind.UNREADABLE;
      if (made == null) {
        found.accept(new Finding(kind, "The %s is missing.".formatted(name)));
      } else if (!isAsMade(name, made, wanted.getValue())) {
        found.accept(
            new Finding(
                kind,
                "The %s is not as Polylogue made it: %s"
                    .formatted(name, made.replaceAll("\\s+", " "))));
      }
    }
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

  private static boolean isAsMade(String part, String made, String wanted) throws SQLException {
    return made.equals(wanted)
        || part.startsWith("table ")
            && !isOfIndex(part)
            && OwnColumns.areAll(part.substring("table ".length()), made, wanted);
  }

  private static boolean isOfIndex(String part) {
    return IndexCheck.isDerived(part.substring(part.indexOf(' ') + 1));
  }

  /** Whether it holds nothing that the program could not make anew. */
  private static boolean isMendable(String part) {
    return part.startsWith("view ") || part.startsWith("index ");
  }

  /**
   * Makes views and indexes anew that are missing or not as they should be, but for those of a
   * table that is missing itself. In a transaction.
   *
   * @throws HistoryException when rows contradict an index, so that it can't be made
   */
  static void mend(Db db) throws SQLException, HistoryException {
    Map<String, String> here = parts(db);
    for (Map.Entry<String, String> wanted : expected(Schema.versionOf(db)).entrySet()) {
      String part = wanted.getKey();
      if (isMendable(part) && !wanted.getValue().equals(here.get(part))) {
        if (here.containsKey(part)) {
          String[] words = part.split(" ", 2);
          db.run("DROP %s %s".formatted(words[0], Contents.quoted(words[1])));
        }
        make(db, part, wanted.getValue());
      }
    }
  }

  private static void make(Db db, String part, String sql) throws SQLException, HistoryException {
    try {
      db.run(sql);
    } catch (SQLException e) {
      if (Trouble.isLack(e)) {
        return;
      }
      if ((e.getErrorCode() & 0xff) != CONSTRAINT) {
        throw e;
      }
      throw new HistoryException(
          "The %s can't be made anew, because rows contradict it. Nothing was changed: restore a backup, or save what can be read into a new history."
              .formatted(part),
          e);
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
