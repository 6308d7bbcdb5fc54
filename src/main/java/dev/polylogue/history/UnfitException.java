package dev.polylogue.history;

/** A comparison can't be let into the history. The message says in a few words why. */
public final class UnfitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnfitException(String message) {
    super(message);
  }

  UnfitException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
