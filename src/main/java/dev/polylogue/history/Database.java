package dev.polylogue.history;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open database: one connection that writes, one that reads beside it, each under its own lock.
 * Any thread may call; every call may block.
 */
final class Database implements AutoCloseable {
  private final Trouble trouble;
  private final Db writer;
  private final Db reader;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile boolean closed;

  Database(Trouble trouble, Db writer, Db reader) {
    this.trouble = trouble;
    this.writer = writer;
    this.reader = reader;
  }

  /** Commits a change, or leaves everything as it was. */
  void write(Transaction.Change change) throws HistoryException {
    writing.lock();
    try {
      checkOpen();
      Transaction.run(writer, "BEGIN IMMEDIATE", change);
    } catch (SQLException e) {
      throw trouble.of(e);
    } finally {
      writing.unlock();
    }
  }

  /** Reads from one moment, whatever is written meanwhile. */
  <T> T read(Transaction.Query<T> query) throws HistoryException {
    reading.lock();
    try {
      checkOpen();
      return Transaction.ask(reader, query);
    } catch (SQLException e) {
      throw trouble.of(e);
    } catch (RuntimeException e) {
      throw trouble.unreadable(e);
    } finally {
      reading.unlock();
    }
  }

  private void checkOpen() throws HistoryException {
    if (closed) {
      throw trouble.closed();
    }
  }

  /** Waits for what is being written and read. */
  @Override
  public void close() throws HistoryException {
    writing.lock();
    reading.lock();
    try {
      if (!closed) {
        closed = true;
        try (writer) {
          reader.close();
        }
      }
    } catch (SQLException e) {
      throw trouble.of(e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }
}
