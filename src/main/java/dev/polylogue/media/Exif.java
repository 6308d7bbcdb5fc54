package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Gives a picture some of the EXIF of the photo that it was made of. Values are copied as they are,
 * byte by byte; the orientation is always 1, since pixels are upright here. Any thread.
 */
public final class Exif {
  private static final String JPEG_MARK = "Exif\0\0";

  /** An APP1 segment of a JPEG has no room for more. */
  private static final int MOST_BYTES = 60_000;

  private static final int ORIENTATION = 0x0112;
  private static final int CAMERA_DIRECTORY = 0x8769;
  private static final int GPS_DIRECTORY = 0x8825;
  private static final int ENTRY = 12;
  private static final int MOST_ENTRIES = 1_000;
  private static final short SHORT = 3;
  private static final short LONG = 4;

  /** Bytes of a value of each type of TIFF 6.0, by its number. */
  private static final int[] LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  private record Entry(int tag, short type, int count, Bytes value) {}

  private Exif() {}

  /**
   * Takes parts of the EXIF of a photo.
   *
   * @return a TIFF of nothing but these and the orientation; empty where it has none of them, or
   *     none that can be read
   */
  public static Bytes of(Bytes photo, FileKind kind, Set<ExifPart> parts) {
    try {
      ByteBuffer tiff = tiff(photo, kind);
      return tiff == null ? Bytes.of(new byte[0]) : chosen(tiff, parts);
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      return Bytes.of(new byte[0]);
    }
  }

  private static @org.jspecify.annotations.Nullable ByteBuffer tiff(Bytes photo, FileKind kind) {
    byte[] whole = null;
    int from = 0;
    if (kind == FileKind.TIFF) {
      whole = photo.toArray();
    } else {
      for (Chunk chunk : Chunk.of(photo, kind)) {
        if (whole == null && isExif(photo, chunk)) {
          whole = chunk.content(photo);
          from = chunk.begins(photo, "Exif\0") ? JPEG_MARK.length() : 0;
        }
      }
    }
    if (whole == null || whole.length < from + 8) {
      return null;
    }
    ByteBuffer tiff = ByteBuffer.wrap(whole, from, whole.length - from).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return tiff;
  }

  private static boolean isExif(Bytes file, Chunk chunk) {
    return switch (chunk.name()) {
      case "APP1" -> chunk.begins(file, "Exif\0");
      case "eXIf", "EXIF" -> true;
      default -> false;
    };
  }

  private static Bytes chosen(ByteBuffer tiff, Set<ExifPart> parts) {
    List<Entry> main = entries(tiff, tiff.getInt(4));
    List<Entry> camera = below(tiff, main, CAMERA_DIRECTORY);
    List<Entry> gps = parts.contains(ExifPart.PLACE) ? below(tiff, main, GPS_DIRECTORY) : List.of();
    List<Entry> first = only(main, parts);
    List<Entry> second = only(camera, parts);
    int size = size(first) + size(second) + size(gps);
    if (first.size() + second.size() + gps.size() == 0 || size > MOST_BYTES) {
      return Bytes.of(new byte[0]);
    }
    return written(tiff.order(), first, second, gps);
  }

  private static List<Entry> only(List<Entry> all, Set<ExifPart> parts) {
    return new ArrayList<>(
        all.stream()
            .filter(entry -> parts.stream().anyMatch(part -> part.has(entry.tag)))
            .toList());
  }

  private static int size(List<Entry> entries) {
    return entries.stream().mapToInt(entry -> ENTRY + 1 + entry.value.size()).sum();
  }

  private static List<Entry> below(ByteBuffer tiff, List<Entry> main, int directory) {
    return main.stream()
        .filter(entry -> entry.tag == directory && entry.value.size() == 4)
        .findFirst()
        .map(
            entry ->
                entries(tiff, ByteBuffer.wrap(entry.value.toArray()).order(tiff.order()).getInt()))
        .orElse(List.of());
  }

