package dev.polylogue.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;

/**
 * Makes of a file that may be anything a database of our own making, of the present version, and
 * verifies it. The file is only read. Blocks.
 */
final class Candidate {
  private final Schema schema;

  Candidate(Schema schema) {
    this.schema = schema;
  }

  /**
   * Looks at a file without believing it.
   *
   * @throws HistoryException when it is no history that this version can read
   */
  <T> T look(Path file, Transaction.Query<T> query) throws HistoryException {
    if (!Files.isRegularFile(file)) {
      throw new HistoryException("There is no file %s.".formatted(file));
    }
    try (Db db = Connections.distrusting(file)) {
      if (Schema.isForeign(db) || Schema.versionOf(db) == 0) {
        throw new HistoryException("%s is not a Polylogue history.".formatted(file));
      }
      int version = Schema.versionOf(db);
      if (version > schema.version()) {
        throw new HistoryException(
            "%s was made by a newer version of Polylogue (schema %d, this version knows %d). Restore it with that version."
                .formatted(file, version, schema.version()));
      }
      return query.ask(db);
    } catch (SQLException e) {
      throw new HistoryException(
          "%s can't be read as a Polylogue history: %s.".formatted(file, e.getMessage()), e);
    }
  }

  /** The same for one that is sound throughout. */
  <T> T lookAtSound(Path file, Transaction.Query<T> query) throws HistoryException {
    return look(
        file,
        db -> {
          Integrity.demand(db, "%s is damaged and was not restored.".formatted(file));
          return query.ask(db);
        });
  }

  /** Copies all rows of a sound history. */
  void whole(Path file, Path made) throws HistoryException {
    lookAtSound(
        file,
        from -> {
          try (Db to = begin(made)) {
            schema.bringTo(Schema.versionOf(from), to);
            Transaction.run(to, "BEGIN", db -> RowCopy.all(from, db));
            if (!Contents.rows(to).equals(ours(from, to)) || Orphans.has(to)) {
              throw new HistoryException("%s is not whole and was not restored.".formatted(file));
            }
            end(to);
          }
          return made;
        });
    force(made);
  }

  private static Map<String, Integer> ours(Db from, Db to) throws SQLException {
    Map<String, Integer> rows = Contents.rows(from);
    rows.keySet().retainAll(Contents.tables(to));
    return rows;
  }

  /** It is thrown away when anything goes wrong, so its journal need not survive a crash. */
  static Db begin(Path made) throws SQLException {
    Db db = Connections.fresh(made);
    db.first("PRAGMA journal_mode = MEMORY", row -> row.text("journal_mode"));
    db.script("PRAGMA synchronous = OFF");
    return db;
  }

  void end(Db made) throws SQLException, HistoryException {
    schema.bringUpToDate(made);
    Transaction.run(made, "BEGIN", IndexCheck::rebuild);
    Integrity.demand(made, "The new history is not sound.");
    Journal.DELETE.begin(made);
  }

  static void force(Path made) throws HistoryException {
    try {
      forceFile(made);
    } catch (IOException e) {
      throw new Trouble(made).of(e);
    }
  }

  /** What is in a file survives a power cut afterwards. */
  static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
