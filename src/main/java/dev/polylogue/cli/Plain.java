package dev.polylogue.cli;

/**
 * Text that is safe for a terminal: control characters are made visible instead of obeyed (T06).
 */
final class Plain {
  private static final int CONTROL_PICTURES = 0x2400;

  private Plain() {}

  static String text(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t') {
        plain.append((char) (CONTROL_PICTURES + c));
      } else if ((c >= 0x7F && c <= 0x9F) || isSteering(c)) {
        plain.append('\uFFFD');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** The same for a name that stands in a line with others. */
  static String line(String text) {
    return text(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** Line separators and marks that turn the direction of writing. */
  private static boolean isSteering(char c) {
    return (c >= '\u2028' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
