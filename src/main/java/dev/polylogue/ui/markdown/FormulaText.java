package dev.polylogue.ui.markdown;

/** What tells formulas from words that have the same delimiters. */
final class FormulaText {
  private static final String SIGNS = "\\^_=+*/<>{}|&";
  private static final String STOPS = ".,;:";

  private FormulaText() {}

  /**
   * Whether it reads like words: nothing in it is written in formulas only.
   *
   * @param letters so many in a row make a word
   */
  static boolean isProse(CharSequence text, int letters) {
    int row = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        return false;
      }
      row = Character.isLetter(c) ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    return longest >= letters;
  }

  /** Whether it is a number, or several: that is a note or a source when it stands in brackets. */
  static boolean isNumber(CharSequence text) {
    return text.chars().allMatch(c -> Character.isDigit(c) || " ,;-\u2013".indexOf(c) >= 0);
  }

  /** Where a delimiter stands that no backslash takes away, or -1. */
  static int find(CharSequence text, int from, String delimiter) {
    int at = from;
    while (at + delimiter.length() <= text.length()) {
      if (delimiter.contentEquals(text.subSequence(at, at + delimiter.length()))) {
        return at;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return -1;
  }

  /** Whether nothing follows but the end of a sentence. */
  static boolean isClosing(CharSequence rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (!Character.isWhitespace(c) && STOPS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
