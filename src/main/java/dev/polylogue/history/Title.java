package dev.polylogue.history;

import java.text.BreakIterator;
import java.util.Locale;

/** What a comparison is called until somebody names it: the first words of its first prompt. */
final class Title {
  private static final int MOST = 60;

  /** More than anybody reads, and little enough for every list. */
  private static final int MOST_GIVEN = 300;

  private Title() {}

  static String of(String prompt) {
    String line =
        prompt
            .lines()
            .map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return line.length() <= MOST ? line : cut(line, MOST) + "…";
  }

  /** A title that somebody gave, which is only cut when it is no title any more. */
  static String bounded(String title) {
    return title.length() <= MOST_GIVEN ? title : cut(title, MOST_GIVEN) + "…";
  }

  /** At a word; where a word is too long for that, between two characters as people see them. */
  private static String cut(String line, int most) {
    int space = line.lastIndexOf(' ', most);
    if (space >= most / 2) {
      return line.substring(0, space).strip();
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int end = characters.isBoundary(most) ? most : characters.preceding(most);
    return line.substring(0, end > 0 ? end : most).strip();
  }
}
