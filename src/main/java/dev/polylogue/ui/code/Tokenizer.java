package dev.polylogue.ui.code;

import dev.polylogue.ui.code.Piece.Kind;
import java.util.List;

/** Cuts lines of one language into pieces. One thread at a time. */
interface Tokenizer {
  /** The state before the first line. */
  int START = 0;

  /**
   * A line in pieces.
   *
   * @param pieces together they are the line, whatever the line holds
   * @param state of the language at its end, such as inside a comment; for the line below
   */
  record Row(List<Piece> pieces, int state) {
    public Row {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * @param line without its line feed
   */
  Row row(String line, int state);

  /** The line as it is, in one colour. */
  static Row plain(String line, int state) {
    return new Row(line.isEmpty() ? List.of() : List.of(new Piece(line, Kind.PLAIN)), state);
  }
}
