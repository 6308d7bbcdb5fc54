package dev.polylogue.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The steps that make a database of today out of an older or an empty one: numbered scripts, each
 * of them one transaction together with its number in {@code user_version}. A step that was
 * published is never changed.
 */
final class Schema {
  /** "Poly": marks our databases among those of other programs. */
  static final int APPLICATION_ID = 0x506F6C79;

  /** The version that brought the index for searching, in a step that makes nothing else. */
  static final int WITH_INDEX = 3;

  private final List<String> steps;
  private final Map<Integer, Transaction.Change> completions;

  /**
   * @param steps the script of version 1, of version 2, and so on
   */
  Schema(List<String> steps) {
    this(steps, Map.of());
  }

  /**
   * @param completions by version, what a step does beside its script and in the same transaction
   */
  private Schema(List<String> steps, Map<Integer, Transaction.Change> completions) {
    this.steps = List.copyOf(steps);
    this.completions = Map.copyOf(completions);
  }

  static Schema current() {
    return new Schema(scripts(), Map.of(WITH_INDEX, db -> new PassageRows(db).fill()));
  }

  static List<String> scripts() {
    return List.of(
        script("/schema/001.sql"),
        script("/schema/002.sql"),
        script("/schema/003.sql"),
        script("/schema/004.sql"));
  }

  int version() {
    return steps.size();
  }

  static int versionOf(Db db) throws SQLException {
    return db.first("PRAGMA user_version", row -> row.number("user_version")).orElse(0);
  }

  /** Whether the database was made by another program. One without anything in it was not. */
  static boolean isForeign(Db db) throws SQLException {
    int id = db.first("PRAGMA application_id", row -> row.number("application_id")).orElse(0);
    return id != APPLICATION_ID
        && (id != 0 || versionOf(db) != 0 || db.has("SELECT 1 FROM sqlite_schema LIMIT 1"));
  }

  void bringUpToDate(Db db) throws SQLException, HistoryException {
    bringTo(steps.size(), db);
  }

  void bringTo(int wanted, Db db) throws SQLException, HistoryException {
    while (versionOf(db) < wanted) {
      Transaction.run(db, "BEGIN IMMEDIATE", it -> step(wanted, it));
    }
  }

  /** The tables of the index for searching, empty. In a transaction. */
  void makeIndex(Db db) throws SQLException {
    db.script(steps.get(WITH_INDEX - 1));
  }

  private void step(int wanted, Db db) throws SQLException, HistoryException {
    int version = versionOf(db);
    if (version < wanted) {
      db.script(steps.get(version));
      Transaction.Change completion = completions.get(version + 1);
      if (completion != null) {
        completion.make(db);
      }
      db.script("PRAGMA user_version = " + (version + 1));
    }
  }

  private static String script(String resource) {
    try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its part " + resource + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
