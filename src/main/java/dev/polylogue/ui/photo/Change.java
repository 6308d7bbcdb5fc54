package dev.polylogue.ui.photo;

import dev.polylogue.photo.Size;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model changed.
 *
 * @param inside share of the pixels that changed where they might, from 0 to 1; of all of them when
 *     there was no mask
 * @param outside the same outside the mask, or null when there was none
 * @param source how large what was edited is
 * @param came how large the result is, as it came
 * @param fit whether the result lies over its source at all
 * @param map where and how much, at some size of the source's shape; null where it does not
 */
public record Change(
    double inside,
    @Nullable Double outside,
    Size source,
    Size came,
    Fit fit,
    @Nullable BufferedImage map) {
  /** How a result lies on its source. */
  public enum Fit {
    /** It shows the same section, so that pixels can be compared. */
    OVER,
    /** It has other proportions. */
    RESHAPED,
    /** It is turned or mirrored. */
    TURNED,
    /** Its file ends too early, so that its lower part is missing. */
    CUT;

    /** As message keys have it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much the eye should worry. */
  public enum Amount {
    LITTLE,
    SOME,
    MUCH
  }

  private static final double LITTLE = 0.01;
  private static final double SOME = 0.15;

  /** Of a result that lies over its source. */
  public static Change over(
      double inside, @Nullable Double outside, Size source, Size came, BufferedImage map) {
    return new Change(inside, outside, source, came, Fit.OVER, map);
  }

  /** Of a result that does not. */
  public static Change unlike(Fit fit, Size source, Size came) {
    return new Change(0, null, source, came, fit, null);
  }

  /** Whether pixels can be compared at all. */
  public boolean framed() {
    return fit == Fit.OVER;
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
