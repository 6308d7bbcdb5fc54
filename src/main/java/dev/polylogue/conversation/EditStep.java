package dev.polylogue.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a turn of an edit session says beside the instruction and the pictures in its message, of
 * which the first is the source and the others are shown to the model besides.
 *
 * @param source the result that was edited, or null for the photo itself
 * @param mask a PNG of the size of the upright source, as it was drawn, transparent where it may
 *     change; null when it may change everywhere
 * @param outside what becomes of the rest of the picture
 */
public record EditStep(
    @Nullable PictureRef source, @Nullable Blob mask, PictureOptions options, Outside outside) {

  /**
   * What becomes of a result outside the mask, and at its edge.
   *
   * @param kept whether the source is put back there, on this computer
   * @param feather how soft the edge is made, in pixels of the source: where the source is put
   *     back, there; else in the mask that is sent
   */
  public record Outside(boolean kept, int feather) {
    public static final Outside FREE = new Outside(false, 0);
  }

  /** The whole photo, as the model likes. */
  public static final EditStep USUAL = new EditStep(null, null, PictureOptions.USUAL, Outside.FREE);

  /** Whether its results are to be the source outside the mask. */
  public boolean keepsSource() {
    return mask != null && outside.kept();
  }
}
