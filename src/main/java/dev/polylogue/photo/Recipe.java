package dev.polylogue.photo;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a result was made, as it may lie beside the picture.
 *
 * @param photo the name of the file it all began with, and its SHA-256
 * @param steps from the photo to the result
 */
public record Recipe(String photo, String sha256, List<Step> steps) {
  public Recipe {
    steps = List.copyOf(steps);
  }

  /**
   * One edit.
   *
   * @param mask SHA-256 of the mask; null without one
   * @param madeAt when the result was there, and what it cost, where that is known
   */
  public record Step(
      ModelRef model,
      String instruction,
      @Nullable String mask,
      PictureOptions options,
      Instant madeAt,
      @Nullable Cost cost) {}
}
