package dev.polylogue.ui.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes characters visible that would not show, or that would make text look like what it is not:
 * control characters, bidirectional overrides, zero-width characters, halves of surrogate pairs
 * (T06). What is copied is what is shown. Any thread.
 */
public final class Hygiene {
  private Hygiene() {}

  /**
   * @param hidden whether the text stands for characters that would not show
   */
  record Piece(String text, boolean hidden) {}

  static List<Piece> pieces(String text) {
    int odd = nextOdd(text, 0);
    if (odd == text.length()) {
      return List.of(new Piece(text, false));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (odd < text.length()) {
      if (odd > from) {
        pieces.add(new Piece(text.substring(from, odd), false));
      }
      StringBuilder hidden = new StringBuilder();
      from = odd;
      while (odd == from && odd < text.length()) {
        int c = text.codePointAt(odd);
        hidden.append(shown(c));
        from = odd + Character.charCount(c);
        odd = nextOdd(text, from);
      }
      pieces.add(new Piece(hidden.toString(), true));
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return pieces;
  }

  /** Whether there are no such characters in it. */
  static boolean isPlain(String text) {
    return nextOdd(text, 0) == text.length();
  }

  /** The text with such characters made visible. */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    pieces(text).forEach(piece -> visible.append(piece.text()));
    return visible.toString();
  }

  private static int nextOdd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isOdd(c) && !joins(text, at, c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isOdd(int c) {
    return c < 0x20 && c != '\t' && c != '\n'
        || c >= 0x7F && c <= 0x9F
        || c == 0x00AD
        || c == 0x061C
        || c == 0x115F
        || c == 0x1160
        || c == 0x180E
        || c >= 0x200B && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c >= 0xD800 && c <= 0xDFFF
        || c == 0x3164
        || c == 0xFEFF
        || c == 0xFFA0
        || c >= 0xFFF9 && c <= 0xFFFB
        || c >= 0xE0000 && c <= 0xE0FFF;
  }

  /** A joiner has a meaning inside emoji and inside words of some scripts, and stays. */
  private static boolean joins(String text, int at, int c) {
    if (c != 0x200C && c != 0x200D || at == 0 || at + 1 >= text.length()) {
      return false;
    }
    return joinable(text.codePointBefore(at)) && joinable(text.codePointAt(at + 1));
  }

  private static boolean joinable(int c) {
    int type = Character.getType(c);
    return Character.isEmoji(c) && c > 0xFF
        || Character.isEmojiModifier(c)
        || c == 0xFE0F
        || c >= 0x0600 && (Character.isLetter(c) || type == Character.NON_SPACING_MARK);
  }

  private static String shown(int c) {
    if (c < 0x20 || c == 0x7F) {
      return "^" + (char) (c ^ 0x40);
    }
    return "\u2039U+%04X\u203A".formatted(c);
  }
}
