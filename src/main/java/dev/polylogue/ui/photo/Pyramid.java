package dev.polylogue.ui.photo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in falling sizes, each half of the one before and cut into small squares, so that only
 * what is seen is drawn, and never at more than twice the size of the screen. Any thread; does not
 * change.
 */
public final class Pyramid {
  /** Larger pictures keep no squares of full size; see {@link PictureView.Detail}. */
  static final long MOST_PIXELS = 8_000_000;

  private static final int SMALLEST = 256;

  private final int width;
  private final int height;
  private final boolean opaque;
  private final List<Level> levels;

  private Pyramid(int width, int height, boolean opaque, List<Level> levels) {
    this.width = width;
    this.height = height;
    this.opaque = opaque;
    this.levels = List.copyOf(levels);
  }

  /** Takes its time: never on the FX thread. */
  public static Pyramid of(BufferedImage picture) {
    List<Level> levels = new ArrayList<>();
    BufferedImage now = picture;
    if ((long) now.getWidth() * now.getHeight() <= MOST_PIXELS) {
      levels.add(Level.of(now, 1));
    }
    while (Math.max(now.getWidth(), now.getHeight()) > SMALLEST || levels.isEmpty()) {
      now = halved(now);
      levels.add(Level.of(now, (double) now.getWidth() / picture.getWidth()));
    }
    boolean opaque = !picture.getColorModel().hasAlpha();
    return new Pyramid(picture.getWidth(), picture.getHeight(), opaque, levels);
  }

  /** At exactly half, the mean of two neighbours in each direction is the mean of four pixels. */
  private static BufferedImage halved(BufferedImage picture) {
    int width = Math.max(1, picture.getWidth() / 2);
    int height = Math.max(1, picture.getHeight() / 2);
    int kind =
        picture.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB_PRE
            : BufferedImage.TYPE_INT_RGB;
    BufferedImage half = new BufferedImage(width, height, kind);
    Graphics2D pen = half.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return half;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether nothing shines through anywhere. */
  boolean opaque() {
    return opaque;
  }

  /** Bytes that it holds. */
  long bytes() {
    return levels.stream().mapToLong(Level::bytes).sum();
  }

  /** Whether there are squares of full size. */
  boolean isWhole() {
    return levels.getFirst().scale() == 1;
  }

  /** The smallest level that has a pixel for each pixel of the screen, else the largest. */
  Level level(double scale) {
    Level best = levels.getFirst();
    for (Level level : levels) {
      if (level.scale() >= scale * 0.999) {
        best = level;
      }
    }
    return best;
  }
}
