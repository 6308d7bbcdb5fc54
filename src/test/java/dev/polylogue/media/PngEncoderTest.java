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
  private static BufferedImage decoded(Bytes png) throws Exception {
    return new PictureReader(System::nanoTime)
        .read(png, FileKind.PNG, "a.png", Integer.MAX_VALUE, () -> false)
        .image();
  }

  /** In {@code IHDR}: bits a channel, then 0 for grey, 2 for RGB, 3 for a palette, 6 for RGBA. */
  private static List<Integer> form(Bytes png) {
    byte[] head = png.head(26);
    return List.of((int) head[24], (int) head[25]);
  }

  /** Every pixel is one of so many colours, in no order. */
  private static BufferedImage coloured(int width, int height, int colours, boolean grey) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shade = random.nextInt(colours) * 255 / Math.max(1, colours - 1);
        image.setRGB(x, y, grey ? shade * 0x10101 : shade << 16 | 255 - shade << 8 | 0x33);
      }
    }
    return image;
  }

  @Test
  void fewColoursAndGreysTakeAsFewBitsAsTheyNeedAndComeBack() throws Exception {
    for (int width : List.of(1, 7, 8, 9, 61)) {
      for (int colours : List.of(1, 2, 3, 4, 5, 16, 17, 200, 256)) {
        assertExact(coloured(width, 70, colours, false));
        assertExact(coloured(width, 70, colours, true));
      }
    }
    assertThat(form(PictureWriter.png(coloured(99, 99, 2, true)))).containsExactly(1, 0);
    assertThat(form(PictureWriter.png(coloured(99, 99, 16, true)))).containsExactly(4, 0);
    assertThat(form(PictureWriter.png(coloured(99, 99, 3, true)))).containsExactly(2, 3);
    assertThat(form(PictureWriter.png(coloured(99, 99, 256, true)))).containsExactly(8, 0);
    assertThat(form(PictureWriter.png(coloured(99, 99, 2, false)))).containsExactly(1, 3);
    assertThat(form(PictureWriter.png(coloured(99, 99, 200, false)))).containsExactly(8, 3);
    assertThat(form(PictureWriter.png(Made.noise(99, 99)))).containsExactly(8, 2);
  }

  @Test
  void aLargeDrawingOfFewColoursIsOneToo() throws Exception {
    BufferedImage large = coloured(2000, 1500, 16, false);
    assertThat(form(PictureWriter.png(large))).containsExactly(4, 3);
    assertExact(large);
  }

  /** Providers want an alpha channel of a mask. */
  @Test
  void whatShinesThroughStaysInFull_I29() throws Exception {
    BufferedImage mask = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB);
    assertThat(form(PictureWriter.png(mask))).containsExactly(8, 6);
  }

  private static void assertExact(BufferedImage image) throws Exception {
    Bytes png = PictureWriter.png(image);
    BufferedImage read = decoded(png);
    int width = image.getWidth();
    int height = image.getHeight();
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
    assertThat(read.getRGB(0, 0, width, height, null, 0, width))
        .isEqualTo(image.getRGB(0, 0, width, height, null, 0, width));
    assertThat(Chunk.of(png, FileKind.PNG).stream().map(Chunk::name).distinct())
        .containsSubsequence("IHDR", "IDAT", "IEND")
        .isSubsetOf("IHDR", "PLTE", "IDAT", "IEND");
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
