package dev.polylogue.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes after each commit what the log must hold from then on (D22). It costs some microseconds and
 * waits for no disk: a power cut may take the newest marks with it, and then less is asked of the
 * log. Not thread-safe: for who holds the writer. A mark that can't be written is passed over.
 */
final class LogKeeper implements AutoCloseable {
  private final DataFolder folder;
  private final FolderLock lock;
  private final InstantSource clock;
  private final ByteBuffer frame;

  /** Reading it can't be interrupted, unlike a channel, which would be closed by that. */
  private @Nullable RandomAccessFile log;

  private long sure;

  /**
   * @param sure until when everything is in the database itself; see {@link LogMark}
   */
  LogKeeper(DataFolder folder, FolderLock lock, InstantSource clock, int pageSize, long sure) {
    this.folder = folder;
    this.lock = lock;
    this.clock = clock;
    this.frame = ByteBuffer.allocate(LogFile.FRAME_HEADER + pageSize);
    this.sure = sure;
  }

  private record Reach(int frames, int moved) {}

  void committed(Db writer) {
    try {
      Reach reach =
          writer
              .first(
                  "PRAGMA wal_checkpoint(NOOP)",
                  row -> new Reach(row.number("log"), row.number("checkpointed")))
              .orElse(new Reach(-1, -1));
      if (reach.frames > 0) {
        note(reach);
      }
    } catch (SQLException | IOException e) {
      // The log then has to hold less than it could.
    }
  }

  /** Before the log is emptied on purpose. */
  void forget() {
    try {
      lock.note(LogMark.none(clock.instant(), sure));
    } catch (IOException e) {
      // What it says of the log was asked of it before, too.
    }
  }

  private void note(Reach reach) throws IOException {
    if (log == null) {
      log = new RandomAccessFile(folder.wal().toFile(), "r");
    }
    log.seek(LogFile.HEADER + (reach.frames - 1L) * frame.capacity());
    log.readFully(frame.array());
    if (!LogFile.isCommit(frame)) {
      return;
    }
    long now = clock.millis();
    sure = reach.moved == reach.frames ? now : sure;
    int pageSize = frame.capacity() - LogFile.FRAME_HEADER;
    long print = LogFile.print(frame.getInt(0), frame.array(), LogFile.FRAME_HEADER, pageSize);
    lock.note(new LogMark(frame.getLong(8), reach.frames, reach.moved, print, now, sure));
  }

  /** Before the database is closed, which removes the log. */
  @Override
  public void close() throws IOException {
    if (log != null) {
      log.close();
      log = null;
    }
  }
}
