package dev.polylogue.attachment;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.polylogue.conversation.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture, once its header says that it can be (I08, I09). */
final class PictureReader {
  private static final int MOST_SIDE = 16_384;
  private static final long MOST_PIXELS = 100_000_000;
  private static final int PIXEL_BYTES = 4;

  private PictureReader() {}

  /**
   * The first picture of the file, upright.
   *
   * @param enough in pixels; a larger picture is read coarsely, with its longer side at least so
   *     long
   * @throws AttachmentException when it is damaged, cut off (I04) or too large to be decoded
   */
  static BufferedImage read(Bytes bytes, FileKind kind, String name, int enough)
      throws AttachmentException {
    CutListener listener = new CutListener();
    ImageReader reader = reader(kind);
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toArray()))) {
      reader.setInput(in, false, true);
      reader.addIIOReadWarningListener(listener);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkSize(width, height, name);
      ImageReadParam coarse = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / enough);
      coarse.setSourceSubsampling(step, step, 0, 0);
      BufferedImage read = reader.read(0, coarse);
      if (listener.cut) {
        throw new AttachmentException(
            name + " is damaged: its lower part is missing. Get it again from where it came from.");
      }
      return Orientation.bake(Pixels.plain(read), Orientation.of(bytes));
    } catch (IOException | RuntimeException e) {
      throw new AttachmentException(
          "%s is %s, but it is damaged. Get it again from where it came from."
              .formatted(name, kind.words()),
          e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(FileKind kind) {
    return kind == FileKind.WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
  }

  private static void checkSize(int width, int height, String name) throws AttachmentException {
    long pixels = (long) width * height;
    if (Math.max(width, height) > MOST_SIDE || pixels > MOST_PIXELS) {
      throw new AttachmentException(
          String.format(
              Locale.ROOT,
              "%s has %,d × %,d pixels, which is too large: at most %,d on a side and %d million in"
                  + " all are accepted.",
              name,
              width,
              height,
              MOST_SIDE,
              MOST_PIXELS / 1_000_000));
    }
    if (pixels * PIXEL_BYTES > Runtime.getRuntime().maxMemory() / 4) {
      throw new AttachmentException(
          String.format(
              Locale.ROOT,
              "%s has %,d × %,d pixels, which is too large for the memory of this program. Make it"
                  + " smaller.",
              name,
              width,
              height));
    }
  }

  /** A JPEG that ends too early is only warned of. */
  private static final class CutListener implements IIOReadWarningListener {
    boolean cut;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String words = warning.toLowerCase(Locale.ROOT);
      cut |= words.contains("premature end") || words.contains("missing eoi");
    }
  }
}
