package dev.polylogue.attachment;

import dev.polylogue.conversation.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pixels and nothing else, so that no place, camera or name goes along (T28, I13), in a form
 * that every provider takes: PNG or JPEG, with the narrowest limits there are, which are
 * Anthropic's: 5 MB in Base64 and 8000 pixels on a side.
 */
final class PictureWriter {
  static final int MOST_BYTES = 3_750_000;
  static final int MOST_SIDE = 8000;

  private static final float QUALITY = 0.92f;

  private PictureWriter() {}

  /**
   * @param photo came with losses, so that it may go on with some
   */
  static Attachment write(BufferedImage image, boolean photo, String name) throws IOException {
    double longer = Math.max(image.getWidth(), image.getHeight());
    BufferedImage now = longer > MOST_SIDE ? Pixels.scale(image, MOST_SIDE / longer) : image;
    boolean opaque = !Pixels.hasAlpha(now);
    boolean lossy = photo && opaque;
    while (true) {
      Bytes written = lossy ? jpeg(now) : png(now);
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

  static Bytes png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    return written(writer, writer.getDefaultWriteParam(), image, out);
  }

  private static Bytes jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(QUALITY);
    return written(writer, how, image, out);
  }

  private static Bytes written(
      ImageWriter writer, ImageWriteParam how, BufferedImage image, ByteArrayOutputStream out)
      throws IOException {
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return Bytes.owning(out.toByteArray());
  }
}
