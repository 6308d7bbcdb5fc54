package dev.polylogue.diff;

/** A stretch of words that both answers have, or only one of them. */
public record Stretch(Kind kind, String text) {
  /** Whose words they are. */
  public enum Kind {
    SAME,
    /** Of the base only. */
    REMOVED,
    /** Of the other only. */
    ADDED
  }
}
