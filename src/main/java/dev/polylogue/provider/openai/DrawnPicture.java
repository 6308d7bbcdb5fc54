package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.PictureBytes;
import java.util.Locale;
import java.util.function.Consumer;

/** A picture in an answer. It is never fetched from anywhere. */
final class DrawnPicture {
  private DrawnPicture() {}

  /** From {@code data:image/png;base64,…}; another address is only named. */
  static void fromUri(String uri, Consumer<ChatEvent> out) {
    int comma = uri.indexOf(',');
    String head = comma < 0 ? "" : uri.substring(0, comma).toLowerCase(Locale.ROOT);
    if (head.startsWith("data:") && head.endsWith(";base64")) {
      String type = head.substring("data:".length(), head.length() - ";base64".length());
      fromBase64(uri.substring(comma + 1), type.isBlank() ? "image/png" : type, out);
    } else if (!uri.isBlank()) {
      warn("The answer names a picture that was not fetched: " + shorten(uri), out);
    }
  }

  /** Line breaks and other stray characters within are passed over (F99). */
  static void fromBase64(String text, String mediaType, Consumer<ChatEvent> out) {
    if (text.startsWith("data:")) {
      fromUri(text, out);
      return;
    }
    byte[] bytes = PictureBytes.decode(text);
    if (bytes.length > 0) {
      out.accept(new ChatEvent.Pictured(Bytes.owning(bytes), mediaType));
    } else {
      warn("The answer holds a picture that can't be read.", out);
    }
  }

  private static String shorten(String uri) {
    return uri.length() <= 200 ? uri : uri.substring(0, 200) + "…";
  }

  private static void warn(String sentence, Consumer<ChatEvent> out) {
    out.accept(new ChatEvent.Warned(new Warning("", sentence)));
  }
}
