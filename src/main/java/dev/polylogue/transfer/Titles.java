package dev.polylogue.transfer;

import java.text.BreakIterator;
import java.util.Locale;

/** Keeps titles and names from elsewhere to what a list can show. */
public final class Titles {
  /** Of a title, in code points. */
  public static final int MOST = 300;

  /** What the report says where one was longer. */
  public static final String CUT =
      "its title was longer than %d characters, so the rest of it was cut off".formatted(MOST);

  private Titles() {}

  public static String bounded(String title) {
    return bounded(title, MOST);
  }

  /**
   * Cut between two characters as people see them, or inside of one that is endless itself. What
   * was cut once stays as it is.
   *
   * @param most code points, before the ellipsis that stands for the rest
   */
  public static String bounded(String text, int most) {
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int last = text.offsetByCodePoints(0, most);
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(0, Math.min(text.length(), last + 2 * most)));
    int end = characters.isBoundary(last) ? last : characters.preceding(last);
    return text.substring(0, end > 0 ? end : last).stripTrailing() + "…";
  }
}
