package dev.polylogue.history;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * Cuts a text into what the index holds: words, folded; of scripts that are written without spaces
 * each two neighbouring characters, and the last one of a run alone; emoji one by one. One thread.
 */
final class TokenReader {
  /** What a token is. */
  enum Kind {
    WORD,
    PAIR,
    LAST
  }

  private final String text;
  private int at;
  private String token = "";
  private int start;
  private int end;
  private Kind kind = Kind.WORD;

  TokenReader(String text) {
    this.text = text;
  }

  String token() {
    return token;
  }

  /** Index in the text of its first character. */
  int start() {
    return start;
  }

  /** Index in the text behind its last character. */
  int end() {
    return end;
  }

  Kind kind() {
    return kind;
  }

  /** Goes to the next token; false when there is none. */
  boolean next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x80) {
        if (isAsciiWord(c)) {
          word();
          return true;
        }
        at++;
      } else {
        int point = text.codePointAt(at);
        if (isParted(point)) {
          pair(point);
          return true;
        }
        if (isPictograph(point)) {
          symbol(point);
          return true;
        }
        if (isWord(point)) {
          word();
          return true;
        }
        at += Character.charCount(point);
      }
    }
    return false;
  }

  private void word() {
    start = at;
    boolean ascii = true;
    boolean upper = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x80) {
        if (!isAsciiWord(c)) {
          break;
        }
        upper |= c >= 'A' && c <= 'Z';
        at++;
      } else {
        int point = text.codePointAt(at);
        if (!isWord(point) || isParted(point)) {
          break;
        }
        ascii = false;
        at += Character.charCount(point);
      }
    }
    end = at;
    kind = Kind.WORD;
    token = ascii ? asciiWord(upper) : Folding.word(text.substring(start, end));
  }

  private String asciiWord(boolean upper) {
    String word = text.substring(start, Math.min(end, start + Folding.MOST));
    return upper ? word.toLowerCase(Locale.ROOT) : word;
  }

  private void symbol(int point) {
    start = at;
    at += Character.charCount(point);
    end = at;
    kind = Kind.WORD;
    token = Character.toString(point);
  }

  private void pair(int point) {
    start = at;
    at += Character.charCount(point);
    end = at;
    kind = Kind.LAST;
    token = Folding.character(point);
    if (at < text.length()) {
      int following = text.codePointAt(at);
      if (isParted(following)) {
        end = at + Character.charCount(following);
        kind = Kind.PAIR;
        token += Folding.character(following);
      }
    }
  }

  private static boolean isPictograph(int point) {
    return Character.getType(point) == Character.OTHER_SYMBOL
        && (point >= 0x1F000 || point >= 0x2600 && point <= 0x27BF);
  }

  private static boolean isAsciiWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isWord(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      // Joiners, and the hyphen that is only seen at the end of a line.
      case Character.FORMAT -> point == 0x200C || point == 0x200D || point == 0xAD;
      default -> false;
    };
  }

  /** Whether it belongs to a script without spaces, or to Korean, where they stand too seldom. */
  static boolean isParted(int point) {
    if (point < 0x0E00 || !isWord(point)) {
      return false;
    }
    if (point == 0x30FC || point == 0xFF70) {
      return true;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR, TIBETAN, YI ->
          true;
      default -> false;
    };
  }
}
