package dev.polylogue.session;

import dev.polylogue.photo.Levels;
import java.util.List;

/**
 * A mask that was read from a file.
 *
 * @param levels of the size of the photo
 * @param notes what the user should know of how it was read, in sentences
 */
public record MaskTaken(Levels levels, List<String> notes) {
  public MaskTaken {
    notes = List.copyOf(notes);
  }
}
