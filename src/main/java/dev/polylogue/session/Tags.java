package dev.polylogue.session;

import java.util.Locale;

/** How tags are written. Any thread. */
public final class Tags {
  private static final int LONGEST = 40;

  private Tags() {}

  /** In lower case, without blanks around it or several in a row, at most 40 letters long. */
  public static String plain(String written) {
    String tag = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return tag.codePointCount(0, tag.length()) <= LONGEST
        ? tag
        : tag.substring(0, tag.offsetByCodePoints(0, LONGEST)).strip();
  }
}
