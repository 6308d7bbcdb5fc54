package dev.polylogue.ui.photo;

import dev.polylogue.photo.Size;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * What a model changed.
 *
 * @param inside share of the pixels that changed where they might, from 0 to 1; of all of them when
 *     there was no mask
 * @param outside the same outside the mask, or null when there was none
 * @param source how large what was edited is
 * @param came how large the result is, as it came
 * @param map where and how much, at some size of the source's shape; null where the result has
 *     another shape
 */
public record Change(
    double inside, @Nullable Double outside, Size source, Size came, @Nullable BufferedImage map) {
  /** How much the eye should worry. */
  public enum Amount {
    LITTLE,
    SOME,
    MUCH
  }

  private static final double LITTLE = 0.01;
  private static final double SOME = 0.15;

  /** Of a result that does not lie over its source. */
  public static Change reframed(Size source, Size came) {
    return new Change(0, null, source, came, null);
  }

  /**
   * Whether the result shows the same section as the source, so that pixels can be compared at all.
   */
  public boolean framed() {
    return map != null;
  }

  /** By what was not to change. */
  public Amount amount() {
    double share = outside == null ? 0 : outside;
    if (share < LITTLE) {
      return Amount.LITTLE;
    }
    return share < SOME ? Amount.SOME : Amount.MUCH;
  }
}
