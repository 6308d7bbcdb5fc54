package dev.polylogue.ui.code;

/** A stretch of a line of code; never empty. */
public record Piece(String text, Kind kind) {

  /** What a stretch of code is, as far as a reader sees it. */
  public enum Kind {
    PLAIN,
    KEYWORD,
    STRING,
    COMMENT,
    /** Numbers and constants. */
    NUMBER,
    TYPE,
    /** The name of what is defined or called. */
    FUNCTION,
    /** Variables of shells, attributes of markup. */
    NAME,
    /** Tags of markup. */
    TAG,
    OPERATOR,
    /** Annotations, directives, declarations. */
    META,
    ADDED,
    REMOVED
  }
}
