package dev.polylogue.secret;

/**
 * A key could not be kept, found or removed; whatever was stored is as it was. The message is a
 * sentence for the user and holds no key.
 */
public final class SecretException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** Nothing of the kind is there on this computer, or not now. */
    MISSING,
    /** It is there but locked, and was not unlocked. */
    LOCKED,
    /** It did not answer in time. */
    SLOW,
    /** The wait for it was ended by the user. */
    CANCELLED,
    /** It is there and answered with a failure. */
    BROKEN,
    /** This key or this call is not for this place. */
    UNSUITABLE
  }

  private final Reason reason;

  public SecretException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
