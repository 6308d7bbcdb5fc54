package dev.polylogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
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

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
