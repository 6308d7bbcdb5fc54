package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureWriter;
import dev.polylogue.media.Pixels;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was moved, scaled or turned does not lie over its source; what was only edited does. */
class ReframingTest {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;

  /** The shipped photo, and pictures that have little of what a photo has. */
  private enum Scene {
    BAY,
    TEXTURE,
    SKY,
    GRADIENTS,
    FLAT;

    BufferedImage picture() {
      Random random = new Random(5);
      return switch (this) {
        case BAY -> bay();
        case TEXTURE -> each((x, y) -> Pixels.bounded(128 + random.nextGaussian() * 40) * 0x10101);
        case SKY -> drawn(ReframingTest::sky);
        case GRADIENTS ->
            each(
                (x, y) ->
                    Pixels.bounded(
                            128
                                + 60 * Math.sin(x / 310.0 + y / 700.0)
                                + 50 * Math.cos(y / 260.0 - x / 900.0))
                        * 0x10101);
        case FLAT -> each((x, y) -> Pixels.bounded(128 + random.nextGaussian() * 5) * 0x10101);
      };
    }
  }

  /** What a model may do outside the mask without moving anything. */
  private enum Edited {
    NOTHING,
    OTHER_COLOURS,
    NEGATIVE,
    DARK,
    LIT_FROM_ONE_SIDE,
    DARK_CORNERS,
    NOISE,
    HARD_COMPRESSION,
    BLUR,
    OTHER_OBJECTS;

    BufferedImage of(BufferedImage source) {
      Random random = new Random(1);
      return switch (this) {
        case NOTHING -> source;
        case OTHER_COLOURS ->
            mapped(source, rgb -> (rgb >> 8 & 0xff) << 16 | (rgb & 0xff) << 8 | rgb >> 16 & 0xff);
        case NEGATIVE -> mapped(source, rgb -> ~rgb & 0xffffff);
        case DARK -> mapped(source, rgb -> Pixels.light(rgb) / 2 * 0x10101);
        case LIT_FROM_ONE_SIDE ->
            over(
                source,
                pen -> {
                  Color warm = new Color(255, 200, 100, 200);
                  pen.setPaint(
                      new GradientPaint(0, 0, warm, WIDTH, HEIGHT / 2f, new Color(0, 0, 60, 150)));
                  pen.fillRect(0, 0, WIDTH, HEIGHT);
                });
        case DARK_CORNERS ->
            over(
                source,
                pen -> {
                  Color[] colours = {new Color(0, 0, 0, 0), new Color(0, 0, 0, 220)};
                  pen.setPaint(
                      new RadialGradientPaint(700, 500, 1000, new float[] {0, 1}, colours));
                  pen.fillRect(0, 0, WIDTH, HEIGHT);
                });
        case NOISE ->
            mapped(
                source,
                rgb -> {
                  double noise = random.nextGaussian() * 30;
                  return Pixels.bounded((rgb >> 16 & 0xff) + noise) << 16
                      | Pixels.bounded((rgb >> 8 & 0xff) + noise) << 8
                      | Pixels.bounded((rgb & 0xff) + noise);
                });
        case HARD_COMPRESSION -> compressed(source, 0.4f);
        case BLUR -> Pixels.scale(Pixels.scale(source, WIDTH / 16, HEIGHT / 16), WIDTH, HEIGHT);
        case OTHER_OBJECTS ->
            over(
                source,
                pen -> {
                  pen.setColor(Color.RED);
                  pen.fillOval(100, 200, 180, 180);
                  pen.setColor(Color.BLACK);
                  pen.fillRect(1300, 900, 200, 120);
                  pen.setColor(Color.YELLOW);
                  pen.fillOval(1250, 300, 90, 200);
                });
      };
    }
  }

