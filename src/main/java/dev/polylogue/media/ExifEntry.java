package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * One entry of a directory of TIFF 6.0, in which form EXIF is written; and how lists of them, which
 * are directories, are read and written. Any thread.
 *
 * @param value as it stands in the file, in its order of bytes
 */
record ExifEntry(int tag, short type, int count, Bytes value) {
  /** Bytes of an entry without the value that lies elsewhere. */
  static final int LENGTH = 12;

  /** An APP1 segment of a JPEG has no room for more. */
  static final int MOST_BYTES = 60_000;

  static final short SHORT = 3;
  static final short LONG = 4;
  private static final int MOST_ENTRIES = 1_000;

  /** Bytes of a value of each type of TIFF 6.0, by its number. */
  private static final int[] LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  /** What can't be read is left out. */
  static List<ExifEntry> read(ByteBuffer tiff, int from) {
    TreeMap<Integer, ExifEntry> found = new TreeMap<>();
    if (from < 8 || from > tiff.limit() - 2) {
      return List.of();
    }
    int count = Math.min(MOST_ENTRIES, tiff.getShort(from) & 0xffff);
    for (int i = 0; i < count && from + 2 + (i + 1) * LENGTH <= tiff.limit(); i++) {
      int at = from + 2 + i * LENGTH;
      short type = tiff.getShort(at + 2);
      int values = tiff.getInt(at + 4);
      if (type > 0 && type < LENGTHS.length && values > 0 && values <= MOST_BYTES) {
        int length = values * LENGTHS[type];
        int place = length <= 4 ? at + 8 : tiff.getInt(at + 8);
        if (length <= MOST_BYTES && place >= 0 && place <= tiff.limit() - length) {
          byte[] value = new byte[length];
          tiff.get(place, value);
          int tag = tiff.getShort(at) & 0xffff;
          found.putIfAbsent(tag, new ExifEntry(tag, type, values, Bytes.owning(value)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  static ExifEntry number(ByteOrder order, int tag, short type, int number) {
    ByteBuffer value = ByteBuffer.allocate(LENGTHS[type]).order(order);
    if (type == SHORT) {
      value.putShort((short) number);
    } else {
      value.putInt(number);
    }
    return new ExifEntry(tag, type, 1, Bytes.owning(value.array()));
  }

  static int size(List<ExifEntry> entries) {
    return entries.stream().mapToInt(entry -> LENGTH + 1 + entry.value.size()).sum();
  }

  static int room(List<ExifEntry> entries) {
    return 2 + entries.size() * LENGTH + 4 + entries.stream().mapToInt(ExifEntry::beyond).sum();
  }

  /** Bytes that do not fit into the entry itself, made even. */
  private static int beyond(ExifEntry entry) {
    int length = entry.value.size();
    return length <= 4 ? 0 : length + (length & 1);
  }

  static void write(ByteBuffer out, List<ExifEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int values = out.position() + 2 + entries.size() * LENGTH + 4;
    out.putShort((short) entries.size());
    for (ExifEntry entry :
        entries.stream().sorted(Comparator.comparingInt(ExifEntry::tag)).toList()) {
      out.putShort((short) entry.tag).putShort(entry.type).putInt(entry.count);
      int next = out.position() + 4;
      if (entry.value.size() <= 4) {
        out.put(entry.value.toArray());
      } else {
        out.putInt(values);
        out.put(values, entry.value.toArray());
        values += beyond(entry);
      }
      out.position(next);
    }
    out.putInt(0);
    out.position(values);
  }
}
