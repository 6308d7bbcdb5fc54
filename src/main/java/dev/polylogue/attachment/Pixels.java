package dev.polylogue.attachment;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures in plain sRGB, eight bits a channel. */
final class Pixels {
  private Pixels() {}

  /** The same picture in sRGB; without an alpha channel where nothing shines through. */
  static BufferedImage plain(BufferedImage image) {
    return drawn(image, image.getWidth(), image.getHeight(), !shinesThrough(image));
  }

  static boolean hasAlpha(BufferedImage image) {
    return image.getColorModel().hasAlpha();
  }

  /** Scaled by halves first, since one large step loses thin lines. */
  static BufferedImage scale(BufferedImage image, double factor) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    boolean opaque = !hasAlpha(image);
    BufferedImage now = image;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height && now.getHeight() > 1) {
      now = drawn(now, now.getWidth() / 2, now.getHeight() / 2, opaque);
    }
    return drawn(now, width, height, opaque);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height, boolean opaque) {
    BufferedImage drawn =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static boolean shinesThrough(BufferedImage image) {
    if (!hasAlpha(image)) {
      return false;
    }
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 0xff) {
          return true;
        }
      }
    }
    return false;
  }
}
