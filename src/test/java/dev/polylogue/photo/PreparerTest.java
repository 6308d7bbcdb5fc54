package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves this computer. */
class PreparerTest {
  private static final Limit NARROW = new Limit(3840, 8_294_400, 45_000_000, 3, 16);

  private final PictureReader reader = new PictureReader(System::nanoTime);

  @TempDir private Path folder;

  private Prepared prepare(Bytes bytes, Limit limit) throws Exception {
    return new Preparer(reader, folder).prepare(bytes, "a", limit);
  }

  private static Bytes read(Prepared prepared) throws Exception {
    return Bytes.of(Files.readAllBytes(prepared.file()));
  }

  @Test
  void nothingIsSentButPixelsUpright_I13_T28() throws Exception {
    Bytes photo =
        Bad.segment(
            Bad.segment(Made.photo(60, 30, 6), 0xfe, "CanaryComment"),
            0xe1,
            "http://ns.adobe.com/xap/1.0/\0CanaryXmp");
    try (Prepared prepared = prepare(photo, Limit.USUAL)) {
      assertThat(prepared.size()).isEqualTo(new Size(30, 60));
      String sent = Bad.latin(read(prepared));
      assertThat(sent).doesNotContain("Canary").doesNotContain("Exif").doesNotContain("adobe");
      assertThat(prepared.bytes()).isEqualTo(sent.length());
      assertThat(prepared.sha256()).isEqualTo(Intake.sha256(read(prepared)));
      BufferedImage image = Made.read(read(prepared));
      assertThat(image.getRGB(15, 5) >> 16 & 0xff).as("red above").isGreaterThan(200);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void segmentsAreThoseThatPixelsNeed_I13() throws Exception {
    for (Bytes file : List.of(Made.photo(60, 30, 1), Made.written(Made.halves(9, 9), "png"))) {
      try (Prepared prepared = prepare(file, Limit.USUAL)) {
        String sent = Bad.latin(read(prepared));
        for (String trace :
            List.of("Exif", "tEXt", "iTXt", "zTXt", "eXIf", "tIME", "http", "\u00ff\u00fe")) {
          assertThat(sent.substring(0, Math.min(sent.length(), 200))).doesNotContain(trace);
        }
      }
    }
  }

  @Test
  void aTransparentPictureStaysExact() throws Exception {
    BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(3, 3, 0x80123456);
    try (Prepared prepared = prepare(Made.written(clear, "png"), Limit.USUAL)) {
      assertThat(prepared.mediaType()).isEqualTo("image/png");
      assertThat(Made.read(read(prepared)).getRGB(3, 3)).isEqualTo(0x80123456);
    }
  }

  @Test
  void aSmallPngDoesNotGrowByHundredsOfKilobytes_T28() throws Exception {
    BufferedImage sky = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 900; y++) {
      for (int x = 0; x < 1200; x++) {
        sky.setRGB(x, y, (200 - y / 8) << 16 | (220 - y / 12) << 8 | 255 - (x / 64));
      }
    }
    try (Prepared prepared = prepare(Made.written(sky, "png"), Limit.USUAL)) {
      assertThat(prepared.mediaType()).isEqualTo("image/png");
      assertThat(prepared.bytes()).isLessThan(10_000);
      assertThat(Made.read(read(prepared)).getRGB(700, 400)).isEqualTo(sky.getRGB(700, 400));
    }
  }

  @Test
  void aLargePictureIsBroughtWithinTheLimit_I32() throws Exception {
    Limit small = new Limit(500, 200_000, 60_000, 10, 1);
    try (Prepared prepared = prepare(Made.written(Made.noise(1200, 900), "png"), small)) {
      assertThat(prepared.bytes()).isLessThanOrEqualTo(60_000);
      assertThat(prepared.size().longer()).isLessThanOrEqualTo(500);
      assertThat(prepared.size().pixels()).isLessThanOrEqualTo(200_000);
      assertThat(prepared.size().ratio()).isCloseTo(1200.0 / 900, within(0.02));
      assertThat(prepared.original().size()).isEqualTo(new Size(1200, 900));
    }
  }

  @Test
  void whatNoModelTakesIsRefusedBeforeItIsSent_I33() {
    assertThatThrownBy(() -> prepare(Made.written(Made.halves(1, 1), "png"), NARROW))
        .hasMessageContaining("too small");
    assertThatThrownBy(() -> prepare(Made.written(Made.halves(4000, 20), "png"), NARROW))
        .hasMessageContaining("too narrow");
  }

  @Test
  void whereNothingIsKnownTheProviderHasTheLastWord_I33() throws Exception {
    try (Prepared thin = prepare(Made.written(Made.halves(10_000, 1), "png"), Limit.USUAL)) {
      assertThat(thin.size()).isEqualTo(new Size(3072, 1));
    }
  }

  @Test
  void aMaskOfAnotherSizeIsScaledWhenTheUserSaysSo_I28() throws Exception {
    Levels left = halfMask(new Size(100, 50));
    MaskFile mask = MaskFile.read(reader, left.png(), "mask.png");
    Size photo = new Size(400, 200);
    assertThat(mask.fits(photo)).isFalse();
    assertThat(mask.distorts(photo)).isFalse();
    assertThat(mask.distorts(new Size(400, 300))).isTrue();
    assertThat(mask.scaledTo(photo).size()).isEqualTo(photo);
    assertThat(mask.scaledTo(photo).share()).isBetween(0.49, 0.51);
    try (Prepared sent = new Preparer(reader, folder).mask(left, photo)) {
      BufferedImage image = Made.read(read(sent));
      assertThat(sent.size()).isEqualTo(photo);
      assertThat(image.getRGB(10, 10) >>> 24).as("may change").isZero();
      assertThat(image.getRGB(390, 10) >>> 24).as("may not").isEqualTo(255);
    }
  }

  @Test
  void inAMaskWithoutAlphaWhiteMayChange_I29() throws Exception {
    BufferedImage white = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    white.setRGB(2, 2, 0xffffff);
    MaskFile mask = MaskFile.read(reader, Made.written(white, "png"), "mask.png");
    assertThat(mask.alpha()).isFalse();
    assertThat(mask.levels().at(22)).isEqualTo(255);
    assertThat(mask.levels().at(0)).isZero();
  }

  @Test
  void aMaskOfNothingOrEverythingIsWarnedOf_I30() {
    Size size = new Size(10, 10);
    assertThat(new Levels(size, new byte[100]).warning().orElseThrow()).contains("nothing");
    assertThat(Levels.everything(size).warning().orElseThrow()).contains("everything");
    assertThat(halfMask(size).warning()).isEmpty();
  }

  @Test
  void maskAndPhotoAreUprightAlike_I31() throws Exception {
    Photo photo = new Intake(reader).take(Made.photo(60, 30, 6), "a.jpg", () -> false);
    Mask mask = new Mask(photo.size());
    mask.rectangle(new Area(0, 0, 30, 30), false);
    try (Prepared sent = prepare(photo.bytes(), Limit.USUAL);
        Prepared over = new Preparer(reader, folder).mask(mask.freeze().levels(), sent.size())) {
      assertThat(over.size()).isEqualTo(sent.size());
      BufferedImage picture = Made.read(read(sent));
      BufferedImage open = Made.read(read(over));
      assertThat(open.getRGB(15, 5) >>> 24).as("over the red half").isZero();
      assertThat(picture.getRGB(15, 5) >> 16 & 0xff).isGreaterThan(200);
      assertThat(open.getRGB(15, 55) >>> 24).isEqualTo(255);
    }
  }

  private static Levels halfMask(Size size) {
    Mask mask = new Mask(size);
    mask.rectangle(new Area(0, 0, size.width() / 2, size.height()), false);
    return mask.freeze().levels();
  }
}
