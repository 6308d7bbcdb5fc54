package dev.polylogue.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The open database: one connection that writes, one that reads beside it, each under its own lock.
 * Any thread may call; every call may block.
 */
final class Database implements AutoCloseable {
  /** What is given back to the disk at once, 100 MB; the rest with the next occasion. */
  private static final int MOST_PAGES_FREED = 25_000;

  private final Trouble trouble;
  private final Presence presence;
  private final Db writer;
  private final Db reader;
  private final @Nullable LogKeeper keeper;
  private final @Nullable Alarm alarm;
  private final @Nullable HistoryException unwritable;

  /** Fair, so that many short transactions in a row keep nobody waiting for their end. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final ReentrantLock reading = new ReentrantLock();
  private volatile boolean closed;
  private volatile boolean storing = true;

  Database(
      Trouble trouble, Presence presence, Db writer, Db reader, LogKeeper keeper, Alarm alarm) {
    this.trouble = trouble;
    this.presence = presence;
    this.writer = writer;
    this.reader = reader;
    this.keeper = keeper;
    this.alarm = alarm;
    this.unwritable = null;
  }

  private Database(Trouble trouble, Db reader, HistoryException unwritable) {
    this.trouble = trouble;
    this.presence = Presence.UNKNOWN;
    this.writer = reader;
    this.reader = reader;
    this.keeper = null;
    this.alarm = null;
    this.unwritable = unwritable;
  }

  /** One that refuses to be changed, and says why. */
  static Database forReading(Trouble trouble, Db reader, HistoryException why) {
    return new Database(trouble, reader, why);
  }

  /** Why it can't be changed, or nothing when it can. */
  Optional<HistoryException> unwritable() {
    return Optional.ofNullable(unwritable);
  }

  /** Whether the last change was committed. Never blocks. */
  boolean isStoring() {
    return storing;
  }

  /**
   * Commits a change, or leaves everything as it was. Where the index for searching is damaged, it
   * is made anew and the change once more: what can be made anew never stands in the way of what
   * can't (D21).
   */
  void write(Transaction.Change change) throws HistoryException {
    writing.lock();
    boolean stored = false;
    try {
      checkOpen();
      checkWritable();
      try {
        Transaction.run(writer, "BEGIN IMMEDIATE", change);
      } catch (SQLException e) {
        if (!IndexCheck.isDamage(e)) {
          throw e;
        }
        Transaction.run(writer, "BEGIN IMMEDIATE", this::rebuildWhateverItTells);
        Transaction.run(writer, "BEGIN IMMEDIATE", change);
      }
      if (keeper != null) {
        keeper.committed(writer);
      }
      stored = true;
    } catch (SQLException e) {
      throw trouble.of(e);
    } finally {
      storing = stored;
      writing.unlock();
    }
  }

  /** It stands in the way of new words, even while it is all that tells of others. */
  private void rebuildWhateverItTells(Db db) throws SQLException, HistoryException {
    if (alarm != null && LostWords.areMissed(db)) {
      try {
        alarm.raise(Alarm.INDEX_ANEW + " " + Alarm.KEEPING);
      } catch (IOException e) {
        throw trouble.of(e);
      }
    }
    IndexCheck.rebuild(db);
  }

  /** The same, for a change that says something of what it did. */
  <T> T change(Transaction.Query<T> change) throws HistoryException {
    List<T> said = new ArrayList<>();
    write(db -> said.add(change.ask(db)));
    return said.getLast();
  }

  /**
   * Reads from one moment, whatever is written meanwhile. A damaged index is made anew here too,
   * unless it tells of words that are gone.
   */
  <T> T read(Transaction.Query<T> query) throws HistoryException {
    try {
      return readOnce(query);
    } catch (HistoryException e) {
      if (unwritable != null || !IndexCheck.isDamage(e.getCause())) {
        throw e;
      }
      write(
          db -> {
            LostWords.refuse(db, "the index, which is damaged, was not made anew");
            IndexCheck.rebuild(db);
          });
      return readOnce(query);
    }
  }

  private <T> T readOnce(Transaction.Query<T> query) throws HistoryException {
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

  /**
   * Commits a change after which nothing of what it deletes is left in the files of the database:
   * SQLite overwrites what goes, and the log, which still holds it, is emptied (D36). References to
   * rows that go are not looked for.
   *
   * @return whether the log was emptied; another program that reads may stand in the way
   */
  boolean erase(Transaction.Change change) throws HistoryException {
    writing.lock();
    reading.lock();
    try {
      checkOpen();
      checkWritable();
      if (keeper != null) {
        keeper.forget();
      }
      writer.script("PRAGMA foreign_keys = OFF");
      try {
        Transaction.run(writer, "BEGIN IMMEDIATE", change);
      } finally {
        writer.script("PRAGMA foreign_keys = ON");
      }
      writer.script("PRAGMA incremental_vacuum(" + MOST_PAGES_FREED + ")");
      return writer
          .first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.number("busy") == 0)
          .orElse(false);
    } catch (SQLException e) {
      throw trouble.of(e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  /**
   * A number that changes whenever another connection than our own writer has committed, such as
   * that of a program beside this one. Never waits long: while something is being written here, the
   * answer is nothing.
   */
  OptionalLong outsideVersion() throws HistoryException {
    if (!writing.tryLock()) {
      return OptionalLong.empty();
    }
    try {
      checkOpen();
      return OptionalLong.of(
          writer.first("PRAGMA data_version", row -> row.whole("data_version")).orElse(0L));
    } catch (SQLException e) {
      throw trouble.of(e);
    } finally {
      writing.unlock();
    }
  }

  private void checkWritable() throws HistoryException {
    if (unwritable != null) {
      throw trouble.onlyForReading(unwritable);
    }
    if (!presence.holds()) {
      throw trouble.vanished();
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
        try (writer;
            LogKeeper _ = keeper) {
          if (reader != writer) {
            reader.close();
          }
        }
      }
    } catch (SQLException e) {
      throw trouble.of(e);
    } catch (IOException e) {
      throw trouble.of(e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }
}
