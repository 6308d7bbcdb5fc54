package dev.polylogue.ui.markdown;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words in one style.
 *
 * @param address where a link or a picture points to, as written; never fetched
 */
public record Span(String text, Set<Mark> marks, @Nullable String address) {

  /** How words stand out. */
  public enum Mark {
    STRONG,
    EMPHASIS,
    STRIKE,
    CODE,
    /** The words describe a picture that lies at the address. */
    PICTURE,
    /** The text is LaTeX, with its delimiters. */
    FORMULA,
    /** A formula that wants a line of its own. */
    DISPLAY,
    /** A forced end of the line; the text is a line feed. */
    BREAK
  }

  public Span {
    marks = Set.copyOf(marks);
  }

  /** The LaTeX of a formula, without its delimiters. */
  public String tex() {
    int around = text.startsWith("$") && !text.startsWith("$$") && !text.startsWith("$`") ? 1 : 2;
    return text.substring(around, text.length() - around);
  }

  public static Span plain(String text) {
    return new Span(text, Set.of(), null);
  }
}
