package dev.polylogue.history;

import java.text.BreakIterator;
import java.util.Locale;

/** What a comparison is called until somebody names it: the first words of its first prompt. */
final class Title {
  private static final int MOST = 60;

  private Title() {}

  static String of(String prompt) {
    String line =
        prompt
            .lines()
            .map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return line.length() <= MOST ? line : cut(line) + "…";
  }

  /** At a word; where a word is too long for that, between two characters as people see them. */
  private static String cut(String line) {
    int space = line.lastIndexOf(' ', MOST);
    if (space >= MOST / 2) {
      return line.substring(0, space).strip();
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int end = characters.isBoundary(MOST) ? MOST : characters.preceding(MOST);
    return line.substring(0, end > 0 ? end : MOST).strip();
  }
}
