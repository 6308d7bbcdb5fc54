package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The colour profile of a picture.
 *
 * @param name {@code ""} when it has none
 * @param icc null when there is none, it is broken (I19), or it is sRGB's own, which needs nothing
 */
record Profile(String name, @Nullable ICC_Profile icc, boolean broken) {
  static final Profile NONE = new Profile("", null, false);

  /** Larger ones are bombs (I11): print profiles have about half a megabyte. */
  private static final int MOST = 4 << 20;

  private static final int JPEG_HEAD = 14;

  static Profile of(Bytes bytes, FileKind kind, List<Chunk> chunks) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Chunk chunk : chunks) {
      if (kind == FileKind.JPEG
          && chunk.name().equals("APP2")
          && chunk.begins(bytes, "ICC_PROFILE\0")
          && chunk.length() > JPEG_HEAD) {
        data.write(chunk.content(bytes), JPEG_HEAD, chunk.length() - JPEG_HEAD);
      } else if (kind == FileKind.PNG && chunk.name().equals("iCCP")) {
        data.writeBytes(inflated(chunk.content(bytes)));
      } else if (kind == FileKind.WEBP && chunk.name().equals("ICCP")) {
        data.writeBytes(chunk.content(bytes));
      }
    }
    return data.size() == 0 && !claimed(chunks) ? NONE : of(data.toByteArray());
  }

  private static boolean claimed(List<Chunk> chunks) {
    return chunks.stream().anyMatch(chunk -> chunk.name().equals("iCCP"));
  }

  private static Profile of(byte[] data) {
    if (data.length < 132 || data.length > MOST) {
      return new Profile("unreadable", null, true);
    }
    try {
      ICC_Profile icc = ICC_Profile.getInstance(data);
      String name = name(data);
      // asked for at once, since a broken one is only found out when it is used
      new ICC_ColorSpace(icc).toRGB(new float[icc.getNumComponents()]);
      return new Profile(name, unusual(icc), false);
    } catch (RuntimeException e) {
      return new Profile("unreadable", null, true);
    }
  }

  /** Null for sRGB itself, which most cameras write into each photo. */
  static @Nullable ICC_Profile unusual(ICC_Profile icc) {
    boolean usual =
        icc.getNumComponents() == 3
            && name(icc.getData()).toLowerCase(Locale.ROOT).contains("srgb");
    return usual ? null : icc;
  }

  /** The first readable words behind the tag {@code desc}. */
  private static String name(byte[] data) {
    String latin = new String(data, 128, data.length - 128, StandardCharsets.ISO_8859_1);
    int tag = latin.indexOf("desc", latin.indexOf("desc") + 4);
    int mluc = latin.indexOf("mluc");
    int from = tag >= 0 ? tag + 12 : mluc >= 0 ? mluc + 28 : -1;
    if (from < 0 || from >= latin.length()) {
      return "of its own";
    }
    String words = latin.substring(from, Math.min(latin.length(), from + 128)).replace("\0", "");
    int end = 0;
    while (end < words.length() && words.charAt(end) >= ' ' && words.charAt(end) < 127) {
      end++;
    }
    return end < 3 ? "of its own" : words.substring(0, end).strip();
  }

  /** Behind a name, a zero and the number of the method. */
  private static byte[] inflated(byte[] content) {
    int zero = 0;
    while (zero < content.length && content[zero] != 0) {
      zero++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Inflater inflater = new Inflater();
    try {
      int from = Math.min(content.length, zero + 2);
      inflater.setInput(content, from, content.length - from);
      byte[] piece = new byte[8192];
      int count = inflater.inflate(piece);
      while (count > 0 && out.size() <= MOST) {
        out.write(piece, 0, count);
        count = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      out.reset();
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }

  /** When it is for as many channels. */
  @Nullable ICC_Profile icc(int channels) {
    return icc == null || icc.getNumComponents() != channels ? null : icc;
  }
}
