package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Gives a picture some of the EXIF of the photo that it was made of. Values are copied as they are,
 * byte by byte; the orientation is always 1, since pixels are upright here. Any thread.
 */
public final class Exif {
  private static final String JPEG_MARK = "Exif\0\0";

  private static final int ORIENTATION = 0x0112;
  private static final int CAMERA_DIRECTORY = 0x8769;
  private static final int GPS_DIRECTORY = 0x8825;

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
      return tiff == null ? Bytes.NONE : chosen(tiff, parts);
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return Bytes.NONE;
    }
  }

  private static @Nullable ByteBuffer tiff(Bytes photo, FileKind kind) {
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
    List<ExifEntry> main = ExifEntry.read(tiff, tiff.getInt(4));
    List<ExifEntry> camera = below(tiff, main, CAMERA_DIRECTORY);
    List<ExifEntry> gps =
        parts.contains(ExifPart.PLACE) ? below(tiff, main, GPS_DIRECTORY) : List.of();
    List<ExifEntry> first = only(main, parts);
    List<ExifEntry> second = only(camera, parts);
    int size = ExifEntry.size(first) + ExifEntry.size(second) + ExifEntry.size(gps);
    if (first.size() + second.size() + gps.size() == 0 || size > ExifEntry.MOST_BYTES) {
      return Bytes.NONE;
    }
    return written(tiff.order(), first, second, gps);
  }

  private static List<ExifEntry> only(List<ExifEntry> all, Set<ExifPart> parts) {
    return new ArrayList<>(
        all.stream()
            .filter(entry -> parts.stream().anyMatch(part -> part.has(entry.tag())))
            .toList());
  }

  private static List<ExifEntry> below(ByteBuffer tiff, List<ExifEntry> main, int directory) {
    return main.stream()
        .filter(entry -> entry.tag() == directory && entry.value().size() == 4)
        .findFirst()
        .map(
            entry ->
                ExifEntry.read(
                    tiff, ByteBuffer.wrap(entry.value().toArray()).order(tiff.order()).getInt()))
        .orElse(List.of());
  }

  private static Bytes written(
      ByteOrder order, List<ExifEntry> first, List<ExifEntry> second, List<ExifEntry> gps) {
    first.add(ExifEntry.number(order, ORIENTATION, ExifEntry.SHORT, Orientation.UPRIGHT));
    int pointers = (second.isEmpty() ? 0 : 1) + (gps.isEmpty() ? 0 : 1);
    int secondAt = 8 + ExifEntry.room(first) + pointers * ExifEntry.LENGTH;
    int gpsAt = secondAt + (second.isEmpty() ? 0 : ExifEntry.room(second));
    if (!second.isEmpty()) {
      first.add(ExifEntry.number(order, CAMERA_DIRECTORY, ExifEntry.LONG, secondAt));
    }
    if (!gps.isEmpty()) {
      first.add(ExifEntry.number(order, GPS_DIRECTORY, ExifEntry.LONG, gpsAt));
    }
    ByteBuffer out =
        ByteBuffer.allocate(gpsAt + (gps.isEmpty() ? 0 : ExifEntry.room(gps))).order(order);
    String mark = order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM";
    out.put(mark.getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8);
    ExifEntry.write(out, first);
    ExifEntry.write(out, second);
    ExifEntry.write(out, gps);
    return Bytes.owning(out.array());
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