  /** What can't be read is left out. */
  private static List<Entry> entries(ByteBuffer tiff, int from) {
    TreeMap<Integer, Entry> found = new TreeMap<>();
    if (from < 8 || from > tiff.limit() - 2) {
      return List.of();
    }
    int count = Math.min(MOST_ENTRIES, tiff.getShort(from) & 0xffff);
    for (int i = 0; i < count && from + 2 + (i + 1) * ENTRY <= tiff.limit(); i++) {
      int at = from + 2 + i * ENTRY;
      short type = tiff.getShort(at + 2);
      int values = tiff.getInt(at + 4);
      if (type > 0 && type < LENGTHS.length && values > 0 && values <= MOST_BYTES) {
        int length = values * LENGTHS[type];
        int place = length <= 4 ? at + 8 : tiff.getInt(at + 8);
        if (length <= MOST_BYTES && place >= 0 && place <= tiff.limit() - length) {
          byte[] value = new byte[length];
          tiff.get(place, value);
          int tag = tiff.getShort(at) & 0xffff;
          found.putIfAbsent(tag, new Entry(tag, type, values, Bytes.owning(value)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Bytes written(
      ByteOrder order, List<Entry> first, List<Entry> second, List<Entry> gps) {
    first.add(number(order, ORIENTATION, SHORT, Orientation.UPRIGHT));
    int pointers = (second.isEmpty() ? 0 : 1) + (gps.isEmpty() ? 0 : 1);
    int secondAt = 8 + room(first) + pointers * ENTRY;
    int gpsAt = secondAt + (second.isEmpty() ? 0 : room(second));
    if (!second.isEmpty()) {
      first.add(number(order, CAMERA_DIRECTORY, LONG, secondAt));
    }
    if (!gps.isEmpty()) {
      first.add(number(order, GPS_DIRECTORY, LONG, gpsAt));
    }
    ByteBuffer out = ByteBuffer.allocate(gpsAt + (gps.isEmpty() ? 0 : room(gps))).order(order);
    String mark = order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM";
    out.put(mark.getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    write(out, first);
    write(out, second);
    write(out, gps);
    return Bytes.owning(out.array());
  }

  private static Entry number(ByteOrder order, int tag, short type, int number) {
    ByteBuffer value = ByteBuffer.allocate(LENGTHS[type]).order(order);
    if (type == SHORT) {
      value.putShort((short) number);
    } else {
      value.putInt(number);
    }
    return new Entry(tag, type, 1, Bytes.owning(value.array()));
  }

  private static int room(List<Entry> entries) {
    return 2 + entries.size() * ENTRY + 4 + entries.stream().mapToInt(Exif::beyond).sum();
  }

  /** Bytes that do not fit into the entry itself, made even. */
  private static int beyond(Entry entry) {
    int length = entry.value.size();
    return length <= 4 ? 0 : length + (length & 1);
  }

  private static void write(ByteBuffer out, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int values = out.position() + 2 + entries.size() * ENTRY + 4;
    out.putShort((short) entries.size());
    for (Entry entry : entries.stream().sorted(Comparator.comparingInt(Entry::tag)).toList()) {
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

  /**
   * Puts EXIF into a picture, in place of what it has.
   *
   * @param picture a PNG or a JPEG
   * @param exif as {@link #of} made it
   */
  public static Bytes into(Bytes picture, FileKind kind, Bytes exif) {
    boolean png = kind == FileKind.PNG;
    byte[] made = png ? chunk(exif.toArray()) : segment(exif.toArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.size() + made.length);
    byte[] all = picture.toArray();
    int at = png ? 8 : 2;
    out.write(all, 0, at);
    boolean there = false;
    for (Chunk chunk : Chunk.of(picture, kind)) {
      int end = chunk.from() + chunk.length() + (png ? 4 : 0);
      boolean head = chunk.name().equals("IHDR") || chunk.name().equals("APP0");
      if (!head && !there) {
        out.writeBytes(made);
        there = true;
      }
      if (!isExif(picture, chunk)) {
        out.write(all, at, end - at);
      }
      at = end;
    }
    out.write(all, at, all.length - at);
    return Bytes.owning(out.toByteArray());
  }

  private static byte[] segment(byte[] tiff) {
    ByteBuffer made = ByteBuffer.allocate(4 + JPEG_MARK.length() + tiff.length);
    made.putShort((short) 0xffe1).putShort((short) (2 + JPEG_MARK.length() + tiff.length));
    return made.put(JPEG_MARK.getBytes(StandardCharsets.ISO_8859_1)).put(tiff).array();
  }

  private static byte[] chunk(byte[] tiff) {
    ByteBuffer made = ByteBuffer.allocate(12 + tiff.length).putInt(tiff.length);
    made.put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
    CRC32 sum = new CRC32();
    sum.update(made.array(), 4, 4 + tiff.length);
    return made.putInt((int) sum.getValue()).array();
  }
}