  private static BufferedImage bay() {
    try {
      Bytes file = Bytes.owning(Files.readAllBytes(Path.of("resources/samples/bay.jpg")));
      return drawn(pen -> pen.drawImage(Made.read(file), 0, 0, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sky(Graphics2D pen) {
    pen.setPaint(new GradientPaint(0, 0, new Color(0x4080c0), 0, HEIGHT, new Color(0xb0d0f0)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0x304030));
    int[] x = {0, 300, 420, 800, 1100, 1600, 1600, 0};
    pen.fillPolygon(x, new int[] {1100, 1010, 1080, 1040, 1120, 1060, 1200, 1200}, 8);
    pen.setColor(Color.WHITE);
    pen.fillOval(1160, 200, 160, 50);
  }

  private static BufferedImage drawn(Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.accept(pen);
    pen.dispose();
    return image;
  }

  private static BufferedImage over(BufferedImage image, Consumer<Graphics2D> drawing) {
    return drawn(
        pen -> {
          pen.drawImage(image, 0, 0, null);
          drawing.accept(pen);
        });
  }

  private static BufferedImage each(IntBinaryOperator colour) {
    BufferedImage image = drawn(pen -> {});
    int[] data = Pixels.data(image);
    for (int i = 0; i < data.length; i++) {
      data[i] = colour.applyAsInt(i % WIDTH, i / WIDTH);
    }
    return image;
  }

  private static BufferedImage mapped(BufferedImage image, IntUnaryOperator colour) {
    int[] data = Pixels.data(image);
    return each((x, y) -> colour.applyAsInt(data[y * WIDTH + x] & 0xffffff));
  }

  private static BufferedImage compressed(BufferedImage image, float quality) {
    try {
      BufferedImage read = Made.read(PictureWriter.jpeg(image, quality));
      return drawn(pen -> pen.drawImage(read, 0, 0, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moved, then scaled and turned about the middle, over itself. */
  private static BufferedImage reframed(
      BufferedImage image, double right, double down, double scale, double degrees) {
    return over(
        image,
        pen -> {
          pen.translate(WIDTH / 2.0 + right, HEIGHT / 2.0 + down);
          pen.scale(scale, scale);
          pen.rotate(Math.toRadians(degrees));
          pen.drawImage(image, -WIDTH / 2, -HEIGHT / 2, null);
        });
  }

  private static Levels mask(int x, int y, int width, int height) {
    Mask mask = new Mask(new Size(WIDTH, HEIGHT));
    mask.rectangle(new Area(x, y, width, height), false);
    return mask.freeze().levels();
  }

  private static String said(BufferedImage source, BufferedImage result, Levels mask) {
    return Registration.trouble(source, result, mask).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "80,0,1,0,moved by about 5 %",
    "-60,45,1,0,moved by about 5 %",
    "0,-220,1,0,moved by about 14 %",
    "0,0,1.25,0,enlarged by about 25 %",
    "0,0,1.053,0,enlarged by about 5 %",
    "0,0,0.8,0,reduced by about 20 %",
    "0,0,1,3,turned by about 3°",
    "0,0,1,-8,turned by about 8°",
  })
  void anotherFramingOfAPhotoIsNamed(
      double right, double down, double scale, double degrees, String words) {
    BufferedImage bay = Scene.BAY.picture();
    BufferedImage other = reframed(bay, right, down, scale, degrees);
    Levels small = mask(500, 300, 400, 500);
    String sentence =
        "The picture was %s outside the mask, so that its parts would not fit together."
            .formatted(words);
    assertThat(said(bay, other, small)).isEqualTo(sentence);
    BufferedImage dark = compressed(Edited.DARK.of(other), 0.4f);
    assertThat(said(bay, dark, small)).as("darkened too").isEqualTo(sentence);
    assertThat(said(bay, Edited.NOISE.of(other), small)).as("noisy too").isEqualTo(sentence);
    assertThat(said(bay, other, mask(0, 0, 900, HEIGHT))).as("half of it").contains("would not");
  }

  @ParameterizedTest
  @CsvSource({"9,8", "-18,17", "0,0"})
  void aMoveByAFewPixelsIsNamedInPixels(int right, int about) {
    BufferedImage bay = Scene.BAY.picture();
    String words = about == 0 ? "" : "The picture has moved by about %d pixels".formatted(about);
    assertThat(said(bay, reframed(bay, right, 0, 1, 0), mask(500, 300, 400, 500)))
        .startsWith(words)
        .satisfies(said -> assertThat(said.isEmpty()).isEqualTo(about == 0));
  }

  @Test
  void movedAndScaledAndTurnedIsToldAsAll() {
    BufferedImage bay = Scene.BAY.picture();
    assertThat(said(bay, reframed(bay, 60, -50, 1.1, 3), mask(500, 300, 400, 500)))
        .contains("moved by about 5 % and enlarged by about ", " and turned by about 3°");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXTURE", "SKY"})
  void anotherFramingIsSeenWhereThereIsLittleToSee(Scene scene) {
    BufferedImage source = scene.picture();
    Levels mask = mask(500, 300, 400, 500);
    assertThat(said(source, reframed(source, 80, 0, 1, 0), mask)).contains("moved by about 5 %");
    assertThat(said(source, reframed(source, 0, 0, 1.25, 0), mask))
        .contains("enlarged by about 25 %");
    assertThat(said(source, reframed(source, 0, 0, 1, 3), mask)).contains("turned by about 3°");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOnlyEditedLiesWhereItLay(Edited edited) {
    for (Scene scene : Scene.values()) {
      BufferedImage source = scene.picture();
      BufferedImage result = edited.of(source);
      for (Levels mask : new Levels[] {mask(500, 300, 400, 500), mask(0, 0, 1100, HEIGHT)}) {
        assertThat(said(source, result, mask)).as("%s of %s", edited, scene).isEmpty();
      }
    }
  }

  @Test
  void aPictureTooFlatToTellIsTakenAsItIs() {
    BufferedImage flat = Scene.FLAT.picture();
    assertThat(said(flat, reframed(flat, 80, 0, 1.25, 3), mask(500, 300, 400, 500))).isEmpty();
  }
}
