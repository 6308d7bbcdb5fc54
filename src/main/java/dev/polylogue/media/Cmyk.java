package dev.polylogue.media;

import dev.polylogue.conversation.Bytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures for the press (I15, I16). JDK 25 reads every JPEG of four channels as if Adobe had
 * written it, with its values inverted, and never asks for the profile; so the channels are read
 * raw and brought to sRGB here.
 */
final class Cmyk {
  private static final int CHANNELS = 4;

  private Cmyk() {}

  static boolean is(Bytes bytes, List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      if (chunk.name().equals("SOF") && chunk.length() > 5) {
        return bytes.at(chunk.from() + 5) == CHANNELS;
      }
    }
    return false;
  }

  /**
   * @param raw the channels as they are stored
   * @param space of the profile; null where there is none, which makes the colours approximate
   */
  static BufferedImage plain(
      Raster raw, Bytes bytes, List<Chunk> chunks, @Nullable ICC_Profile space) {
    int transform = transform(bytes, chunks);
    int width = raw.getWidth();
    BufferedImage plain = new BufferedImage(width, raw.getHeight(), BufferedImage.TYPE_INT_RGB);
    ColorConvertOp conversion = space == null ? null : toScreen(space);
    WritableRaster row = Raster.createInterleavedRaster(0, width, 1, CHANNELS, null);
    WritableRaster colours = Raster.createInterleavedRaster(0, width, 1, 3, null);
    int[] inks = new int[width * CHANNELS];
    int[] rgb = new int[width * 3];
    for (int y = 0; y < raw.getHeight(); y++) {
      raw.getPixels(raw.getMinX(), raw.getMinY() + y, width, 1, inks);
      toInk(inks, transform);
      if (conversion == null) {
        simply(inks, rgb);
      } else {
        row.setPixels(0, 0, width, 1, inks);
        conversion.filter(row, colours);
        colours.getPixels(0, 0, width, 1, rgb);
      }
      plain.getRaster().setPixels(0, y, width, 1, rgb);
    }
    return plain;
  }

  private static ColorConvertOp toScreen(ICC_Profile inks) {
    return new ColorConvertOp(
        new ICC_Profile[] {inks, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
  }

  /** What Adobe says: 0 for CMYK, 2 for YCCK, both inverted; -1 when it was not Adobe. */
  private static int transform(Bytes bytes, List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      if (chunk.name().equals("APP14") && chunk.begins(bytes, "Adobe") && chunk.length() >= 12) {
        return bytes.at(chunk.from() + 11);
      }
    }
    return -1;
  }

  private static void toInk(int[] inks, int transform) {
    if (transform < 0) {
      return;
    }
    for (int i = 0; i < inks.length; i += CHANNELS) {
      double y = inks[i];
      double cb = inks[i + 1] - 128;
      double cr = inks[i + 2] - 128;
      boolean coded = transform == 2;
      inks[i] = coded ? Pixels.bounded(y + 1.402 * cr) : 255 - inks[i];
      inks[i + 1] = coded ? Pixels.bounded(y - 0.344136 * cb - 0.714136 * cr) : 255 - inks[i + 1];
      inks[i + 2] = coded ? Pixels.bounded(y + 1.772 * cb) : 255 - inks[i + 2];
      inks[i + 3] = 255 - inks[i + 3];
    }
  }

  private static void simply(int[] inks, int[] rgb) {
    for (int i = 0, o = 0; i < inks.length; i += CHANNELS, o += 3) {
      int white = 255 - inks[i + 3];
      rgb[o] = (255 - inks[i]) * white / 255;
      rgb[o + 1] = (255 - inks[i + 1]) * white / 255;
      rgb[o + 2] = (255 - inks[i + 2]) * white / 255;
    }
  }
}
