package dev.polylogue.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a comparison is called. Any thread. */
public final class Title {
  /** Of a title that somebody gave, in code points: more than anybody reads. */
  public static final int MOST = 300;

  /** Of one that is made of a prompt, in characters of Java. */
  private static final int FIRST_WORDS = 60;

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Title() {}

  /** The first words of a prompt, which name a comparison until somebody else does. */
  public static String of(String prompt) {
    String line =
        prompt
            .lines()
            .map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    if (line.length() <= FIRST_WORDS) {
      return line;
    }
    int space = line.lastIndexOf(' ', FIRST_WORDS);
    int end = space >= FIRST_WORDS / 2 ? space : characterEnd(line, FIRST_WORDS);
    return line.substring(0, end).strip() + "…";
  }

  /** A title that somebody gave, which is only cut when it is no title any more. */
  public static String bounded(String title) {
    return bounded(title, MOST);
  }

  /**
   * Cut between two characters as people see them. What was cut once stays as it is.
   *
   * @param most code points, before the ellipsis that stands for the rest
   */
  public static String bounded(String text, int most) {
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int last = text.offsetByCodePoints(0, most);
    return text.substring(0, characterEnd(text, last)).stripTrailing() + "…";
  }

  /**
   * The end of a character as people see them, no later than that; of an endless one, just that.
   */
  private static int characterEnd(String text, int last) {
    Matcher characters = CHARACTER.matcher(text).region(0, Math.min(text.length(), 3 * last));
    int end = 0;
    while (characters.find() && characters.end() <= last) {
      end = characters.end();
    }
    return end > 0 ? end : last;
  }
}
