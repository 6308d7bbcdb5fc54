package dev.polylogue.transfer.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code blocks of an answer that must not swallow what comes behind it. */
final class Fences {
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})([^\\n]*)$");

  private Fences() {}

  /** The text with its last code block closed, if it was left open. */
  static String closed(String text) {
    String open = "";
    for (String line : text.lines().toList()) {
      Matcher fence = FENCE.matcher(line);
      if (!fence.matches()) {
        continue;
      }
      String mark = fence.group(1);
      String rest = fence.group(2);
      if (open.isEmpty()) {
        open = mark.startsWith("`") && rest.contains("`") ? "" : mark;
      } else if (mark.charAt(0) == open.charAt(0)
          && mark.length() >= open.length()
          && rest.isBlank()) {
        open = "";
      }
    }
    return open.isEmpty() ? text : text + "\n" + open;
  }
}
