package dev.polylogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PNG files of our own writing: exact, small, and with nothing in them but pixels. */
class PngEncoderTest {
  private static void assertExact(BufferedImage image) throws Exception {
    Bytes png = PictureWriter.png(image);
    BufferedImage read = Made.read(png);
    int width = image.getWidth();
    int height = image.getHeight();
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
    assertThat(read.getColorModel().hasAlpha()).isEqualTo(Pixels.hasAlpha(image));
    assertThat(read.getRGB(0, 0, width, height, null, 0, width))
        .isEqualTo(image.getRGB(0, 0, width, height, null, 0, width));
    assertThat(Chunk.of(png, FileKind.PNG).stream().map(Chunk::name).distinct())
        .containsExactly("IHDR", "IDAT", "IEND");
  }

  /** Left a gradient, in the middle flat, on the right noise, and all of it half transparent. */
  private static BufferedImage mixed(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Random random = new Random(3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int third = 3 * x / width;
        int colour =
            third == 0 ? (x + y & 0xff) * 0x10101 : third == 1 ? 0x336699 : random.nextInt();
        image.setRGB(x, y, (y & 0xff) << 24 | colour & 0xffffff);
      }
    }
    return image;
  }

  @Test
  void everyPixelComesBack() throws Exception {
    for (int type :
        List.of(
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR)) {
      assertExact(mixed(1, 1, type));
      assertExact(mixed(1, 700, type));
      assertExact(mixed(1031, 3, type));
      assertExact(mixed(613, 509, type));
    }
    assertExact(Made.noise(400, 300));
  }

  @Test
  void partsOfAllKindsInOnePictureComeBack() throws Exception {
    BufferedImage image = new BufferedImage(700, 2400, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.drawImage(Made.noise(700, 800), 0, 0, null);
    pen.setColor(Color.ORANGE);
    pen.fillRect(0, 800, 700, 800);
    pen.drawImage(mixed(700, 400, BufferedImage.TYPE_INT_RGB), 0, 1600, null);
    pen.dispose();
    assertExact(image);
  }

  @Test
  void whatIsHiddenUnderFullTransparencyIsKept() throws Exception {
    BufferedImage clear = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x00ff8040);
    assertThat(Made.read(PictureWriter.png(clear)).getRGB(0, 0)).isEqualTo(0x00ff8040);
  }

  @Test
  void aGradientAndADrawingAreSmall() throws Exception {
    BufferedImage gradient = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 1200; y++) {
      for (int x = 0; x < 1600; x++) {
        gradient.setRGB(x, y, x * 255 / 1600 << 16 | y * 255 / 1200 << 8 | (x + y) * 255 / 2800);
      }
    }
    assertThat(PictureWriter.png(gradient).size()).isLessThan(40_000);
    assertThat(PictureWriter.png(Made.halves(1600, 1200)).size()).isLessThan(12_000);
  }

  @Test
  void noiseGrowsByNextToNothing() throws Exception {
    assertThat(PictureWriter.png(Made.noise(1000, 1000)).size()).isLessThan(3_010_000);
  }

  @Test
  void itIsAWellFormedFile() throws Exception {
    Bytes png = PictureWriter.png(Made.halves(3, 2));
    List<Chunk> chunks = Chunk.of(png, FileKind.PNG);
    Chunk last = chunks.getLast();
    assertThat(last.name()).isEqualTo("IEND");
    assertThat(last.from() + 4).isEqualTo(png.size());
    String head = new String(png.head(16), StandardCharsets.ISO_8859_1);
    assertThat(head).startsWith("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
  }
}
