package dev.polylogue.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A copy of a database whose first hundred bytes were lost, under those that a database of ours
 * begins with, so that what lies behind them can be read. It is fit for reading alone: what else
 * the header said, such as which pages are free, is not known. The format is that of <a
 * href="https://sqlite.org/fileformat2.html#the_database_header">SQLite</a>.
 */
final class Header implements AutoCloseable {
  private static final int LENGTH = 100;
  private static final int PAGE = 4096;
  private static final int PAGE_SIZE = 16;
  private static final int WRITTEN_BY = 18;

  /** Where the number of changes stands, of four bytes. */
  static final int CHANGES = 24;

  private static final byte ROLLBACK = 1;
  private static final byte LOG = 2;

  /** A page of rows that has none, and begins its free space at its end. */
  private static final byte[] NO_ROWS = {0x0D, 0, 0, 0, 0, PAGE >> 8, 0, 0};

  private final Path file;

  private Header(Path file) {
    this.file = file;
  }

  /** Whether a database says that it is kept with a log; not where it can't be read. */
  static boolean namesLog(Path database) {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
      ByteBuffer way = ByteBuffer.allocate(1);
      return channel.read(way, WRITTEN_BY) == 1 && way.get(0) == LOG;
    } catch (IOException e) {
      return false;
    }
  }

  /** In bytes; what we make where the file does not say. */
  static int pageSize(Path database) throws IOException {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
      ByteBuffer size = ByteBuffer.allocate(2);
      channel.read(size, PAGE_SIZE);
      int said = size.getShort(0) & 0xffff;
      return said == 1 ? 65536 : said < 512 ? PAGE : said;
    }
  }

  /** How often the first page was changed, as it says itself; 0 where it does not. */
  static long changes(Path database) throws IOException {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
      ByteBuffer number = ByteBuffer.allocate(4);
      channel.read(number, CHANGES);
      return number.getInt(0) & 0xffffffffL;
    }
  }

  /**
   * @param copy a file that is not there
   * @param version of the schema; the tables that an earlier one lacks are not found
   * @param withoutTables where the list of them, which the first page begins, is lost too
   */
  static Header on(DataFolder folder, Path copy, int version, boolean withoutTables)
      throws IOException {
    Header header = new Header(copy);
    boolean done = false;
    try {
      Files.copy(folder.database(), copy);
      boolean waiting = Files.exists(folder.wal());
      if (waiting) {
        Files.copy(folder.wal(), header.wal());
      }
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        int pages = (int) (channel.size() / PAGE);
        channel.write(bytes(pages, waiting ? LOG : ROLLBACK, version), 0);
        if (withoutTables) {
          channel.write(ByteBuffer.wrap(NO_ROWS), LENGTH);
        }
      }
      done = true;
      return header;
    } finally {
      if (!done) {
        header.close();
      }
    }
  }

  private static ByteBuffer bytes(int pages, byte journal, int version) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    bytes.putShort((short) PAGE).put(journal).put(journal);
    bytes.put((byte) 0).put((byte) 64).put((byte) 32).put((byte) 32);
    int changes = 1;
    int utf8 = 1;
    int format = 4;
    bytes.putInt(changes).putInt(pages).putInt(0).putInt(0);
    bytes.putInt(1).putInt(format).putInt(0).putInt(0);
    bytes.putInt(utf8).putInt(version).putInt(0).putInt(Schema.APPLICATION_ID);
    return bytes.position(92).putInt(changes).putInt(0).flip();
  }

  Path file() {
    return file;
  }

  private Path wal() {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(wal());
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
  }
}
