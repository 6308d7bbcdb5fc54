package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PyramidTest {
  private static BufferedImage picture(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void aSmallViewIsDrawnFromASmallCopy() {
    Pyramid pyramid = Pyramid.of(picture(2400, 1600));

    assertThat(pyramid.level(1).scale()).isEqualTo(1);
    assertThat(pyramid.level(0.6).scale()).isEqualTo(1);
    assertThat(pyramid.level(0.5).scale()).isEqualTo(0.5);
    assertThat(pyramid.level(0.2).scale()).isEqualTo(0.25);
    assertThat(pyramid.level(8).scale()).isEqualTo(1);
  }

  @Test
  void aLevelIsNeverMoreThanTwiceAsLargeAsTheScreenNeeds() {
    Pyramid pyramid = Pyramid.of(picture(3000, 2000));

    for (double scale = 0.09; scale < 1; scale += 0.01) {
      assertThat(pyramid.level(scale).scale()).isBetween(scale * 0.99, scale * 2.01);
    }
  }

  @Test
  void aVeryLargePictureKeepsNoCopyOfFullSize() {
    Pyramid pyramid = Pyramid.of(picture(6000, 4000));

    assertThat(pyramid.width()).isEqualTo(6000);
    assertThat(pyramid.isWhole()).isFalse();
    assertThat(pyramid.bytes()).isLessThan(40L << 20);
  }

  @Test
  void onlyAPictureWithAlphaShowsWhatLiesBehindIt() {
    assertThat(Pyramid.of(picture(10, 10)).opaque()).isTrue();
    assertThat(Pyramid.of(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB)).opaque())
        .isFalse();
  }

  @Test
  void squaresCoverEveryPixelOnce() {
    BufferedImage picture = picture(1100, 700);

    assertThat(Level.of(picture, 1).squares()).hasSize(3 * 2);
    assertThat(Level.cut(picture, 600, 0, 1100, 100)).hasSize(2);
  }
}
