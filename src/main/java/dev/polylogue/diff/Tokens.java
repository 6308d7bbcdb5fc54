package dev.polylogue.diff;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into what a reader takes for one: a word, a run of blanks, a mark. In scripts without
 * blanks between words, each character is one.
 */
final class Tokens {
  private enum Sort {
    BLANK,
    WORD,
    SINGLE
  }

  private Tokens() {}

  /** The tokens, which joined are the text. */
  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  static boolean isWord(String token) {
    return Character.isLetterOrDigit(token.codePointAt(0));
  }

  static boolean isBlank(String token) {
    return Character.isWhitespace(token.codePointAt(0));
  }

  private static int end(String text, int from) {
    int first = text.codePointAt(from);
    Sort sort = sort(first);
    int at = from + Character.charCount(first);
    while (sort != Sort.SINGLE && at < text.length()) {
      int next = text.codePointAt(at);
      if (sort(next) != sort && !(sort == Sort.WORD && joins(text, at))) {
        return at;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** An apostrophe or a decimal point inside a word. */
  private static boolean joins(String text, int at) {
    char mark = text.charAt(at);
    boolean inside = at + 1 < text.length() && sort(text.codePointAt(at + 1)) == Sort.WORD;
    boolean figure = Character.isDigit(text.charAt(at - 1));
    return inside && (mark == '\'' || mark == '\u2019' || (figure && (mark == '.' || mark == ',')));
  }

  private static Sort sort(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return Sort.BLANK;
    }
    boolean word =
        Character.isLetterOrDigit(codePoint)
            || codePoint == '_'
            || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    return word && !standsAlone(codePoint) ? Sort.WORD : Sort.SINGLE;
  }

  private static boolean standsAlone(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
