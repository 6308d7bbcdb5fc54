package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pixels in sRGB and nothing else, so that no place, camera or name goes along (T28, I13).
 *
 * <p>PNG has alpha, JPEG does not.
 */
public final class PictureWriter {
  private PictureWriter() {}

  public static Bytes png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    png(image, out);
    return Bytes.owning(out.toByteArray());
  }

  public static void png(BufferedImage image, OutputStream out) throws IOException {
    PngEncoder.write(image, out);
  }

  /**
   * @param image without alpha
   * @param quality from 0 to 1
   */
  public static Bytes jpeg(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    jpeg(image, quality, out);
    return Bytes.owning(out.toByteArray());
  }

  public static void jpeg(BufferedImage image, float quality, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  /** Something that writes a picture. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Writes a new file, never over an existing one, and leaves none behind when it fails. */
  public static void create(Path file, Writing writing) throws IOException {
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    boolean done = false;
    try (out) {
      writing.to(out);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }
}
