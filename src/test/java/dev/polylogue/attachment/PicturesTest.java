package dev.polylogue.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Bytes;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private final Intake intake = new Intake(new Pictures(), new PdfText());

  @Test
  void nothingOfThePlaceAndTheCameraIsLeft_T28_I13() throws Exception {
    Bytes photo = Made.photo(40, 20, 1);
    assertThat(latin(photo)).contains("CanaryCamera").contains("Exif");
    Attachment taken = intake.take(photo, "IMG_0815.jpg");
    assertThat(taken.mediaType()).isEqualTo("image/jpeg");
    assertThat(latin(taken.bytes())).doesNotContain("CanaryCamera").doesNotContain("Exif");
  }

  /** The place of the red half in what a viewer would show. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, left", "2, 40, 20, right", "3, 40, 20, right", "4, 40, 20, left",
    "5, 20, 40, top", "6, 20, 40, top", "7, 20, 40, bottom", "8, 20, 40, bottom"
  })
  void aPhotoIsTurnedUpright_I12(int orientation, int width, int height, String red)
      throws Exception {
    BufferedImage image = Made.read(intake.take(Made.photo(40, 20, orientation), "a.jpg").bytes());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    int x = red.equals("right") ? width - 3 : 2;
    int y = red.equals("bottom") ? height - 3 : 2;
    assertThat(image.getRGB(x, y) >> 16 & 0xff).as("red").isGreaterThan(200);
    assertThat(image.getRGB(width - 1 - x, height - 1 - y) & 0xff).as("blue").isGreaterThan(200);
  }

  @ParameterizedTest
  @CsvSource({"png", "gif", "bmp", "tiff"})
  void picturesWithoutLossesBecomePng(String format) throws Exception {
    Attachment taken = intake.take(Made.written(Made.halves(40, 20), format), "scan." + format);
    assertThat(taken.mediaType()).isEqualTo("image/png");
    assertThat(taken.name()).isEqualTo("scan.png");
    BufferedImage image = Made.read(taken.bytes());
    assertThat(image.getRGB(2, 2)).isEqualTo(RED);
    assertThat(image.getRGB(38, 18)).isEqualTo(BLUE);
  }

  @Test
  void webpIsRead_I23() throws Exception {
    assertThat(intake.take(Made.webp(), "a.webp").mediaType()).isIn("image/png", "image/jpeg");
  }

  @Test
  void whatItIsCountsAndNotItsName_I03() throws Exception {
    Attachment taken = intake.take(Made.written(Made.halves(8, 8), "png"), "photo.jpg");
    assertThat(taken.mediaType()).isEqualTo("image/png");
    assertThat(taken.name()).isEqualTo("photo.png");
  }

  @Test
  void transparencyStays() throws Exception {
    BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, RED);
    BufferedImage image = Made.read(intake.take(Made.written(clear, "png"), "logo.png").bytes());
    assertThat(image.getRGB(0, 0)).isEqualTo(RED);
    assertThat(image.getRGB(5, 5) >>> 24).isZero();
  }

  @ParameterizedTest
  @CsvSource({"jpeg, its lower part is missing", "png, damaged", "gif, damaged"})
  void aPictureThatWasCutOffIsDamaged_I04_I05_I06(String format, String sentence) {
    byte[] whole = Made.written(Made.noise(200, 200), format).toArray();
    Bytes half = Bytes.of(Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> intake.take(half, "a." + format))
        .isInstanceOf(AttachmentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void whatHangsBehindAPictureDoesNotGoAlong_I07() throws Exception {
    byte[] jpeg = Made.written(Made.halves(40, 20), "jpeg").toArray();
    byte[] more = Arrays.copyOf(jpeg, jpeg.length + 1_000_000);
    Arrays.fill(more, jpeg.length, more.length, (byte) 'x');
    assertThat(intake.take(Bytes.of(more), "a.jpg").bytes().size()).isLessThan(10_000);
  }

  @ParameterizedTest
  @CsvSource({"30000, 30000, 0", "30000, 30000, 6", "100000, 100000, 2", "16384, 16384, 2"})
  void aPictureThatClaimsTooManyPixelsIsRefusedFromItsHeader_I08_I09(
      int width, int height, int colourType) {
    Bytes bomb = Made.claimedPng(width, height, colourType);
    long before = System.nanoTime();
    assertThatThrownBy(() -> intake.take(bomb, "a.png"))
        .isInstanceOf(AttachmentException.class)
        .hasMessageContaining("%,d × %,d pixels, which is too large".formatted(width, height));
    assertThatThrownBy(() -> new Pictures().shown(bomb, "a.png", 100))
        .hasMessageContaining("too large");
    assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
  }

  @Test
  void aPictureTooLargeForAProviderIsMadeSmaller_I32() throws Exception {
    Bytes large = Made.written(Made.noise(2600, 2600), "png");
    assertThat(large.size()).isBetween(20_000_000 - 1, Integer.MAX_VALUE);
    Bytes noisy = Made.written(Made.noise(2400, 2400), "png");
    Attachment taken = intake.take(noisy, "noise.png");
    assertThat(taken.bytes().size()).isLessThanOrEqualTo(PictureFitter.MOST_BYTES);
    assertThat(taken.mediaType()).isEqualTo("image/jpeg");
    assertThat(taken.name()).isEqualTo("noise.jpg");
    assertThatThrownBy(() -> intake.take(large, "noise.png"))
        .hasMessageContaining("a picture may have 20 MB");
    Attachment wide = intake.take(Made.written(Made.halves(9000, 10), "png"), "wide.png");
    assertThat(Made.read(wide.bytes()).getWidth()).isEqualTo(PictureFitter.MOST_SIDE);
  }

  @Test
  void forTheScreenAPictureIsNoLargerThanAskedFor_I37() throws Exception {
    Bytes photo = Made.photo(400, 200, 6);
    BufferedImage shown = new Pictures().shown(photo, "", 100);
    assertThat(shown.getHeight()).isEqualTo(100);
    assertThat(shown.getWidth()).isEqualTo(50);
    assertThat(Pictures.mediaType(photo, "image/png")).isEqualTo("image/jpeg");
    assertThat(Pictures.mediaType(Bytes.of("?"), "image/png")).isEqualTo("image/png");
  }

  private static String latin(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
