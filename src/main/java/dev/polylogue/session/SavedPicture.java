package dev.polylogue.session;

import java.nio.file.Path;
import java.util.List;

/**
 * A result that was written to a file.
 *
 * @param notes what was not done as wanted, in sentences
 */
public record SavedPicture(Path file, int width, int height, List<String> notes) {
  public SavedPicture {
    notes = List.copyOf(notes);
  }
}
