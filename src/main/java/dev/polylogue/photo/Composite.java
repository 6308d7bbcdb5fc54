package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;

/**
 * Keeps what lies outside the mask exactly: there every pixel is that of the source, bit by bit;
 * inside it is that of the result; at the edge they blend as the mask fades.
 */
public final class Composite {
  private Composite() {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param picture of the size of the source
     */
    record Made(BufferedImage picture) implements Outcome {}

    /**
     * @param reason a sentence for the user
     */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Puts both together. Blocks.
   *
   * @param source in sRGB, as {@link Pixels} has it
   * @param result of whatever size
   * @param mask feathered already, if at all; of whatever size
   */
  public static Outcome of(BufferedImage source, BufferedImage result, Levels mask) {
    Size size = new Size(source.getWidth(), source.getHeight());
    Size came = new Size(result.getWidth(), result.getHeight());
    if (!came.hasShapeOf(size)) {
      return new Outcome.Refused(
          ("The result has other proportions (%s instead of %s), so that it does not lie over the"
                  + " source. Ask for the size of the source.")
              .formatted(came, size));
    }
    BufferedImage scaled = Pixels.scale(result, size.width(), size.height());
    Levels levels = mask.scaled(size);
    if (levels.share() == 0) {
      return new Outcome.Refused("The mask covers nothing, so that nothing would be left.");
    }
    return Registration.trouble(source, scaled, levels)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Made(blended(source, scaled, levels)));
  }

  /** The same, or the result as it came where that is refused. Blocks. */
  public static BufferedImage whereItFits(BufferedImage source, BufferedImage result, Levels mask) {
    return of(source, result, mask) instanceof Outcome.Made made ? made.picture() : result;
  }

  private static BufferedImage blended(BufferedImage source, BufferedImage result, Levels mask) {
    int[] kept = Pixels.data(source);
    int[] made = Pixels.data(result);
    int opaqueMade = Pixels.hasAlpha(result) ? 0 : 0xff000000;
    int opaqueKept = Pixels.hasAlpha(source) ? 0 : 0xff000000;
    boolean alpha = opaqueKept == 0 || opaqueMade == 0;
    BufferedImage picture =
        new BufferedImage(
            source.getWidth(),
            source.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] data = Pixels.data(picture);
    int bits = alpha ? 0xffffffff : 0x00ffffff;
    for (int i = 0; i < data.length; i++) {
      data[i] = blend(kept[i] | opaqueKept, made[i] | opaqueMade, mask.at(i)) & bits;
    }
    return picture;
  }

  private static int blend(int kept, int made, int level) {
    if (level == 0) {
      return kept;
    }
    if (level == Levels.ALL) {
      return made;
    }
    int alphaKept = (kept >>> 24) * (Levels.ALL - level);
    int alphaMade = (made >>> 24) * level;
    int weight = alphaKept + alphaMade;
    if (weight == 0) {
      return 0;
    }
    int colour = (weight + Levels.ALL / 2) / Levels.ALL;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int mixed = (kept >> shift & 0xff) * alphaKept + (made >> shift & 0xff) * alphaMade;
      colour = colour << 8 | (mixed + weight / 2) / weight;
    }
    return colour;
  }
}
