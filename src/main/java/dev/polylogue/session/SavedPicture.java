package dev.polylogue.session;

import java.nio.file.Path;
import java.util.List;

/**
 * A result that was written to a file.
 *
 * @param whole whether it is all that was asked for: nothing of it is missing, and outside the mask
 *     it is the source where that was to be kept
 * @param notes what was not done as wanted, in sentences
 */
public record SavedPicture(Path file, int width, int height, boolean whole, List<String> notes) {
  public SavedPicture {
    notes = List.copyOf(notes);
  }
}
