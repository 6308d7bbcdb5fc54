package dev.polylogue.ui.photo;

import java.util.List;

/**
 * Something a panel says: a heading, and a line each below it.
 *
 * @param weight how much it matters
 */
public record Fact(String heading, List<String> lines, Weight weight) {
  /** How a fact is drawn. */
  public enum Weight {
    PLAIN,
    /** Figures that only some look for. */
    SMALL,
    /** What the reader should not miss. */
    WARNING,
    /** What is as one would wish. */
    GOOD
  }

  public Fact {
    lines = List.copyOf(lines);
  }

  static Fact of(String heading, String line) {
    return new Fact(heading, List.of(line), Weight.PLAIN);
  }
}
