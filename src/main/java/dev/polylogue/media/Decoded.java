package dev.polylogue.media;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture that was read.
 *
 * @param image upright, as in {@link Pixels}; no larger than was asked for
 * @param width of the whole of it, upright, in pixels
 * @param facts of the file
 * @param cut that the file ends too early, so that the lower part is missing (I04)
 * @param notes sentences on what was done with it
 */
public record Decoded(
    BufferedImage image, int width, int height, FileFacts facts, boolean cut, List<String> notes) {
  public Decoded {
    notes = List.copyOf(notes);
  }
}
