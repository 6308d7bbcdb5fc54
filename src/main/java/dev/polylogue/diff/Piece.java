package dev.polylogue.diff;

import java.util.List;

/**
 * A block of an answer as its reader sees it; of code, one line.
 *
 * @param mark what stands before the words, such as a bullet, or empty
 * @param depth how far it is indented, from 0
 */
public record Piece(Kind kind, String mark, int depth, String text) {
  /** What it is. Only like is compared with like. */
  public enum Kind {
    HEADING,
    PROSE,
    /** The language of the code that follows. */
    CODE_HEAD,
    CODE,
    ROW;

    boolean isLike(Kind other) {
      return family() == other.family();
    }

    private int family() {
      return switch (this) {
        case HEADING, PROSE -> 0;
        case CODE_HEAD -> 1;
        case CODE -> 2;
        case ROW -> 3;
      };
    }
  }

  /** Words, blanks and marks, which joined are the text. */
  List<String> tokens() {
    return Tokens.of(text);
  }
}
