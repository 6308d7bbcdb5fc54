package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;

/**
 * Passages that are gone, of which the index may keep some words until all of it has been written
 * anew. That takes seconds for a large one, so it is done in many short transactions, between which
 * others can write; where it is broken off, it is begun again later.
 */
final class SpentPassages {
  /** Pages of the index that one transaction writes: some hundredths of a second. */
  private static final int PAGES = 250;

  private final Db db;

  SpentPassages(Db db) {
    this.db = db;
  }

  void note(long passage) throws SQLException {
    db.run("INSERT OR IGNORE INTO passage_spent (passage) VALUES (?)", passage);
  }

  List<Long> all() throws SQLException {
    return db.list("SELECT passage FROM passage_spent", row -> row.whole("passage"));
  }

  /** Begins to write the index anew; true while there is more of it to be written. */
  boolean begin() throws SQLException {
    return merge(-PAGES);
  }

  boolean goOn() throws SQLException {
    return merge(PAGES);
  }

  /**
   * See "The 'merge' Command" in the documentation of FTS5, which also says how its end is known.
   */
  private boolean merge(int pages) throws SQLException {
    long before = changes();
    db.run("INSERT INTO passage_words (passage_words, rank) VALUES ('merge', ?)", pages);
    return changes() - before > 1;
  }

  private long changes() throws SQLException {
    return db.first("SELECT total_changes() AS changes", row -> row.whole("changes")).orElse(0L);
  }

  /** The index was written anew since these were noted. */
  void gone(List<Long> passages) throws SQLException {
    for (long passage : passages) {
      db.run("DELETE FROM passage_spent WHERE passage = ?", passage);
    }
  }
}
