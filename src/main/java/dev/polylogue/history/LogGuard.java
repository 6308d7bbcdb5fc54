package dev.polylogue.history;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log beside a database is the one that belongs there and holds what was acknowledged,
 * found out before SQLite touches either (D22): it would replay an old log over newer words, and
 * begin a new one where it is missing. Only for a program in which nobody has the database open,
 * since closing a file takes the locks of SQLite with it.
 */
final class LogGuard {
  /** The bytes of a database that everybody holds shared who has it open with a log. */
  private static final long SHARED = 0x40000002L;

  private static final int SHARED_BYTES = 510;

  private final DataFolder folder;
  private final FolderLock lock;

  LogGuard(DataFolder folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * What was found.
   *
   * @param foreign whether the log must not be used
   * @param lost whether something that was acknowledged is neither in the log nor in the database
   * @param mark what is known of the time before, or null
   */
  record Verdict(boolean foreign, boolean lost, @Nullable LogMark mark) {
    boolean isFine() {
      return !foreign && !lost;
    }
  }

  static final Verdict FINE = new Verdict(false, false, null);

  /** Without taking the folder, and fine where another program is in it or nothing is known. */
  static Verdict look(DataFolder folder) throws HistoryException {
    try {
      boolean locked = Files.exists(folder.lock());
      if (locked ? !Files.isWritable(folder.lock()) : !folder.hasWaitingLog()) {
        return FINE;
      }
      try (FolderLock lock = FolderLock.take(folder)) {
        return new LogGuard(folder, lock).look();
      }
    } catch (IOException e) {
      throw folder.trouble().of(e);
    }
  }

  /** Changes nothing. Fine where another program has the database open: the log is in its care. */
  Verdict look() throws IOException {
    if (!lock.isAlone() || !Files.exists(folder.database())) {
      return FINE;
    }
    Verdict verdict = judge(LogFile.of(folder.wal()));
    return verdict.isFine() || isHeld() ? FINE : verdict;
  }

  private Verdict judge(LogFile log) throws IOException {
    if (Files.size(folder.database()) == 0) {
      return FINE;
    }
    if (!lock.wasUsedBefore()) {
      boolean lost = folder.lacksLog() && folder.hasTraceOfLog();
      return new Verdict(log.isOlderThan(folder.database()), lost, null);
    }
    if (!Header.namesLog(folder.database()) || !lock.wasLeftOpen()) {
      return new Verdict(!log.isEmpty(), false, null);
    }
    LogMark mark = lock.mark();
    if (mark == null) {
      return new Verdict(log.isOlderThan(folder.database()), folder.lacksLog(), null);
    }
    if (mark.frames() == 0
        || log.follows(mark)
        || log.isThatOf(mark) && log.frames() >= mark.frames()) {
      return FINE;
    }
    boolean stored = isStored(mark);
    boolean usable = log.isThatOf(mark) && !stored && log.frames() >= mark.moved();
    return new Verdict(!log.isEmpty() && !usable, !stored, mark);
  }

  /** Whether what the mark is about is in the database, as after another program closed it. */
  private boolean isStored(LogMark mark) throws IOException {
    int page = (int) (mark.print() >>> 32);
    int size = Header.pageSize(folder.database());
    byte[] bytes = new byte[size];
    try (RandomAccessFile file = new RandomAccessFile(folder.database().toFile(), "r")) {
      file.seek((page - 1L) * size);
      file.readFully(bytes);
      return LogFile.print(page, bytes, 0, size) == mark.print();
    } catch (EOFException e) {
      return false;
    }
  }

  private boolean isHeld() {
    try (FileChannel database =
            FileChannel.open(folder.database(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock free = database.tryLock(SHARED, SHARED_BYTES, false)) {
      return free == null;
    } catch (IOException | OverlappingFileLockException e) {
      return true;
    }
  }

  /**
   * Takes a log away that must not be used, keeps the history aside as it was found, and writes
   * down what is to be told. Does so once, also where the history can't be opened then.
   */
  void act(Instant now) throws IOException, HistoryException {
    Verdict verdict = look();
    if (verdict.isFine()) {
      return;
    }
    Alarm alarm = new Alarm(folder);
    LogWords words = new LogWords(folder);
    if (verdict.mark == null && verdict.lost) {
      alarm.raise(words.of(verdict, null));
      return;
    }
    Path aside = new Quarantine(folder).copyAside("log", now);
    alarm.raise(words.of(verdict, aside));
    if (verdict.foreign) {
      Files.delete(folder.wal());
      DataFolder.forceEntries(folder.path());
    }
    lock.begin(LogMark.none(now, 0));
  }
}
