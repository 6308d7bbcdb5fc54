package dev.polylogue.settings;

/** The settings could not be read or written. The message is a sentence for the user. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1;

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }

  public SettingsException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
