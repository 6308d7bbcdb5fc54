package dev.polylogue.history;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows on the pages of a damaged database, of whatever table, for those to which no other page
 * leads any more. The format is that of <a
 * href="https://sqlite.org/fileformat2.html#b_tree_pages">SQLite</a>. What makes no sense is passed
 * over. Blocks.
 */
final class LeafPages {
  private static final int PAGE = 4096;
  private static final int ROWS = 0x0D;
  private static final int CELLS = 3;
  private static final int POINTERS = 8;

  /** A cell with more than so many bytes goes on elsewhere. */
  private static final int MOST = PAGE - 35;

  private static final int LEAST = (PAGE - 12) * 32 / 255 - 23;
  private static final int LONGEST = 1 << 28;

  private final FileChannel file;
  private final FileChannel log;
  private final LogPages newer;
  private final long pages;

  private LeafPages(FileChannel file, FileChannel log, LogPages newer) throws IOException {
    this.file = file;
    this.log = log;
    this.newer = newer;
    this.pages = newer.count() > 0 ? newer.count() : file.size() / PAGE;
  }

  /** Takes the values of one row: whole numbers, fractions, texts, bytes and null. */
  @FunctionalInterface
  interface Taker {
    void take(List<@Nullable Object> row) throws SQLException;
  }

  /**
   * @param wal its log, which may be missing; what waits in it is newer
   */
  static void each(Path database, Path wal, Taker taker) throws IOException, SQLException {
    LogPages newer = LogPages.of(wal, PAGE);
    Path second = newer.count() > 0 ? wal : database;
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.READ);
        FileChannel log = FileChannel.open(second, StandardOpenOption.READ)) {
      new LeafPages(file, log, newer).each(taker);
    }
  }

  private void each(Taker taker) throws IOException, SQLException {
    for (long number = 2; number <= pages; number++) {
      ByteBuffer page = page(number);
      int cells = page.get(0) == ROWS ? page.getShort(CELLS) & 0xffff : 0;
      for (int i = 0; i < cells && POINTERS + 2 * i + 2 <= PAGE; i++) {
        List<@Nullable Object> row = row(page, page.getShort(POINTERS + 2 * i) & 0xffff);
        if (!row.isEmpty()) {
          taker.take(row);
        }
      }
    }
  }

  private ByteBuffer page(long number) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    Long waiting = newer.places().get(number);
    if (waiting == null) {
      file.read(page, (number - 1) * PAGE);
    } else {
      log.read(page, waiting);
    }
    return page.clear();
  }

  /** Empty where there is none. */
  private List<@Nullable Object> row(ByteBuffer page, int at) throws IOException {
    try {
      ByteBuffer cell = page.duplicate().position(Math.min(at, PAGE));
      long length = varint(cell);
      varint(cell);
      return length < 1 || length > LONGEST ? List.of() : values(payload(cell, (int) length));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private ByteBuffer payload(ByteBuffer cell, int length) throws IOException {
    int local = length;
    if (length > MOST) {
      int rest = LEAST + (length - LEAST) % (PAGE - 4);
      local = rest <= MOST ? rest : LEAST;
    }
    ByteBuffer payload = ByteBuffer.allocate(length);
    byte[] here = new byte[local];
    cell.get(here);
    payload.put(here);
    long next = length > local ? Integer.toUnsignedLong(cell.getInt()) : 0;
    while (payload.hasRemaining()) {
      if (next < 2 || next > pages) {
        throw new IllegalArgumentException("leads nowhere");
      }
      ByteBuffer more = page(next);
      next = Integer.toUnsignedLong(more.getInt());
      more.limit(Math.min(PAGE, more.position() + payload.remaining()));
      payload.put(more);
    }
    return payload.flip();
  }

  private static List<@Nullable Object> values(ByteBuffer payload) {
    int end = (int) varint(payload);
    List<Long> types = new ArrayList<>();
    while (payload.position() < end) {
      types.add(varint(payload));
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (long type : types) {
      values.add(value(payload, type));
    }
    return values;
  }

  private static @Nullable Object value(ByteBuffer payload, long type) {
    if (type >= 12) {
      byte[] bytes = new byte[Math.toIntExact(Math.min((type - 12) / 2, payload.remaining() + 1L))];
      payload.get(bytes);
      return type % 2 == 0 ? bytes : new String(bytes, StandardCharsets.UTF_8);
    }
    return switch ((int) type) {
      case 0 -> null;
      case 1, 2, 3, 4 -> whole(payload, (int) type);
      case 5 -> whole(payload, 6);
      case 6 -> whole(payload, 8);
      case 7 -> payload.getDouble();
      case 8 -> 0L;
      case 9 -> 1L;
      default -> throw new IllegalArgumentException("no such type");
    };
  }

  private static Long whole(ByteBuffer bytes, int count) {
    long value = bytes.get();
    for (int i = 1; i < count; i++) {
      value = value << 8 | bytes.get() & 0xff;
    }
    return value;
  }

  /**
   * A number of one to nine bytes, as SQLite and its index for searching write it.
   *
   * @throws BufferUnderflowException when it is cut off
   */
  static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte next = bytes.get();
      value = value << 7 | next & 0x7f;
      if (next >= 0) {
        return value;
      }
    }
    return value << 8 | bytes.get() & 0xff;
  }
}
