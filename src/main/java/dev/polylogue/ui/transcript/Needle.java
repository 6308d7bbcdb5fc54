package dev.polylogue.ui.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader looks for. Any thread.
 *
 * @param words not empty
 * @param whole whether neither a letter nor a digit may stand beside them
 */
public record Needle(String words, boolean matchCase, boolean whole) {
  private static final String LETTER = "[\\p{L}\\p{N}_]";

  /** Finds the words in one text after the other. */
  public Matcher in(CharSequence text) {
    return pattern().matcher(text);
  }

  /** To be made once for many texts. */
  Pattern pattern() {
    String quoted = Pattern.quote(words);
    return Pattern.compile(
        whole ? "(?<!" + LETTER + ")" + quoted + "(?!" + LETTER + ")" : quoted,
        matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
