package dev.polylogue.history;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The log beside a database as SQLite would find it, read without SQLite, which could change it.
 * The format is that of <a href="https://sqlite.org/fileformat2.html#the_write_ahead_log">its
 * pages</a>. To open and close it takes no lock from SQLite.
 *
 * @param salts the two numbers of its present frames
 * @param frames up to the last commit that is whole; 0 where it is missing or holds none
 * @param changes the number of changes that the last first page among them tells; negative where
 *     there is none
 */
record LogFile(long salts, int frames, long changes) {
  static final int HEADER = 32;
  static final int FRAME_HEADER = 24;

  /** The first number grows by one whenever the log begins anew, which is not often. */
  private static final int MOST_BEGINNINGS = 1 << 20;

  private static final int MAGIC = 0x377f0682;

  private static final LogFile EMPTY = new LogFile(0, 0, -1);

  static LogFile of(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return read(in);
    } catch (NoSuchFileException e) {
      return EMPTY;
    }
  }

  private static LogFile read(DataInputStream in) throws IOException {
    byte[] header = new byte[HEADER];
    if (in.readNBytes(header, 0, HEADER) < HEADER) {
      return EMPTY;
    }
    ByteBuffer head = ByteBuffer.wrap(header);
    int pageSize = head.getInt(8);
    Sum sum = new Sum((head.getInt(0) & 1) == 1);
    sum.add(header, 0, 24);
    if ((head.getInt(0) & ~1) != MAGIC || !sum.is(head.getLong(24)) || !isPageSize(pageSize)) {
      return EMPTY;
    }
    return frames(in, pageSize, head.getLong(16), sum);
  }

  private static boolean isPageSize(int size) {
    return size >= 512 && size <= 65536 && Integer.bitCount(size) == 1;
  }

  private static LogFile frames(DataInputStream in, int pageSize, long salts, Sum sum)
      throws IOException {
    byte[] frame = new byte[FRAME_HEADER + pageSize];
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    LogFile committed = new LogFile(salts, 0, -1);
    long changes = -1;
    try {
      for (int number = 1; ; number++) {
        in.readFully(frame);
        sum.add(frame, 0, 8);
        sum.add(frame, FRAME_HEADER, pageSize);
        if (bytes.getLong(8) != salts || !sum.is(bytes.getLong(16))) {
          return committed;
        }
        if (bytes.getInt(0) == 1) {
          changes = bytes.getInt(FRAME_HEADER + Header.CHANGES) & 0xffffffffL;
        }
        if (isCommit(bytes)) {
          committed = new LogFile(salts, number, changes);
        }
      }
    } catch (EOFException e) {
      return committed;
    }
  }

  /**
   * @param frame from its header on
   */
  static boolean isCommit(ByteBuffer frame) {
    return frame.getInt(4) != 0;
  }

  /** The number of a page, and a sum over what it holds. */
  static long print(int page, byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return (long) page << 32 | sum.getValue();
  }

  boolean isEmpty() {
    return frames == 0;
  }

  boolean isThatOf(LogMark mark) {
    return !isEmpty() && salts == mark.salts();
  }

  /** Whether the database has a first page that is newer than the last one in the log. */
  boolean isOlderThan(Path database) throws IOException {
    return changes >= 0 && Header.changes(database) > changes;
  }

  /** Whether it began anew after a mark was made, which it only does when it is in the database. */
  boolean follows(LogMark mark) {
    int times = (int) (salts >>> 32) - (int) (mark.salts() >>> 32);
    return !isEmpty() && times > 0 && times < MOST_BEGINNINGS;
  }

  /** The sum that SQLite makes over a log, from its beginning on. */
  private static final class Sum {
    private final ByteOrder order;
    private int first;
    private int second;

    Sum(boolean bigEndian) {
      this.order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    void add(byte[] bytes, int from, int length) {
      ByteBuffer words = ByteBuffer.wrap(bytes).order(order);
      for (int at = from; at < from + length; at += 8) {
        first += words.getInt(at) + second;
        second += words.getInt(at + 4) + first;
      }
    }

    boolean is(long stored) {
      return stored == ((long) first << 32 | second & 0xffffffffL);
    }
  }
}
