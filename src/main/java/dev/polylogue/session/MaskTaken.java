package dev.polylogue.session;

import dev.polylogue.conversation.Bytes;
import java.util.List;

/**
 * A mask that was read from a file.
 *
 * @param png of the size of the photo, transparent where it may change
 * @param notes what the user should know of how it was read, in sentences
 */
public record MaskTaken(Bytes png, List<String> notes) {
  public MaskTaken {
    notes = List.copyOf(notes);
  }
}
