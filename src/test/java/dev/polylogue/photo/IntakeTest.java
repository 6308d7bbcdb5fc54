package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.MediaException;
import dev.polylogue.media.Metadata.Trace;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad pictures that come as photos (faults.md, 6). */
class IntakeTest {
  private final Intake intake = new Intake(new PictureReader(System::nanoTime));

  @TempDir private Path folder;

  private Photo take(Bytes bytes, String name) throws MediaException {
    return intake.take(bytes, name, () -> false);
  }

  private void refuses(Bytes bytes, String name, String sentence) {
    assertThatThrownBy(() -> take(bytes, name))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anEmptyFileIsCalledEmpty_I01() {
    refuses(Bytes.NONE, "a.jpg", "a.jpg is an empty file");
  }

  @Test
  void whatIsNoPictureIsNamed_I02() {
    refuses(Bytes.of("<html>404</html>"), "a.jpg", "not a picture (it looks like text)");
    refuses(Bytes.of("%PDF-1.7"), "a.jpg", "not a picture (it looks like a PDF)");
    refuses(Bad.latin("PK\u0003\u0004\0\0\0\u00ff"), "a.jpg", "an archive");
    refuses(Bad.latin("\u0001\0\u0002\u00ff"), "a.jpg", "not a picture");
  }

  @Test
  void whatIsInsideCountsAndTheNameIsPutRight_I03() throws Exception {
    Photo photo = take(Made.written(Made.halves(8, 8), "png"), "holiday.jpg");
    assertThat(photo.blob().mediaType()).isEqualTo("image/png");
    assertThat(photo.condition().notes()).contains("It is a PNG picture, whatever its name says.");
    assertThat(take(Made.written(Made.halves(8, 8), "jpeg"), "a.JPEG").condition().notes())
        .isEmpty();
  }

  @Test
  void aJpegThatEndsTooEarlyIsDamagedAndMayStillBeUsed_I04() throws Exception {
    Photo photo = take(Bad.half(Made.written(Made.noise(200, 200), "jpeg")), "a.jpg");
    assertThat(photo.condition().damaged()).isTrue();
    assertThat(photo.condition().notes()).contains("It is damaged: its lower part is missing.");
    assertThat(photo.size()).isEqualTo(new Size(200, 200));
  }

  @ParameterizedTest
  @CsvSource({"png", "gif"})
  void othersThatEndTooEarlyAreRefused_I05_I06(String format) {
    refuses(Bad.half(Made.written(Made.noise(200, 200), format)), "a." + format, "it is damaged");
  }

  @Test
  void whatHangsBehindAPictureIsNoReasonToRefuseIt_I07() throws Exception {
    byte[] jpeg = Made.written(Made.halves(40, 20), "jpeg").toArray();
    Photo photo = take(Bytes.of(Arrays.copyOf(jpeg, jpeg.length + 1_000_000)), "a.jpg");
    assertThat(photo.size()).isEqualTo(new Size(40, 20));
    assertThat(photo.condition().damaged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"30000, 30000, 0", "30000, 30000, 6", "100000, 100000, 6", "20000, 10, 2"})
  void tooManyPixelsAreRefusedFromTheHeader_I08_I09_I10(int width, int height, int colours) {
    refuses(
        Made.claimedPng(width, height, colours),
        "a.png",
        "%,d × %,d pixels, which is too large".formatted(width, height));
  }

  @ParameterizedTest
  @CsvSource({"zTXt", "iCCP"})
  void compressedTextIsNeverUnpackedNorAProfileBeyondItsLimit_I11(String chunk) throws Exception {
    Bytes bomb = Bad.chunk(Made.written(Made.halves(8, 8), "png"), chunk, Bad.bomb(100));
    assertThat(bomb.size()).isLessThan(200_000);
    long before = allocated();
    assertThat(take(bomb, "a.png").size()).isEqualTo(new Size(8, 8));
    assertThat(allocated() - before).as("bytes allocated").isLessThan(80_000_000);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** The place of the red half in the preview. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, left", "2, 40, 20, right", "3, 40, 20, right", "4, 40, 20, left",
    "5, 20, 40, top", "6, 20, 40, top", "7, 20, 40, bottom", "8, 20, 40, bottom"
  })
  void aPhotoIsShownUpright_I12(int orientation, int width, int height, String red)
      throws Exception {
    Photo photo = take(Made.photo(40, 20, orientation), "a.jpg");
    BufferedImage image = photo.preview();
    assertThat(photo.size()).isEqualTo(new Size(width, height));
    assertThat(new Size(image.getWidth(), image.getHeight())).isEqualTo(photo.size());
    int x = red.equals("right") ? width - 3 : 2;
    int y = red.equals("bottom") ? height - 3 : 2;
    assertThat(image.getRGB(x, y) >> 16 & 0xff).as("red").isGreaterThan(200);
    assertThat(image.getRGB(width - 1 - x, height - 1 - y) & 0xff).as("blue").isGreaterThan(200);
    assertThat(photo.metadata().orientation()).isEqualTo(orientation);
  }

