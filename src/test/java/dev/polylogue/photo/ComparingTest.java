package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.FileKind;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.PictureReader;
import dev.polylogue.media.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed, and keeping the rest. */
class ComparingTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;

  /** Something with outlines everywhere. */
  private static BufferedImage scene(int dx) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillRect(random.nextInt(WIDTH) + dx - 20, random.nextInt(HEIGHT) - 20, 37, 23);
    }
    pen.dispose();
    return image;
  }

  private static Levels leftHalf() {
    Mask mask = new Mask(new Size(WIDTH, HEIGHT));
    mask.rectangle(new Area(0, 0, WIDTH / 2, HEIGHT), false);
    return mask.freeze().levels();
  }

  private static BufferedImage painted(BufferedImage image, int x, int y, int w, int h) {
    BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = copy.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.setColor(Color.GREEN);
    pen.fillRect(x, y, w, h);
    pen.dispose();
    return copy;
  }

  @Test
  void sharesAreCountedInsideAndOutsideTheMask() {
    BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Difference difference = Difference.of(grey, painted(grey, 100, 0, 150, HEIGHT), leftHalf());
    assertThat(difference.inside()).isCloseTo(0.5, within(1e-9));
    assertThat(difference.outside()).isCloseTo(0.25, within(1e-9));
    assertThat(difference.scaled()).isFalse();
    assertThat(difference.heat().getRGB(120, 10) >>> 24).isGreaterThan(200);
    assertThat(difference.heat().getRGB(10, 10)).isZero();
  }

  @Test
  void whatNobodySeesIsNoChangeAndAnotherSizeIsScaled() {
    BufferedImage one = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    BufferedImage two = new BufferedImage(WIDTH / 2, HEIGHT / 2, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(Pixels.data(one), 0x808080);
    Arrays.fill(Pixels.data(two), 0x838180);
    Difference difference = Difference.of(one, two, null);
    assertThat(difference.outside()).isZero();
    assertThat(difference.inside()).isNaN();
    assertThat(difference.scaled()).isTrue();
  }

  private static BufferedImage filled(int rgb) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(Pixels.data(image), rgb);
    return image;
  }

  private static double changed(int rgb, int other) {
    return Difference.of(filled(rgb), filled(other), null).outside();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0x808080, 0xf0f0f0, 0xf0f000, 0x0000f0})
  void everyChannelCountsAlikeInLightAndDarkFromTheToleranceOn(int colour) {
    for (int other : new int[] {0x070707, 0x0c0000, 0x000c00, 0x00000c}) {
      assertThat(changed(colour, colour + other)).as("%06x + %06x", colour, other).isOne();
    }
    for (int other : new int[] {0x060606, 0x0b0000, 0x000b00, 0x00000b}) {
      assertThat(changed(colour, colour + other)).as("%06x + %06x", colour, other).isZero();
    }
  }

  private static BufferedImage read(Bytes jpeg) throws MediaException {
    return new PictureReader(System::nanoTime)
        .read(jpeg, FileKind.JPEG, "photo", Integer.MAX_VALUE, () -> false)
        .image();
  }

  @Test
  void whatAnotherCompressionAloneChangesIsHardlyAnything() throws Exception {
    Bytes file = Bytes.owning(Files.readAllBytes(Path.of("resources/samples/bay.jpg")));
    BufferedImage photo = read(file);
    BufferedImage again = read(Made.written(photo, "jpg"));
    assertThat(Pixels.data(again)).isNotEqualTo(Pixels.data(photo));
    assertThat(Difference.of(photo, again, null).outside()).isLessThan(0.01);
  }

  @Test
  void anAlphaChannelThroughWhichNothingShinesIsNoChange() {
    BufferedImage opaque = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Arrays.fill(Pixels.data(opaque), 0xff808080);
    assertThat(Difference.of(filled(0x808080), opaque, null).outside()).isZero();
    Arrays.fill(Pixels.data(opaque), 0x00808080);
    assertThat(Difference.of(filled(0x808080), opaque, null).outside()).isOne();
  }

  @Test
  void outsideTheMaskEveryPixelIsThatOfTheSource() {
    BufferedImage source = scene(0);
    BufferedImage result = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] one = Pixels.data(source);
    int[] two = Pixels.data(result);
    for (int i = 0; i < one.length; i++) {
      two[i] = one[i] ^ 0x0f0f0f;
    }
    Levels mask = leftHalf().feathered(9);
    assertThat(Composite.of(source, result, mask))
        .isInstanceOfSatisfying(
            Composite.Outcome.Made.class,
            made -> {
              int between = 0;
              for (int i = 0; i < one.length; i++) {
                int pixel = made.picture().getRGB(i % WIDTH, i / WIDTH) & 0xffffff;
                if (mask.at(i) == 0) {
                  assertThat(pixel).isEqualTo(one[i] & 0xffffff);
                } else if (mask.at(i) == 255) {
                  assertThat(pixel).isEqualTo(two[i] & 0xffffff);
                } else {
                  between++;
                }
              }
              assertThat(between).as("blended pixels").isGreaterThan(HEIGHT * 5);
            });
  }

  @Test
  void aResultOfHalfTheSizeIsScaledUpInsideOnly() {
    BufferedImage source = scene(0);
    BufferedImage small = Pixels.scale(painted(source, 0, 0, 150, HEIGHT), 200, 150);
    assertThat(Composite.of(source, small, leftHalf()))
        .isInstanceOfSatisfying(
            Composite.Outcome.Made.class,
            made -> {
              assertThat(made.picture().getRGB(50, 50)).isEqualTo(Color.GREEN.getRGB());
              assertThat(made.picture().getRGB(333, 77)).isEqualTo(source.getRGB(333, 77));
            });
  }

  /** A file of the sample, in a square where that is wanted. */
  private static BufferedImage sample(boolean square) throws Exception {
    Bytes file = Bytes.owning(Files.readAllBytes(Path.of("resources/samples/bay.jpg")));
    return square ? Pixels.scale(read(file), 400, 400) : Pixels.scale(read(file), 400, 300);
  }

  private static BufferedImage laid(BufferedImage image, double a, double b, double c, double d) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage laid = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = laid.createGraphics();
    pen.translate(width / 2.0, height / 2.0);
    pen.transform(new AffineTransform(a, b, c, d, 0, 0));
    pen.drawImage(image, -width / 2, -height / 2, null);
    pen.dispose();
    return laid;
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,-1,0,true", "-1,0,0,-1,true", "0,-1,1,0,true", "-1,0,0,1,true", "1,0,0,-1,true",
    "0,1,1,0,true", "0,-1,-1,0,true", "-1,0,0,-1,false", "-1,0,0,1,false", "1,0,0,-1,false"
  })
  void whatIsTurnedOrMirroredIsSeenEvenDarkened(int a, int b, int c, int d, boolean square)
      throws Exception {
    BufferedImage photo = sample(square);
    BufferedImage turned = laid(photo, a, b, c, d);
    assertThat(Symmetry.isTurned(photo, turned, null)).isTrue();
    BufferedImage dark = new RescaleOp(0.6f, 10, null).filter(turned, null);
    assertThat(Symmetry.isTurned(photo, dark, null)).isTrue();
    assertThat(Composite.of(photo, turned, leftHalf().scaled(size(photo))))
        .isInstanceOfSatisfying(
            Composite.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("turned or mirrored"));
  }

  private static Size size(BufferedImage image) {
    return new Size(image.getWidth(), image.getHeight());
  }

  @Test
  void whatWasOnlyEditedIsNotTakenForTurned() throws Exception {
    for (boolean square : new boolean[] {true, false}) {
      BufferedImage photo = sample(square);
      assertThat(Symmetry.isTurned(photo, photo, null)).isFalse();
      assertThat(Symmetry.isTurned(photo, new RescaleOp(-1f, 255, null).filter(photo, null), null))
          .as("inverted")
          .isFalse();
      assertThat(Symmetry.isTurned(photo, painted(photo, 0, 0, 400, 200), null)).isFalse();
      assertThat(Symmetry.isTurned(photo, laid(photo, 1.2, 0, 0, 1.2), null)).isFalse();
    }
    assertThat(Symmetry.isTurned(scene(0), scene(6), null)).isFalse();
    assertThat(Symmetry.isTurned(filled(0x808080), filled(0x818181), null)).isFalse();
  }

  @Test
  void anotherFramingIsRefusedWithTheReason() {
    BufferedImage square = Pixels.scale(scene(0), 300, 300);
    assertThat(Composite.of(scene(0), square, leftHalf()))
        .isInstanceOfSatisfying(
            Composite.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("other proportions"));
    assertThat(Composite.of(scene(0), scene(3), leftHalf()))
        .isInstanceOfSatisfying(
            Composite.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("moved by about 3 pixels"));
    assertThat(Composite.of(scene(0), scene(0), new Levels(new Size(4, 3), new byte[12])))
        .isInstanceOf(Composite.Outcome.Refused.class);
  }
}
