package dev.polylogue.media;

/** A file can't be used. The message is a sentence that says why and what to do. */
public final class MediaException extends Exception {
  private static final long serialVersionUID = 1;

  public MediaException(String sentence) {
    super(sentence);
  }

  public MediaException(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
