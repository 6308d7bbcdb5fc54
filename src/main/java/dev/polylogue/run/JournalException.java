package dev.polylogue.run;

/** Words could not be stored. The message is for the user. */
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1;

  public JournalException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
