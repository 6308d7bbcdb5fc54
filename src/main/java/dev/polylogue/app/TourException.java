package dev.polylogue.app;

/** A scene of the tour is not as it should be. The message says in what way. */
final class TourException extends Exception {
  private static final long serialVersionUID = 1;

  TourException(String message) {
    super(message);
  }
}
