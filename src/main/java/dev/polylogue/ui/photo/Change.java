package dev.polylogue.ui.photo;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * What a model changed.
 *
 * @param inside share of the pixels that changed where they might, from 0 to 1; of all of them when
 *     there was no mask
 * @param outside the same outside the mask, or null when there was none
 * @param framed whether the result shows the same section as the source, so that pixels can be
 *     compared at all
 * @param map where and how much, at some size of the source's shape
 */
public record Change(double inside, @Nullable Double outside, boolean framed, BufferedImage map) {
  /** How much the eye should worry. */
  public enum Amount {
    LITTLE,
    SOME,
    MUCH
  }

  private static final double LITTLE = 0.01;
  private static final double SOME = 0.15;

  /** By what was not to change. */
  public Amount amount() {
    double share = outside == null ? 0 : outside;
    if (share < LITTLE) {
      return Amount.LITTLE;
    }
    return share < SOME ? Amount.SOME : Amount.MUCH;
  }
}
