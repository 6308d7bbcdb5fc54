package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.photo.Size;

/** Brings back the mask with which a picture was edited last. FX thread. */
final class MaskMemory {
  private final PhotoTools tools;
  private final MaskViewModel mask;

  MaskMemory(PhotoTools tools, MaskViewModel mask) {
    this.tools = tools;
    this.mask = mask;
  }

  /**
   * A source is there, so that it can be drawn on; nothing is brought back where something was
   * drawn on it since the start.
   *
   * @param last how it was edited last
   */
  void arrived(Blob picture, Size size, EditStep last) {
    boolean fresh = mask.turnTo(picture, size);
    Blob kept = last.mask();
    if (fresh && kept != null) {
      tools
          .works()
          .each()
          .run(
              () -> tools.lab().mask(kept, size),
              levels -> {
                mask.featherProperty().set(last.outside().feather());
                mask.restore(picture, levels);
              },
              tools.trouble());
    }
  }
}
