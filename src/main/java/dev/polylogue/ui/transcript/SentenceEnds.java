package dev.polylogue.ui.transcript;

import java.util.Locale;
import java.util.Set;

/** Finds where sentences end in a text that may still grow. Any thread. */
final class SentenceEnds {
  private static final String CLOSING = "\"'\u201D\u2019\u00BB)]}\u300D\u300F\uFF09";

  /** Words that end in a full stop in the midst of a sentence. */
  private static final Set<String> SHORT =
      Set.of(
          "e.g", "i.e", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "approx", "no", "fig", "eq",
          "cf", "al", "vol", "ca", "bzw", "z.b", "d.h", "u.a", "sr", "jr", "gen", "sen", "rep");

  private SentenceEnds() {}

  /** Just behind the sentence that begins at an offset, or -1 where it is not complete. */
  static int next(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        return at + 1;
      }
      if (isWide(c)) {
        // A quotation mark that belongs to it may yet come.
        int behind = behindClosing(text, at + 1);
        return behind < text.length() ? behind : -1;
      }
      if (isEnd(c) && ends(text, from, at)) {
        return behindClosing(text, at + 1);
      }
    }
    return -1;
  }

  /** Sentences of Chinese and Japanese follow one another without a blank. */
  private static boolean isWide(char c) {
    return c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
  }

  private static boolean isEnd(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u061F' || c == '\u0964';
  }

  private static int behindClosing(String text, int from) {
    int at = from;
    while (at < text.length() && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Whether a blank follows and then the beginning of something new, which must have come. */
  private static boolean ends(String text, int from, int at) {
    int behind = behindClosing(text, at + 1);
    int next = behind;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next == behind || next == text.length() || Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    return text.charAt(at) != '.' || !isShort(text, from, at);
  }

  private static boolean isShort(String text, int from, int stop) {
    int start = stop;
    while (start > from
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, stop).toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isUpperCase(text.charAt(start));
    boolean number = start == stop && isItemNumber(text, from, stop);
    return initial || number || SHORT.contains(word);
  }

  /** A number alone at the beginning counts something: “1. First”. */
  private static boolean isItemNumber(String text, int from, int stop) {
    String before = text.substring(from, stop).strip();
    return !before.isEmpty() && before.chars().allMatch(Character::isDigit);
  }
}
