package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import java.nio.charset.StandardCharsets;

/** How files of the usual kinds begin. */
final class Signature {
  private static final int LONGEST = 12;

  private Signature() {}

  /** The media type that the first bytes tell for sure; {@code ""} where they tell none. */
  static String of(Bytes bytes) {
    String start = new String(bytes.head(LONGEST), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return "image/gif";
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    return start.startsWith("%PDF-") ? "application/pdf" : "";
  }
}
