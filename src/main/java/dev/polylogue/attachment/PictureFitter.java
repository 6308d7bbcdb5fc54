package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileNames;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Brings a picture into a form that every provider takes: PNG or JPEG, with the narrowest limits
 * there are, which are Anthropic's: 5 MB in Base64 and 8000 pixels on a side.
 */
final class PictureFitter {
  static final int MOST_BYTES = 3_750_000;
  static final int MOST_SIDE = 8000;

  private static final float QUALITY = 0.92f;

  private PictureFitter() {}

  /**
   * @param photo came with losses, so that it may go on with some
   */
  static Attachment fit(BufferedImage image, boolean photo, String name) throws IOException {
    BufferedImage now = Pixels.fit(image, MOST_SIDE);
    boolean opaque = !Pixels.hasAlpha(now);
    boolean lossy = photo && opaque;
    while (true) {
      Bytes written = lossy ? PictureWriter.jpeg(now, QUALITY) : PictureWriter.png(now);
      if (written.size() <= MOST_BYTES) {
        return lossy
            ? new Attachment(written, "image/jpeg", FileNames.typed(name, ".jpg"))
            : new Attachment(written, "image/png", FileNames.typed(name, ".png"));
      }
      if (opaque && !lossy) {
        lossy = true;
      } else {
        double fitting = Math.sqrt((double) MOST_BYTES / written.size());
        now = Pixels.scale(now, Math.min(0.9, fitting));
      }
    }
  }
}