  @Test
  void whatStandsBesideThePixelsIsNamed_I13() throws Exception {
    Bytes photo =
        Bad.segment(
            Bad.segment(
                Bad.segment(Made.photo(40, 20, 6), 0xed, "Photoshop 3.0\0"),
                0xe1,
                "http://ns.adobe.com/xap/1.0/\0<x/>"),
            0xeb,
            "JP jumb c2pa");
    Photo taken = take(photo, "IMG_1.jpg");
    assertThat(taken.metadata().found())
        .contains(Trace.PLACE, Trace.CAMERA, Trace.XMP, Trace.IPTC, Trace.PROVENANCE);
    assertThat(taken.metadata().camera()).isEqualTo("CanaryCamera");
    assertThat(taken.metadata().fields()).isEqualTo(3);
    Bytes png = Made.written(Made.halves(8, 8), "png");
    assertThat(
            take(Bad.chunk(png, "tEXt", "Author\0Me".getBytes("UTF-8")), "a.png")
                .metadata()
                .found())
        .containsExactly(Trace.COMMENT);
  }

  @Test
  void damagedExifMeansUpright_I14() throws Exception {
    String loop =
        "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0088%\0\u0004\0\0\0\u0001\0\0\0\u0008\0\0\0\u0008";
    String huge =
        "Exif\0\0MM\0*\0\0\0\u0008\u00ff\u00ff\u0001\u0012\0\u0003\u00ff\u00ff\u00ff\u00ff";
    for (String exif :
        new String[] {loop, huge, "Exif\0\0", "Exif\0\0II*\0\u00ff\u00ff\u00ff\u007f"}) {
      Photo photo =
          take(Bad.segment(Made.written(Made.halves(40, 20), "jpeg"), 0xe1, exif), "a.jpg");
      assertThat(photo.metadata().orientation()).isEqualTo(1);
      assertThat(photo.size()).isEqualTo(new Size(40, 20));
    }
  }

  @Test
  void whatTakesTooLongIsEnded_I20() {
    AtomicLong clock = new AtomicLong();
    Intake slow = new Intake(new PictureReader(() -> clock.addAndGet(900_000_000L)));
    Bytes large = Made.written(Made.noise(600, 600), "png");
    assertThatThrownBy(() -> slow.take(large, "a.png", () -> false))
        .hasMessageContaining("takes too long to decode");
  }

  @Test
  void aJpegOfAHundredThousandPassesIsRefusedBeforeTheFirst_I20() {
    String pass = "\u00ff\u00da\0\u0008\u0001\u0001\0\0\u003f\0";
    Bytes jpeg = Made.written(Made.halves(40, 20), "jpeg");
    Bytes many = Bad.latin(Bad.latin(jpeg) + pass.repeat(100_000));
    refuses(many, "a.jpg", "too many passes");
  }

  @Test
  void ofSeveralPicturesTheFirstIsTakenAndThatIsSaid_I21_I22() throws Exception {
    Photo gif = take(Bad.frames(100_000), "a.gif");
    assertThat(gif.size()).isEqualTo(new Size(1, 1));
    assertThat(gif.condition().frames()).isEqualTo(100_000);
    assertThat(gif.condition().notes()).contains("This is the first of 100,000 frames.");
    Bytes png = Made.written(Made.halves(8, 8), "png");
    Photo moving = take(Bad.chunk(png, "acTL", new byte[] {0, 0, 0, 7, 0, 0, 0, 0}), "a.png");
    assertThat(moving.condition().frames()).isEqualTo(7);
  }

