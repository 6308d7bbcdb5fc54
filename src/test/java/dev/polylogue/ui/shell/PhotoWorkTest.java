package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.EditStep;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.photo.Levels;
import dev.polylogue.photo.Size;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.photo.Change;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoWorkTest {
  private static final int SIDE = 64;

  @TempDir private Path home;
  private Bench bench;
  private Blob source;
  private Blob result;
  private Blob leftHalf;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(home);
    BufferedImage photo = Made.noise(SIDE, SIDE);
    source = kept(photo, "png");
    result = kept(reddened(photo), "png");
    byte[] values = new byte[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i % SIDE < SIDE / 2 ? Levels.ALL : 0);
    }
    Levels mask = new Levels(new Size(SIDE, SIDE), values);
    leftHalf = bench.services.photos().begin(mask.png(), "image/png", "mask.png").photo();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Every pixel is another, but each thing is where it was. */
  private static BufferedImage reddened(BufferedImage photo) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, photo.getRGB(x, y) / 2 & 0x7f7f7f | 0x800000);
      }
    }
    return image;
  }

  private Blob kept(BufferedImage image, String format) throws Exception {
    return bench
        .services
        .photos()
        .begin(Made.written(image, format), "image/" + format, "picture." + format)
        .photo();
  }

  private PhotoWork lab() {
    return new PhotoWork(bench.services.photos());
  }

  private Change compared(boolean keptOutside) throws Exception {
    EditStep.Outside outside = new EditStep.Outside(keptOutside, 0);
    EditStep step = new EditStep(null, leftHalf, PictureOptions.USUAL, outside);
    return lab().compare(source, result, step);
  }

  /** No colour in the map where nothing differs. */
  private static boolean isHot(Change change, int x) {
    Color colour = new Color(Objects.requireNonNull(change.map()).getRGB(x, SIDE / 2));
    return Math.abs(colour.getRed() - colour.getBlue()) > 40;
  }

  @Test
  void theHeatMapIsThatOfWhatIsShownWhereTheSourceIsPutBack() throws Exception {
    Change kept = compared(true);
    assertThat(isHot(kept, SIDE / 4)).isTrue();
    assertThat(isHot(kept, 3 * SIDE / 4)).isFalse();
    assertThat(kept.outside()).as("what the model changed there is still said").isGreaterThan(0.9);
  }

  @Test
  void theHeatMapIsThatOfTheWholeResultWhereNothingIsPutBack() throws Exception {
    Change free = compared(false);
    assertThat(isHot(free, SIDE / 4)).isTrue();
    assertThat(isHot(free, 3 * SIDE / 4)).isTrue();
  }

  @Test
  void theResultsOfAStepAreComparedWithASourceThatIsReadOnce() throws Exception {
    PhotoWork lab = lab();
    Change first = lab.compare(source, result, EditStep.USUAL);
    String name = source.sha256();
    try (Stream<Path> files = Files.walk(home)) {
      Files.delete(files.filter(file -> file.endsWith(name)).findAny().orElseThrow());
    }

    assertThat(lab.compare(source, result, EditStep.USUAL))
        .usingRecursiveComparison()
        .ignoringFields("map")
        .isEqualTo(first);
  }

  @Test
  void aResultOfAnotherShapeIsNotLaidOverItsSource() throws Exception {
    Blob tall = kept(Made.noise(SIDE, 2 * SIDE), "png");
    Change change = lab().compare(source, tall, EditStep.USUAL);
    assertThat(change.framed()).isFalse();
    assertThat(change.map()).isNull();
    assertThat(change.came()).isEqualTo(new Size(SIDE, 2 * SIDE));
  }

  /** The sample in a square, turned by a quarter as often as that. */
  private static BufferedImage square(int quarters) throws Exception {
    BufferedImage photo = ImageIO.read(new File("resources/samples/bay.jpg"));
    BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = square.createGraphics();
    pen.rotate(quarters * Math.PI / 2, SIDE / 2.0, SIDE / 2.0);
    pen.drawImage(photo, 0, 0, SIDE, SIDE, null);
    pen.dispose();
    return square;
  }

  @Test
  void aTurnedSquareHasNoHeatMapThoughItsShapeIsTheSame() throws Exception {
    Blob before = kept(square(0), "png");

    Change turned = lab().compare(before, kept(square(1), "png"), EditStep.USUAL);

    assertThat(turned.fit()).isEqualTo(Change.Fit.TURNED);
    assertThat(turned.map()).isNull();
    assertThat(lab().compare(before, before, EditStep.USUAL).fit()).isEqualTo(Change.Fit.OVER);
  }

  @Test
  void ofAResultThatIsCutOffThatIsSaidAndNothingOfItsFraming_I04() throws Exception {
    byte[] whole = Made.written(Made.noise(SIDE, 2 * SIDE), "jpg").toArray();
    Bytes cut = Bytes.owning(Arrays.copyOf(whole, whole.length / 2));
    Blob half = bench.services.photos().begin(cut, "image/jpeg", "half.jpg").photo();

    Change change = lab().compare(source, half, EditStep.USUAL);

    assertThat(change.fit()).isEqualTo(Change.Fit.CUT);
    assertThat(change.map()).isNull();
  }

  /** A slope of greys, with one channel or with three. */
  private static BufferedImage grey(int side, int type) {
    BufferedImage image = new BufferedImage(side, side, type);
    int bands = image.getRaster().getNumBands();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int band = 0; band < bands; band++) {
          image.getRaster().setSample(x, y, band, 255 * (x + y) / (2 * side));
        }
      }
    }
    return image;
  }

  @ParameterizedTest
  @CsvSource({"64, png", "64, jpg", "1700, png", "1700, jpg"})
  void theSameGreysAreNoChangeWhetherAFileHasOneChannelOrThree_I17(int side, String format)
      throws Exception {
    Blob one = kept(grey(side, BufferedImage.TYPE_BYTE_GRAY), format);
    Blob three = kept(grey(side, BufferedImage.TYPE_INT_RGB), format);
    for (List<Blob> pair : List.of(List.of(one, one), List.of(one, three), List.of(three, one))) {
      Change change = lab().compare(pair.getFirst(), pair.getLast(), EditStep.USUAL);
      assertThat(change.inside()).isZero();
      assertThat(isHot(change, 32)).isFalse();
    }
  }
}
