package dev.polylogue.media;

/** A file can't be used. The message is a sentence that says why and what to do. */
public final class MediaException extends Exception {
  private static final long serialVersionUID = 1;

  private final String found;

  public MediaException(String sentence) {
    super(sentence);
    found = sentence;
  }

  public MediaException(String sentence, Exception cause) {
    super(sentence, cause);
    found = sentence;
  }

  /**
   * @param found what is wrong with the file, in a sentence
   * @param advice what to do about a file that somebody picked, in another
   */
  MediaException(String found, String advice, Exception cause) {
    super(found + " " + advice, cause);
    this.found = found;
  }

  /** Why alone, for a file that nobody picked, so that other advice holds. */
  public String found() {
    return found;
  }
}
