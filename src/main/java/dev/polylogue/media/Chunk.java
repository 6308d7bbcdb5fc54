package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a picture file: a segment of a JPEG up to its pixels ({@code APP1}, {@code COM},
 * {@code SOF}), a chunk of a PNG or of a WebP. Found by walking from length to length, so that
 * nothing is unpacked or parsed and a damaged file only ends the walk.
 *
 * @param name {@code APP1} to {@code APP15}, {@code COM}, {@code SOF}; {@code tEXt}; {@code EXIF}
 * @param from where its content begins
 */
record Chunk(String name, int from, int length) {
  private static final int MOST = 100_000;

  static List<Chunk> of(Bytes bytes, FileKind kind) {
    List<Chunk> chunks = new ArrayList<>();
    switch (kind) {
      case JPEG -> jpeg(bytes, chunks);
      case PNG -> png(bytes, chunks);
      case WEBP -> riff(bytes, chunks);
      default -> {
        // others have none, or nobody asks for them
      }
    }
    return chunks;
  }

  private static void jpeg(Bytes bytes, List<Chunk> chunks) {
    int at = 2;
    while (at + 4 <= bytes.size() && chunks.size() < MOST && (bytes.at(at) & 0xff) == 0xff) {
      int marker = bytes.at(at + 1) & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = number(bytes, at + 2, 2);
      if (marker == 0xda || length < 2 || at + 2 + length > bytes.size()) {
        return;
      }
      chunks.add(new Chunk(jpegName(marker), at + 4, length - 2));
      at += 2 + length;
    }
  }

  /** How often a JPEG goes over the whole picture, each time finer. */
  static int scans(Bytes jpeg) {
    int scans = 0;
    for (int i = 1; i < jpeg.size(); i++) {
      if ((jpeg.at(i) & 0xff) == 0xda && (jpeg.at(i - 1) & 0xff) == 0xff) {
        scans++;
      }
    }
    return scans;
  }

  private static String jpegName(int marker) {
    if (marker >= 0xe0 && marker <= 0xef) {
      return "APP" + (marker - 0xe0);
    } else if (marker == 0xfe) {
      return "COM";
    }
    boolean frame = marker >= 0xc0 && marker <= 0xcf;
    boolean table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
    return frame && !table ? "SOF" : "";
  }

  private static void png(Bytes bytes, List<Chunk> chunks) {
    int at = 8;
    while (at + 12 <= bytes.size() && chunks.size() < MOST) {
      int length = number(bytes, at, 4);
      if (length < 0 || length > bytes.size() - at - 12) {
        return;
      }
      chunks.add(new Chunk(name(bytes, at + 4), at + 8, length));
      at += 12 + length;
    }
  }

  private static void riff(Bytes bytes, List<Chunk> chunks) {
    int at = 12;
    while (at + 8 <= bytes.size() && chunks.size() < MOST) {
      int length = Integer.reverseBytes(number(bytes, at + 4, 4));
      if (length < 0 || length > bytes.size() - at - 8) {
        return;
      }
      chunks.add(new Chunk(name(bytes, at), at + 8, length));
      at += 8 + length + (length & 1);
    }
  }

  /** Big-endian. */
  static int number(Bytes bytes, int at, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
      number = number << 8 | bytes.at(at + i) & 0xff;
    }
    return number;
  }

  private static String name(Bytes bytes, int at) {
    byte[] name = new byte[4];
    bytes.copy(at, name, 0, 4);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  byte[] content(Bytes bytes) {
    byte[] content = new byte[length];
    bytes.copy(from, content, 0, length);
    return content;
  }

  boolean begins(Bytes bytes, String with) {
    if (length < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if ((bytes.at(from + i) & 0xff) != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
