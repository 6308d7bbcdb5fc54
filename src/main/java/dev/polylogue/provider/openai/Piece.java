package dev.polylogue.provider.openai;

/** A piece of what the user says, ready to be written in either dialect. */
sealed interface Piece {

  /** Words of the user, or a text file among them. */
  record Words(String text) implements Piece {}

  /**
   * A picture.
   *
   * @param uri {@code data:image/png;base64,…}
   */
  record Picture(String uri) implements Piece {}

  /**
   * A PDF as it is.
   *
   * @param uri {@code data:application/pdf;base64,…}
   */
  record Pdf(String name, String uri) implements Piece {}
}
