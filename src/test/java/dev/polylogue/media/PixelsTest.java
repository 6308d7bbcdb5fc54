package dev.polylogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelsTest {
  /** Shadows and glows are such pixels, and are to be the same after an edit elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_ARGB})
  void pixelsThatHalfShineThroughStayAsTheyAre(int type) {
    Random random = new Random(7);
    BufferedImage image = new BufferedImage(256, 64, type);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int alpha = 0; alpha < image.getWidth(); alpha++) {
        image.setRGB(alpha, y, alpha << 24 | random.nextInt(1 << 24));
      }
    }
    assertThat(rgb(Pixels.plain(image, null))).isEqualTo(rgb(image));
  }

  /** Java takes grey values with an alpha channel for linear light, which would make them paler. */
  @Test
  void greysStayAsTheyAreInAnotherSize_I17() {
    ColorModel greys =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, 0);
    WritableRaster raster = greys.createCompatibleWritableRaster(30, 20);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        raster.setPixel(x, y, new int[] {100, 255});
      }
    }
    BufferedImage image = new BufferedImage(greys, raster, false, null);
    assertThat(rgb(Pixels.plain(Pixels.fit(image, 21), null))).containsOnly(0xff646464);
  }

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
