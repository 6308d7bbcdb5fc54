package dev.polylogue.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.Metadata;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A photo that was taken in.
 *
 * @param bytes the file as it was, unchanged, for whoever keeps it
 * @param blob how these bytes are named when they are kept
 * @param size of the whole photo, upright
 * @param preview upright, in sRGB, its longer side at most {@link Intake#PREVIEW}
 * @param metadata what stands in the file beside the pixels; none of it is ever sent
 */
public record Photo(
    Bytes bytes,
    Blob blob,
    Size size,
    BufferedImage preview,
    Metadata metadata,
    Condition condition) {

  /**
   * How it is.
   *
   * @param damaged that its lower part is missing: to be used only after the user said so (I04)
   * @param frames how many pictures the file has; this is the first (I21)
   * @param notes sentences on what it is and what was done with it
   */
  public record Condition(boolean damaged, int frames, List<String> notes) {
    public Condition {
      notes = List.copyOf(notes);
    }
  }
}
