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
    SYMBOL,
    PAIR,
    LAST;

    /** Whether it is of a script without spaces. */
    boolean isParted() {
      return this == PAIR || this == LAST;
    }
  }

  private final String text;
  private int at;
  private int start;
  private int end;
  private Kind kind = Kind.WORD;
  private boolean plain;
  private boolean passed;

  TokenReader(String text) {
    this.text = text;
  }

  /** What the token is in the index. */
  String token() {
    return switch (kind) {
      case WORD -> plain ? asciiWord() : Folding.word(text.substring(start, end));
      case SYMBOL -> text.substring(start, end);
      case PAIR, LAST -> characters();
    };
  }

  /**
   * Goes to the next token that may be looked for, without folding others.
   *
   * @param firsts code points, folded; a token that surely begins with none of them is passed over
   * @param until an index from which on nothing need be looked at
   * @return false when there is none
   */
  boolean next(int[] firsts, int until) {
    passed = false;
    passWhole(firsts);
    while (at < until && next()) {
      if (mayBeginWith(firsts)) {
        return true;
      }
      passed = true;
      passWhole(firsts);
    }
    return false;
  }

  /** Whether there were tokens between this one and the one before. */
  boolean hasPassed() {
    return passed;
  }

  /** Each of the usual Chinese characters begins a token: most are told by a look at it alone. */
  private void passWhole(int[] firsts) {
    while (at < text.length() && isWhole(text.charAt(at)) && !isAmong(text.charAt(at), firsts)) {
      at++;
      passed = true;
    }
  }

  private boolean mayBeginWith(int[] firsts) {
    int point = text.codePointAt(start);
    int first =
        switch (kind) {
          case WORD -> Folding.first(point);
          case SYMBOL -> point;
          case PAIR, LAST -> isWhole(point) ? point : 0;
        };
    return first == 0 || isAmong(first, firsts);
  }

  private static boolean isAmong(int point, int[] points) {
    for (int one : points) {
      if (one == point) {
        return true;
      }
    }
    return false;
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
    plain = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < 0x80) {
        if (!isAsciiWord(c)) {
          break;
        }
        at++;
      } else {
        int point = text.codePointAt(at);
        if (!isWord(point) || isParted(point)) {
          break;
        }
        plain = false;
        at += Character.charCount(point);
      }
    }
    end = at;
    kind = Kind.WORD;
  }

  private String asciiWord() {
    return text.substring(start, Math.min(end, start + Folding.MOST)).toLowerCase(Locale.ROOT);
  }

  private void symbol(int point) {
    start = at;
    at += Character.charCount(point);
    end = at;
    kind = Kind.SYMBOL;
  }

  private void pair(int point) {
    start = at;
    at += Character.charCount(point);
    end = at;
    kind = Kind.LAST;
    if (at < text.length()) {
      int following = text.codePointAt(at);
      if (isParted(following)) {
        end = at + Character.charCount(following);
        kind = Kind.PAIR;
      }
    }
  }

  private String characters() {
    int first = text.codePointAt(start);
    String one = Folding.character(first);
    return kind == Kind.LAST
        ? one
        : one + Folding.character(text.codePointAt(start + Character.charCount(first)));
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
    if (isWhole(point)) {
      return true;
    }
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

  /** The usual Chinese characters and Korean syllables, which folding leaves as they are. */
  private static boolean isWhole(int point) {
    return point >= 0x4E00 && point <= 0x9FEF || point >= 0xAC00 && point <= 0xD7A3;
  }
}
