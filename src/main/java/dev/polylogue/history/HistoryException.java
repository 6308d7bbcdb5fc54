package dev.polylogue.history;

import org.jspecify.annotations.Nullable;

/** The history could not be read or written. The message is a sentence for the user. */
public final class HistoryException extends Exception {
  private static final long serialVersionUID = 1;

  /** What a person can do about it depends on this. */
  public enum Kind {
    /** Another program writes in it or holds it. */
    IN_USE,
    /** The file or its folder is read-only. */
    UNWRITABLE,
    /** There is no room on the disk. */
    FULL,
    /** It can be read in part at most. */
    DAMAGED,
    /** It does not begin as a database does; what lies behind that may still be salvaged. */
    UNRECOGNISED,
    /** Its file is gone or empty, though a history was there. */
    MISSING,
    /** The file was taken away while it was in use. */
    GONE,
    /** It is the database of another program. */
    FOREIGN,
    /** A later version of the program made it. */
    NEWER,
    OTHER;

    /** Whether something of it may be salvaged. */
    public boolean isDamage() {
      return this == DAMAGED || this == UNRECOGNISED;
    }

    /** Whether only writing is in the way: what is there may still be read. */
    public boolean leavesReading() {
      return this == UNWRITABLE || this == FULL;
    }
  }

  private final Kind kind;

  public HistoryException(String message, Throwable cause) {
    this(Kind.OTHER, message, cause);
  }

  public HistoryException(String message) {
    this(Kind.OTHER, message, null);
  }

  public HistoryException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
