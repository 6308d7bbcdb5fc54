package dev.polylogue.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says which programs use a data folder. Whoever gets the file for itself alone may repair what an
 * earlier run left behind; everybody holds it shared afterwards. The system lets go of it when a
 * program dies. The file also remembers whether the last user left in good order, and if not, what
 * the log beside the database must hold.
 *
 * <p>POSIX drops every lock of a process when it closes any handle of the file: opening one folder
 * twice in one program and closing one of the two leaves the other without its lock.
 */
final class FolderLock implements Company {
  /** The bytes that are locked, far behind those that are written. */
  private static final long USED = 1 << 30;

  private static final long PRESENT = USED;
  private static final long ASKING = USED + 1;

  private static final String IN_USE = "in use\n";
  private static final String LEFT = "left in good order\n";

  private final RandomAccessFile file;
  private final FileChannel channel;
  private final boolean alone;
  private final String before;
  private @Nullable FileLock held;
  private @Nullable FileLock present;
  private boolean shared;

  private FolderLock(RandomAccessFile file, @Nullable FileLock held, boolean alone)
      throws IOException {
    this.file = file;
    this.channel = file.getChannel();
    this.held = held;
    this.alone = alone;
    this.before = alone ? read() : IN_USE;
  }

  /** Waits while another program opens the folder, which is short. */
  static FolderLock take(DataFolder folder) throws HistoryException {
    Path path = folder.lock();
    try {
      make(path, folder);
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      try {
        return lock(file);
      } catch (IOException e) {
        file.close();
        throw new HistoryException(
            "%s can't be locked, perhaps because it is on a network drive. Name a data folder on a disk of this computer with --home."
                .formatted(path),
            e);
      }
    } catch (IOException e) {
      throw new Trouble(path).of(e);
    }
  }

  private static void make(Path path, DataFolder folder) throws IOException {
    try {
      if (!Files.exists(path)) {
        Files.createFile(path, folder.fileAttributes());
      }
    } catch (FileAlreadyExistsException e) {
      // Another program was faster.
    }
  }

  private static FolderLock lock(RandomAccessFile file) throws IOException {
    FileChannel channel = file.getChannel();
    try {
      FileLock mine = channel.tryLock(0, USED, false);
      return mine == null
          ? new FolderLock(file, channel.lock(0, USED, true), false)
          : new FolderLock(file, mine, true);
    } catch (OverlappingFileLockException e) {
      return new FolderLock(file, null, false);
    }
  }

  /** Whether nobody else was using the folder when it was opened. */
  boolean isAlone() {
    return alone;
  }

  /** As if no history had ever been kept in the folder. */
  void forget() throws IOException {
    write("");
  }

  /** Whether a history was ever kept in the folder. Known only to who is alone. */
  boolean wasUsedBefore() {
    return !before.isEmpty();
  }

  /** Whether the last user of the folder may have died while using it: unless it said otherwise. */
  boolean wasLeftOpen() {
    return alone && wasUsedBefore() && !before.equals(LEFT);
  }

  /** What the log must hold since the last commit; null where a program left it that notes none. */
  @Nullable LogMark mark() {
    return markIn(before);
  }

  private static @Nullable LogMark markIn(String state) {
    return state.lines().skip(1).findFirst().map(LogMark::parse).orElse(null);
  }

  /**
   * From here on something may be written that is only kept in the log.
   *
   * @param first stands where no mark was made yet
   */
  void enter(LogMark first) throws IOException {
    String state = read();
    if (!state.startsWith(IN_USE) || alone && markIn(state) == null) {
      begin(first);
    }
  }

  /** What was known of the log no longer counts. */
  void begin(LogMark first) throws IOException {
    write(IN_USE + first.line());
  }

  /** For one thread at a time. Does not wait for the disk, and can't be interrupted. */
  void note(LogMark mark) throws IOException {
    file.seek(IN_USE.length());
    file.write(mark.line().getBytes(StandardCharsets.US_ASCII));
  }

  /** The folder is in order: lets others in. */
  void share() throws HistoryException {
    try {
      if (alone && held != null) {
        held.release();
        held = channel.lock(0, USED, true);
      }
      if (held != null) {
        present = channel.lock(PRESENT, 1, true);
      }
      shared = true;
    } catch (IOException e) {
      throw new HistoryException("The data folder could not be locked: " + e.getMessage(), e);
    }
  }

  /**
   * Everybody holds the byte of presence shared; who wants to know whether there are others tries
   * to hold it alone. Only one asks at a time, so that nobody is overlooked who is asking too.
   */
  @Override
  public synchronized void whileKnown(Task task) throws HistoryException {
    try (FileLock asking = present == null ? null : tryLock(ASKING)) {
      if (asking == null || present == null) {
        task.run(false);
        return;
      }
      present.release();
      FileLock alone = tryLock(PRESENT);
      try {
        task.run(alone != null);
      } finally {
        if (alone != null) {
          alone.release();
        }
        present = channel.lock(PRESENT, 1, true);
      }
    } catch (IOException e) {
      throw new HistoryException("The data folder could not be locked: " + e.getMessage(), e);
    }
  }

  private @Nullable FileLock tryLock(long at) throws IOException {
    try {
      return channel.tryLock(at, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Leaves the folder; who is the last says so in the file, whoever came first. */
  @Override
  public synchronized void close() {
    try (file) {
      if (shared && held != null) {
        held.release();
        held = channel.tryLock(0, USED, false);
        if (held != null) {
          write(LEFT);
        }
      }
    } catch (IOException | OverlappingFileLockException e) {
      // The next start takes it for an unclean end and checks the database once more.
    }
  }

  private String read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(256);
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private void write(String state) throws IOException {
    channel.write(StandardCharsets.UTF_8.encode(state), 0);
    channel.truncate(state.length());
    channel.force(false);
  }
}
