package dev.polylogue.photo;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a result was made, as it may lie beside the picture.
 *
 * @param photo the file it all began with
 * @param steps from the photo to the result
 */
public record Recipe(File photo, List<Step> steps) {
  public Recipe {
    steps = List.copyOf(steps);
  }

  /**
   * A file by its name and by what is in it.
   *
   * @param sha256 in hexadecimal digits
   */
  public record File(String name, String sha256) {}

  /**
   * One edit.
   *
   * @param where null when it might change everywhere
   */
  public record Step(
      ModelRef model,
      String instruction,
      @Nullable Where where,
      PictureOptions options,
      Made made) {}

  /**
   * Where a picture was to change.
   *
   * @param mask SHA-256 of the mask
   * @param outside what became of the rest
   */
  public record Where(String mask, EditStep.Outside outside) {}

  /**
   * What came of an edit.
   *
   * @param sha256 of the picture as it came
   * @param cost where it is known
   * @param notes what was not as it might be expected, in sentences
   */
  public record Made(String sha256, Instant at, @Nullable Cost cost, List<String> notes) {
    public Made {
      notes = List.copyOf(notes);
    }
  }
}
