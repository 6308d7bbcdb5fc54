package dev.polylogue.history;

/** The history could not be read or written. The message is a sentence for the user. */
public final class HistoryException extends Exception {
  private static final long serialVersionUID = 1;

  public HistoryException(String message, Throwable cause) {
    super(message, cause);
  }

  public HistoryException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
