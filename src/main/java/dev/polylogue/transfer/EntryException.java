package dev.polylogue.transfer;

import java.io.IOException;

/** One entry of an archive can't be read; others can. The message is a sentence. */
public final class EntryException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param entry its name
   * @param reason what is wrong, such as {@code is damaged}
   */
  EntryException(String entry, String reason) {
    super("The entry \"%s\" of the archive %s; it was not read on.".formatted(entry, reason));
    this.reason = "the entry \"%s\" of the archive %s and was passed over".formatted(entry, reason);
  }

  /** The same in a few words, for a note. */
  public String reason() {
    return reason;
  }
}
