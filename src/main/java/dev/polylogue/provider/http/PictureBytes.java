package dev.polylogue.provider.http;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** Pictures as answers carry them: what is said of them is often wrong, their bytes are not. */
public final class PictureBytes {
  private PictureBytes() {}

  /**
   * Reads Base64 as it comes: with line breaks or other stray characters in it, in the alphabet of
   * addresses, without its padding or with too much of it, and behind the head of a data URI (F99).
   *
   * @return empty when nothing is in it
   */
  public static byte[] decode(String text) {
    int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    int length = 0;
    for (int i = comma + 1; i < bytes.length; i++) {
      byte plain = plain(bytes[i]);
      if (plain != 0) {
        bytes[length] = plain;
        length++;
      }
    }
    // One character alone holds no whole byte.
    int whole = length % 4 == 1 ? length - 1 : length;
    return Base64.getDecoder().decode(Arrays.copyOf(bytes, whole));
  }

  /**
   * What came in the place of Base64, kept as it came as everything that is no picture (I37).
   *
   * @param mediaType as the answer says
   * @param host as named in messages
   */
  public static void undecodable(
      String text, String mediaType, String host, Consumer<ChatEvent> out) {
    String words = "What came from %s is no picture in Base64.".formatted(host);
    out.accept(new ChatEvent.Warned(new Warning("", words)));
    out.accept(new ChatEvent.Pictured(Bytes.of(text), mediaType));
  }

  /** In the usual alphabet; 0 for what is not of either. */
  private static byte plain(byte b) {
    return switch (b) {
      case '-' -> '+';
      case '_' -> '/';
      case '+', '/' -> b;
      default -> {
        boolean known = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
        yield known ? b : 0;
      }
    };
  }

  /** What kind of picture the bytes are; empty when none that is known. */
  public static Optional<String> mediaType(byte[] bytes) {
    if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
      return Optional.of("image/webp");
    }
    if (starts(bytes, 0, "GIF8")) {
      return Optional.of("image/gif");
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] bytes, int at, String latin) {
    byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
