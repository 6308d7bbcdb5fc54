package dev.polylogue.session;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.PictureRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to a photo.
 *
 * @param instruction sent as it is
 * @param models each once
 * @param source the result to edit, or null for the photo itself
 * @param where where it may change
 * @param references pictures in the blobs that the models are shown besides
 */
public record EditPlan(
    String instruction,
    List<ModelRef> models,
    @Nullable PictureRef source,
    Where where,
    List<Blob> references,
    PictureOptions options) {

  /**
   * Where a picture may change.
   *
   * @param mask a PNG of the size of the upright source, transparent where it may; null everywhere
   */
  public record Where(@Nullable Bytes mask, EditStep.Outside outside) {
    public static final Where EVERYWHERE = new Where(null, EditStep.Outside.FREE);
  }

  public EditPlan {
    models = List.copyOf(models);
    references = List.copyOf(references);
    if (instruction.isBlank()) {
      throw new IllegalArgumentException("The instruction is empty.");
    }
    if (models.isEmpty() || models.stream().distinct().count() != models.size()) {
      throw new IllegalArgumentException("Name at least one model, and each only once.");
    }
  }

  /** The same where it may change elsewhere. */
  public EditPlan with(Where changed) {
    return new EditPlan(instruction, models, source, changed, references, options);
  }

  /** The whole photo, as the models like. */
  public static EditPlan of(String instruction, List<ModelRef> models) {
    return new EditPlan(
        instruction, models, null, Where.EVERYWHERE, List.of(), PictureOptions.USUAL);
  }
}
