package dev.polylogue.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Which way up a photo is: a number from 1 to 8, as EXIF has it (TIFF 6.0, tag 274). */
final class Orientation {
  static final int UPRIGHT = 1;

  /** Pixels of a square that fits into the cache of a processor, lying and standing. */
  private static final int BLOCK = 64;

  private Orientation() {}

  static boolean isOnItsSide(int way) {
    return way >= 5;
  }

  /**
   * The picture turned and mirrored so that it needs no such number any more (I12).
   *
   * @param image of packed pixels
   */
  static BufferedImage bake(BufferedImage image, int way) {
    if (way == UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean side = isOnItsSide(way);
    BufferedImage turned =
        new BufferedImage(side ? height : width, side ? width : height, image.getType());
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] into = ((DataBufferInt) turned.getRaster().getDataBuffer()).getData();
    Way place = Way.of(way, width, height);
    for (int top = 0; top < height; top += BLOCK) {
      for (int left = 0; left < width; left += BLOCK) {
        int bottom = Math.min(height, top + BLOCK);
        int right = Math.min(width, left + BLOCK);
        for (int y = top; y < bottom; y++) {
          int at = place.first + y * place.down + left * place.across;
          for (int x = left; x < right; x++) {
            into[at] = from[y * width + x];
            at += place.across;
          }
        }
      }
    }
    return turned;
  }

  /**
   * Where the pixels of the stored picture come to lie in the upright one.
   *
   * @param first where the upper left one does
   * @param across how far from it its right neighbour is
   * @param down how far from it the one below is
   */
  private record Way(int first, int across, int down) {
    static Way of(int way, int w, int h) {
      int last = w * h - 1;
      return switch (way) {
        case 2 -> new Way(w - 1, -1, w);
        case 3 -> new Way(last, -1, -w);
        case 4 -> new Way(w * (h - 1), 1, -w);
        case 5 -> new Way(0, h, 1);
        case 6 -> new Way(h - 1, h, -1);
        case 7 -> new Way(last, -h, -1);
        case 8 -> new Way(h * (w - 1), -h, 1);
        default -> new Way(0, 1, w);
      };
    }
  }
}
