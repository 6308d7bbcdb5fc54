package dev.polylogue.run;

import dev.polylogue.conversation.Part;
import dev.polylogue.provider.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * The last sketch of a picture that never came whole: nothing that was received is lost.
 *
 * @param kept the sketch as a picture, or null where it could not be stored
 * @param said a sentence for the user
 */
record Leftover(Part.@Nullable Picture kept, String said) {
  /** Stores it. Blocks. Null where there is none. */
  static @Nullable Leftover of(ChatEvent.@Nullable Sketched sketch, Journal journal) {
    if (sketch == null) {
      return null;
    }
    try {
      return new Leftover(
          new Part.Picture(journal.keep(sketch.bytes(), sketch.mediaType())),
          "This is a sketch: the answer ended before the picture was done.");
    } catch (JournalException | RuntimeException e) {
      return new Leftover(
          null, "A sketch of the picture came and could not be stored: " + e.getMessage());
    }
  }
}
