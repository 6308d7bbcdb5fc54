package dev.polylogue.history;

import java.text.Normalizer;
import java.util.Locale;

/** Makes one word of those that a reader takes for the same: case and diacritics do not count. */
final class Folding {
  /** No word in the index is longer; what follows is not looked at. */
  static final int MOST = 64;

  private Folding() {}

  /** A word that need not be plain ASCII. */
  static String word(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
    StringBuilder bare = new StringBuilder(apart.length());
    apart.codePoints().filter(point -> !isDropped(point)).forEach(bare::appendCodePoint);
    // Both ways, so that ß becomes ss and a final sigma a plain one.
    String lower = bare.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      append(plain, lower.charAt(i));
    }
    return cut(Normalizer.normalize(plain, Normalizer.Form.NFC));
  }

  /** How a word is folded begins, told by its first letter alone; 0 where that takes more. */
  static int first(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? point + 'a' - 'A' : point;
    }
    boolean greek = point >= 0x0391 && point <= 0x03C9 && point != 0x03C2;
    boolean cyrillic = point >= 0x0410 && point <= 0x044F && point != 0x0419 && point != 0x0439;
    if (greek && (point <= 0x03A9 || point >= 0x03B1) || cyrillic) {
      return Character.toLowerCase(point);
    }
    return 0;
  }

  /** A character of a script that is written without spaces. */
  static String character(int point) {
    String one = Character.toString(point);
    String folded = Normalizer.normalize(one, Normalizer.Form.NFKC);
    return folded.codePointCount(0, folded.length()) == 1 ? folded : one;
  }

  static String cut(String word) {
    if (word.length() <= MOST) {
      return word;
    }
    return word.substring(0, Character.isHighSurrogate(word.charAt(MOST - 1)) ? MOST - 1 : MOST);
  }

  /** Letters that have a stroke or are joined, and so do not come apart by themselves. */
  private static void append(StringBuilder plain, char c) {
    switch (c) {
      case 'ø' -> plain.append('o');
      case 'ł' -> plain.append('l');
      case 'đ', 'ð' -> plain.append('d');
      case 'ħ' -> plain.append('h');
      case 'ı' -> plain.append('i');
      case 'ς' -> plain.append('σ');
      case 'æ' -> plain.append("ae");
      case 'œ' -> plain.append("oe");
      case 'þ' -> plain.append("th");
      case 'ـ' -> {}
      default -> plain.append(c);
    }
  }

  /** Accents, Hebrew and Arabic points, and characters that only say how others are drawn. */
  private static boolean isDropped(int point) {
    return point >= 0x0300 && point <= 0x036F
        || point >= 0x0591 && point <= 0x05C7
        || point >= 0x0610 && point <= 0x061A
        || point >= 0x064B && point <= 0x065F
        || point == 0x0670
        || Character.getType(point) == Character.FORMAT
        || point >= 0xFE00 && point <= 0xFE0F;
  }
}
