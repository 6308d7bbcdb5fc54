package dev.polylogue.ui.photo;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.EditStep;
import org.jspecify.annotations.Nullable;

/**
 * That the source is put back outside the mask.
 *
 * @param feather how soft the edge of the mask is, in pixels of the source
 */
public record Keeping(Blob source, Blob mask, int feather) {
  /** What a step wants to be put back into its results, or null. */
  static @Nullable Keeping of(@Nullable Blob source, EditStep step) {
    Blob mask = step.mask();
    return source != null && mask != null && step.outside().kept()
        ? new Keeping(source, mask, step.outside().feather())
        : null;
  }

  String key() {
    return source.sha256() + mask.sha256() + feather;
  }
}
