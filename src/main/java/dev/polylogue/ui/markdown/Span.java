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
    /** A forced end of the line; the text is a line feed. */
    BREAK
  }

  public Span {
    marks = Set.copyOf(marks);
  }

  public static Span plain(String text) {
    return new Span(text, Set.of(), null);
  }
}