  @Test
  void webpIsRead_I23() throws Exception {
    assertThat(take(Made.webp(), "a.webp").blob().mediaType()).isEqualTo("image/webp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\0\\0\\0\u0018ftypheic\\0\\0\\0\\0mif1 | a.heic | export it as JPEG",
        "\\0\\0\\0\u0018ftypavif\\0\\0\\0\\0avif | a.avif | AVIF is not supported",
        "<svg onload='x'/> | a.svg | Drawings are not accepted",
        "<?xml version='1.0'?><svg/> | a.png | Drawings are not accepted",
        "II+\\0\\0\\0 | a.tif | BigTIFF",
        "8BPS\\0\\0 | a.psd | Export it as PNG",
        "II*\\0\\0\\0 | DSC_1.NEF | Raw files are not accepted",
        "FUJIFILMCCD-RAW\\0 | a.raf | Raw files are not accepted",
        "\\0\\0\\0\u0018ftypcrx \\0\\0\\0\\0 | a.cr3 | Raw files are not accepted",
        "\\0\\0\\1\\0\\1 | favicon.ico | Save it as PNG",
        "\u00ff\\n\u00ff | a.jxl | JPEG XL"
      })
  void whatIsNotSupportedIsNamedWithWhatToDo_I24_I25_I26_I27(
      String bytes, String name, String sentence) {
    refuses(
        Bad.latin(bytes.replace("\\0", "\0").replace("\\1", "\u0001").replace("\\n", "\n")),
        name,
        sentence);
  }

  @Test
  void ofATiffWithSeveralPagesIsSaidThatThisIsTheFirst_I26() throws Exception {
    assertThat(take(Bad.pages(3), "a.tif").condition().notes())
        .contains("This is the first of 3 pages.");
  }

  @Test
  void finerColoursThanAreUsedAreSaid_I17() throws Exception {
    for (String format : List.of("png", "tiff")) {
      assertThat(take(Bad.deep(format), "a." + format).condition().notes())
          .as(format)
          .contains("It has 16 bits a channel; 8 of them are used.");
    }
    assertThat(take(Made.written(Made.halves(4, 4), "png"), "a.png").condition().notes()).isEmpty();
  }

  @Test
  void ofATiffTheFirstPageIsTaken_I26() throws Exception {
    assertThat(take(Made.written(Made.halves(40, 20), "tiff"), "a.tif").size())
        .isEqualTo(new Size(40, 20));
  }

  @Test
  void pastedPixelsBecomeAPictureAndAnAddressIsNotOpened_I34() throws Exception {
    int[] argb = new int[12];
    Arrays.fill(argb, 0xff102030);
    Photo photo = intake.pasted(argb, new Size(4, 3));
    assertThat(photo.size()).isEqualTo(new Size(4, 3));
    assertThat(photo.preview().getRGB(2, 2)).isEqualTo(0xff102030);
    refuses(Bytes.of("https://example.org/a.jpg\n"), "dropped", "Addresses are not opened");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyRegularFilesOfBoundedLengthAreRead_I35() throws Exception {
    assertThatThrownBy(() -> intake.take(folder, () -> false)).hasMessageContaining("a folder");
    Path device = Files.createSymbolicLink(folder.resolve("a.jpg"), Path.of("/dev/zero"));
    assertThatThrownBy(() -> intake.take(device, () -> false)).hasMessageContaining("a device");
    Path sparse = folder.resolve("huge.jpg");
    try (var file = new java.io.RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(5L << 30);
    }
    assertThatThrownBy(() -> intake.take(sparse, () -> false))
        .hasMessageContaining("huge.jpg is too large: a file may have 50 MB");
  }

  @Test
  void theNameIsMadeFit_I36() throws Exception {
    Bytes png = Made.written(Made.halves(8, 8), "png");
    assertThat(take(png, "CON.png").blob().name()).isEqualTo("file.png");
    assertThat(take(png, "a\nb\u202E.png").blob().name()).isEqualTo("ab.png");
    assertThat(take(png, "x".repeat(300) + ".png").blob().name()).hasSize(84);
  }

  @Test
  void whatAModelAnsweredGoesTheSameWay_I37() throws Exception {
    refuses(Bytes.of("{\"error\":1}"), "result", "not a picture");
    refuses(Made.claimedPng(30_000, 30_000, 6), "result", "too large");
    assertThat(take(Made.photo(40, 20, 6), "").size()).isEqualTo(new Size(20, 40));
  }

  @Test
  void theOriginalIsKeptAsItWas() throws Exception {
    Bytes bytes = Made.photo(40, 20, 6);
    Photo photo = take(bytes, "a.jpg");
    assertThat(photo.bytes()).isSameAs(bytes);
    assertThat(photo.blob().sha256())
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(
                    java.security.MessageDigest.getInstance("SHA-256").digest(bytes.toArray())));
  }

  @Test
  void cancellingEndsTheDecoding() {
    assertThatThrownBy(
            () -> intake.take(Made.written(Made.noise(400, 400), "jpeg"), "a.jpg", () -> true))
        .hasMessageContaining("cancelled");
  }
}
