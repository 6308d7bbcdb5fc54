package dev.polylogue.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in plain sRGB, eight bits a channel: {@link BufferedImage#TYPE_INT_RGB}, or {@link
 * BufferedImage#TYPE_INT_ARGB} where something shines through.
 */
public final class Pixels {
  private Pixels() {}

  /**
   * The same picture in sRGB; without an alpha channel where nothing shines through. The one that
   * is given may be changed, and is not to be used any more.
   *
   * @param profile of its colours; null where the picture itself says all
   */
  static BufferedImage plain(BufferedImage image, @Nullable ICC_Profile profile) {
    ColorModel colours = image.getColorModel();
    if (isGrey(image)) {
      return opaque(grey(image));
    }
    BufferedImage raw = image;
    ICC_Profile from = profile;
    if (colours instanceof ComponentColorModel
        && colours.getColorSpace() instanceof ICC_ColorSpace space
        && !space.isCS_sRGB()
        && colours.getNumColorComponents() == 3) {
      raw = unprofiled(image);
      from = profile == null ? Profile.unusual(space.getProfile()) : profile;
    }
    boolean isPlain = isWanted(raw) && raw.getRaster().getParent() == null;
    BufferedImage drawn = opaque(isPlain ? raw : drawn(raw, raw.getWidth(), raw.getHeight()));
    return from == null ? drawn : converted(drawn, from);
  }

  private static boolean isWanted(BufferedImage image) {
    int type = image.getType();
    return type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB;
  }

  /** The same numbers, taken for sRGB: Java converts single pixels, a hundred times slower. */
  private static BufferedImage unprofiled(BufferedImage image) {
    ColorModel model = image.getColorModel();
    ColorModel plain =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            model.hasAlpha(),
            model.isAlphaPremultiplied(),
            model.getTransparency(),
            model.getTransferType());
    return new BufferedImage(plain, image.getRaster(), model.isAlphaPremultiplied(), null);
  }

  private static boolean isGrey(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    return colours instanceof ComponentColorModel
        && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * Grey values as they are. Java takes those of a file for linear light, which would make them
   * paler (I17).
   */
  private static BufferedImage grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int bits = image.getColorModel().getComponentSize(0);
    int most = (1 << bits) - 1;
    BufferedImage plain = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_ARGB);
    int[] into = data(plain);
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int value = (row[x * bands] * 255 + most / 2) / most;
        int alpha = bands == 1 ? 255 : (row[x * bands + 1] * 255 + most / 2) / most;
        into[y * width + x] = alpha << 24 | value * 0x10101;
      }
    }
    return plain;
  }

  /** From the colours of a profile, such as those of a wide-gamut screen, to sRGB (I19). */
  private static BufferedImage converted(BufferedImage image, ICC_Profile profile) {
    int width = image.getWidth();
    ColorConvertOp conversion =
        new ColorConvertOp(
            new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    int rows = Math.max(1, (1 << 18) / width);
    int[] data = data(image);
    byte[] bytes = new byte[rows * width * 3];
    for (int y = 0; y < image.getHeight(); y += rows) {
      int count = Math.min(rows, image.getHeight() - y) * width;
      WritableRaster raster = strip(bytes, width, count / width);
      for (int i = 0; i < count; i++) {
        int pixel = data[y * width + i];
        bytes[3 * i] = (byte) (pixel >> 16);
        bytes[3 * i + 1] = (byte) (pixel >> 8);
        bytes[3 * i + 2] = (byte) pixel;
      }
      byte[] out = new byte[bytes.length];
      conversion.filter(raster, strip(out, width, count / width));
      for (int i = 0; i < count; i++) {
        data[y * width + i] =
            data[y * width + i] & 0xff000000
                | (out[3 * i] & 0xff) << 16
                | (out[3 * i + 1] & 0xff) << 8
                | out[3 * i + 2] & 0xff;
      }
    }
    return image;
  }

  private static WritableRaster strip(byte[] bytes, int width, int height) {
    return Raster.createInterleavedRaster(
        new DataBufferByte(bytes, width * height * 3),
        width,
        height,
        width * 3,
        3,
        new int[] {0, 1, 2},
        null);
  }

  public static boolean hasAlpha(BufferedImage image) {
    return image.getColorModel().hasAlpha();
  }

  /** No longer than that on its longer side; the same one when it fits. */
  public static BufferedImage fit(BufferedImage image, int side) {
    double longer = Math.max(image.getWidth(), image.getHeight());
    return longer <= side ? image : scale(image, side / longer);
  }

  /** Of the same proportions, at least one pixel each way. */
  public static BufferedImage scale(BufferedImage image, double factor) {
    return scale(
        image,
        Math.max(1, (int) Math.round(image.getWidth() * factor)),
        Math.max(1, (int) Math.round(image.getHeight() * factor)));
  }

  /** Scaled by halves first, since one large step loses thin lines. */
  public static BufferedImage scale(BufferedImage image, int width, int height) {
    BufferedImage now = image;
    while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height && now.getHeight() > 1) {
      BufferedImage halved = halved(now);
      now = halved == null ? drawn(now, now.getWidth() / 2, now.getHeight() / 2) : halved;
    }
    return now.getWidth() == width && now.getHeight() == height ? now : drawn(now, width, height);
  }

  /** Half as wide and high, in the same colours; null unless it is of opaque bytes. */
  private static @Nullable BufferedImage halved(BufferedImage image) {
    Raster raster = image.getRaster();
    if (hasAlpha(image)
        || raster.getTransferType() != DataBuffer.TYPE_BYTE
        || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
        || raster.getParent() != null) {
      return null;
    }
    int bands = model.getPixelStride();
    int stride = model.getScanlineStride();
    byte[] from = ((DataBufferByte) raster.getDataBuffer()).getData();
    WritableRaster half =
        raster.createCompatibleWritableRaster(raster.getWidth() / 2, raster.getHeight() / 2);
    byte[] into = ((DataBufferByte) half.getDataBuffer()).getData();
    int width = half.getWidth() * bands;
    for (int y = 0; y < half.getHeight(); y++) {
      int above = 2 * y * stride;
      for (int x = 0, left = above; x < width; x += bands, left += 2 * bands) {
        for (int band = left; band < left + bands; band++) {
          int sum =
              (from[band] & 0xff)
                  + (from[band + bands] & 0xff)
                  + (from[band + stride] & 0xff)
                  + (from[band + stride + bands] & 0xff);
          into[y * width + x + band - left] = (byte) (sum + 2 >> 2);
        }
      }
    }
    return new BufferedImage(image.getColorModel(), half, image.isAlphaPremultiplied(), null);
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage drawn =
        new BufferedImage(
            width,
            height,
            hasAlpha(image) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    // Drawn over nothing, what half shines through would be rounded.
    pen.setComposite(AlphaComposite.Src);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(isGrey(image) ? grey(image) : image, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  /**
   * The pixels of such a picture themselves, row by row, {@code 0xAARRGGBB}; without an alpha
   * channel, the upper byte may be anything.
   */
  public static int[] data(BufferedImage plain) {
    return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
  }

  /** A picture of these pixels, which are not copied. */
  public static BufferedImage of(int[] argb, int width, int height) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(argb, width * height),
            width,
            height,
            width,
            new int[] {0xff0000, 0xff00, 0xff, 0xff000000},
            null);
    return new BufferedImage(image.getColorModel(), raster, false, null);
  }

  /** How light a pixel is to the eye, from 0 to 255; its upper byte may be anything. */
  public static int light(int argb) {
    return ((argb >> 16 & 0xff) * 77 + (argb >> 8 & 0xff) * 150 + (argb & 0xff) * 29) >> 8;
  }

  /** Nearest whole number from 0 to 255. */
  public static int bounded(double value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
  }

  /** Without an alpha channel, unless something shines through. */
  private static BufferedImage opaque(BufferedImage plain) {
    if (!hasAlpha(plain)) {
      return plain;
    }
    int[] data = data(plain);
    for (int pixel : data) {
      if (pixel >>> 24 != 0xff) {
        return plain;
      }
    }
    BufferedImage opaque =
        new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
    System.arraycopy(data, 0, data(opaque), 0, data.length);
    return opaque;
  }
}
