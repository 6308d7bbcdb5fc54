package dev.polylogue.attachment;

import dev.polylogue.media.MediaException;

/** A file can't go with a prompt. The message is a sentence that says why and what to do. */
public final class AttachmentException extends Exception {
  private static final long serialVersionUID = 1;

  public AttachmentException(String sentence) {
    super(sentence);
  }

  AttachmentException(MediaException cause) {
    super(cause.getMessage(), cause);
  }

  AttachmentException(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
