package dev.polylogue.history;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the index for searching says of its size: by it SQLite ranks what is found, and of an index
 * that holds no text it does not compare it itself. The format is that of <a
 * href="https://sqlite.org/src/file/ext/fts5/fts5_index.c">FTS5</a>, with one column.
 */
final class IndexTotals {
  private static final String RECORD = "SELECT block FROM passage_words_data WHERE id = 1";

  private IndexTotals() {}

  /**
   * Whether it counts other passages, or words in them, than are noted of each.
   *
   * @param places of words that were found in it
   */
  static boolean differ(Db db, long places) throws SQLException {
    LongAdder passages = new LongAdder();
    LongAdder words = new LongAdder();
    try {
      db.each(
          "SELECT sz FROM passage_words_docsize",
          row -> {
            passages.increment();
            words.add(LeafPages.varint(ByteBuffer.wrap(row.bytes("sz"))));
          });
      ByteBuffer record =
          ByteBuffer.wrap(db.first(RECORD, row -> row.bytes("block")).orElseThrow());
      return next(record) != passages.sum() || next(record) != words.sum() || words.sum() != places;
    } catch (BufferUnderflowException | NoSuchElementException e) {
      return true;
    }
  }

  /** That of an index which never held anything is empty. */
  private static long next(ByteBuffer record) {
    return record.capacity() == 0 ? 0 : LeafPages.varint(record);
  }
}
