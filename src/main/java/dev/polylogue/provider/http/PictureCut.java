package dev.polylogue.provider.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import okio.Buffer;

/**
 * Takes pictures out of a copy of an answer while it passes: the Base64 of each keeps its
 * beginning, behind which its length and digest stand. What is no picture, though Base64, stays as
 * it came. Used by one thread.
 */
final class PictureCut {
  /** Characters by which a picture is told from all else, and which stay. */
  private static final int HEAD = 64;

  /** PNG, JPEG, GIF and WebP as Base64. */
  private static final List<String> BEGINNINGS = List.of("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR");

  private final byte[] head = new byte[HEAD];
  private final MessageDigest digest;
  private int run;
  private boolean cutting;
  private long left;

  PictureCut() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is to be kept of the next bytes. */
  Buffer without(byte[] bytes) {
    Buffer kept = new Buffer();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean inside = isBase64(bytes[i]);
      if (cutting && !inside) {
        leaveOut(bytes, from, i);
        close(kept);
        from = i;
      }
      run = inside ? run + 1 : 0;
      if (inside && run <= HEAD) {
        head[run - 1] = bytes[i];
        if (run == HEAD && isPicture()) {
          kept.write(bytes, from, i + 1 - from);
          from = i + 1;
          cutting = true;
          digest.update(head);
        }
      }
    }
    if (cutting) {
      leaveOut(bytes, from, bytes.length);
    } else {
      kept.write(bytes, from, bytes.length - from);
    }
    return kept;
  }

  private void leaveOut(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    left += to - from;
  }

  private void close(Buffer kept) {
    String note =
        "[%d more characters; SHA-256 of all %s]"
            .formatted(left, HexFormat.of().formatHex(digest.digest()));
    kept.writeString(note, StandardCharsets.US_ASCII);
    cutting = false;
    left = 0;
  }

  /** Behind the head of a data URI a run begins anew, since a comma is no Base64. */
  private boolean isPicture() {
    String text = new String(head, StandardCharsets.US_ASCII).replace("\\", "");
    return BEGINNINGS.stream().anyMatch(text::startsWith);
  }

  /** With the backslash, as line breaks and slashes may be escaped in JSON. */
  private static boolean isBase64(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/'
        || b == '='
        || b == '-'
        || b == '_'
        || b == '\\';
  }
}
