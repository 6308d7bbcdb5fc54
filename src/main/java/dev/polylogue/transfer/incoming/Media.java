package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a file is, by its first bytes and not by its name. */
final class Media {
  private static final int HEAD = 12;

  private Media() {}

  /** {@code image/…}, {@code application/pdf}, {@code text/plain}, or {@code ""}. */
  static String of(Bytes bytes) {
    byte[] head = bytes.head(HEAD);
    if (begins(head, 0, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    if (begins(head, 0, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (begins(head, 0, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (begins(head, 0, 'R', 'I', 'F', 'F') && begins(head, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    if (begins(head, 0, '%', 'P', 'D', 'F', '-')) {
      return "application/pdf";
    }
    return isText(bytes) ? "text/plain" : "";
  }

  private static boolean begins(byte[] head, int from, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (from + i >= head.length || (head[from + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(Bytes bytes) {
    byte[] all = bytes.toArray();
    for (byte one : all) {
      if (one == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
