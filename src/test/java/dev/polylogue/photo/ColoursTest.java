package dev.polylogue.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.media.PictureReader;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever colours a file has, they come out in sRGB as they were meant. */
class ColoursTest {
  private final Intake intake = new Intake(new PictureReader(System::nanoTime));

  private Photo take(Bytes bytes) throws Exception {
    return intake.take(bytes, "a", () -> false);
  }

  private static void isAbout(int pixel, int r, int g, int b) {
    int[] wanted = {r, g, b};
    for (int i = 0; i < 3; i++) {
      assertThat(pixel >> 16 - 8 * i & 0xff)
          .as("channel %d of %x", i, pixel)
          .isBetween(Math.max(0, wanted[i] - 6), wanted[i] + 6);
    }
  }

  @Test
  void inksWithoutAdobesMarkAreAsTheyAre_I16() throws Exception {
    Photo photo = take(Bad.inks(0, 255, 255, 0));
    isAbout(photo.preview().getRGB(5, 5), 255, 0, 0);
    assertThat(photo.condition().notes()).anyMatch(note -> note.contains("CMYK"));
  }

  @Test
  void inksWithAdobesMarkAreInverted_I15() throws Exception {
    isAbout(take(Bad.adobe(Bad.inks(255, 0, 0, 255), 0)).preview().getRGB(5, 5), 255, 0, 0);
    isAbout(take(Bad.adobe(Bad.inks(255, 255, 0, 128), 0)).preview().getRGB(5, 5), 128, 128, 0);
  }

  @Test
  void inksAsLightAndColourAreBroughtBack_I15() throws Exception {
    // cyan 0, magenta and yellow full, as R'G'B' (0, 255, 255) in YCbCr; no black, inverted
    isAbout(take(Bad.adobe(Bad.inks(179, 171, 0, 255), 2)).preview().getRGB(5, 5), 255, 0, 0);
  }

  @Test
  void greyKeepsItsValues_I17() throws Exception {
    BufferedImage fine = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage coarse = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      fine.getRaster().setSample(x, 0, 0, x * 257);
      coarse.getRaster().setSample(x, 0, 0, x);
    }
    BufferedImage one = take(Made.written(fine, "png")).preview();
    BufferedImage two = take(Made.written(coarse, "png")).preview();
    for (int x = 0; x < 256; x++) {
      assertThat(one.getRGB(x, 0)).isEqualTo(0xff000000 | x * 0x10101);
      assertThat(two.getRGB(x, 0)).isEqualTo(0xff000000 | x * 0x10101);
    }
  }

  @Test
  void palettesAndTransparencyStay_I18() throws Exception {
    byte[] levels = {0, (byte) 255};
    BufferedImage bits =
        new BufferedImage(
            8,
            8,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(1, 2, levels, levels, levels));
    bits.setRGB(3, 3, 0xffffffff);
    BufferedImage shown = take(Made.written(bits, "png")).preview();
    assertThat(shown.getRGB(3, 3)).isEqualTo(0xffffffff);
    assertThat(shown.getRGB(0, 0)).isEqualTo(0xff000000);
    BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(1, 1, 0x80ff0000);
    BufferedImage half = take(Made.written(clear, "png")).preview();
    assertThat(half.getRGB(1, 1)).isEqualTo(0x80ff0000);
    assertThat(half.getRGB(0, 0) >>> 24).isZero();
  }

  @ParameterizedTest
  @CsvSource({"png", "jpeg"})
  void theColoursOfAProfileAreBroughtToSrgb_I19(String format) throws Exception {
    byte[] swapped = Bad.swappedProfile();
    Bytes file =
        format.equals("png")
            ? Bad.chunk(Made.written(Bad.plain(0xff0000), "png"), "iCCP", Bad.packed(swapped))
            : Bad.profiledJpeg(swapped, 0xff0000);
    Photo photo = take(file);
    isAbout(photo.preview().getRGB(5, 5), 0, 255, 0);
    assertThat(photo.condition().notes()).anyMatch(note -> note.contains("brought to sRGB"));
  }

  @ParameterizedTest
  @CsvSource({"png", "jpeg"})
  void aBrokenProfileMeansSrgb_I19(String format) throws Exception {
    byte[] broken = Bad.swappedProfile();
    java.util.Arrays.fill(broken, 36, 200, (byte) 0x55);
    Bytes file =
        format.equals("png")
            ? Bad.chunk(Made.written(Bad.plain(0xff0000), "png"), "iCCP", Bad.packed(broken))
            : Bad.profiledJpeg(broken, 0xff0000);
    Photo photo = take(file);
    isAbout(photo.preview().getRGB(5, 5), 255, 0, 0);
    assertThat(photo.condition().notes()).anyMatch(note -> note.contains("taken for sRGB"));
  }
}
