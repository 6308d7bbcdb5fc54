package dev.polylogue.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.provider.PictureRequest.Upload;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {
  private static final PictureSizes LISTED =
      new PictureSizes.Listed(List.of("1024x1024", "1536x1024", "1024x1536"));
  private static final PictureSizes FREE =
      new PictureSizes.Stepped(16, 3, 3840, 655_360, 8_294_400, 3_686_400);
  private static final PictureSizes SHAPES =
      new PictureSizes.Shapes(List.of("1:1", "16:9", "9:16", "3:2", "auto"), List.of("1k", "2k"));
  private static final PictureSizes STRICT =
      new PictureSizes.Shapes(List.of("1:1", "16:9", "21:9"), List.of());

  private static PictureSize of(
      PictureSizes sizes, @Nullable String wanted, int width, int height) {
    Upload source = new Upload("image/png", width, height, 0, () -> InputStream.nullInputStream());
    return PictureSize.of("m", sizes, wanted, source);
  }

  @ParameterizedTest
  @CsvSource({
    "1536, 1024, 1536x1024", // as it is
    "1000, 750, 1024x768", // the same shape on the grid
    "640, 480, 960x720", // no fewer pixels than it makes
    "6000, 4000, 2304x1536", // no more than is usual
    "3000, 1000, 3024x1008"
  })
  void aModelThatMakesAnySizeKeepsTheShape(int width, int height, String size) {
    PictureSize found = of(FREE, null, width, height);
    assertThat(found.size()).isEqualTo(size);
    assertThat(found.note()).isNull();
  }

  @Test
  void aShapeBeyondItsBoundsIsSaidToChange() {
    PictureSize found = of(FREE, null, 8000, 1000);
    assertThat(found.size()).isNotNull();
    assertThat(found.note()).contains("8000 × 1000", "the shape changes");
  }

  @Test
  void aShapeThatIsWantedHasAsManyPixelsAsTheSource() {
    PictureSize found = of(FREE, "16:9", 1200, 1200);
    assertThat(found.size()).isEqualTo("1600x896");
    assertThat(found.note()).isNull();
    assertThat(of(FREE, "1600x900", 1200, 1200).note()).contains("\"1600x900\"");
  }

  @Test
  void aListHasTheNearestShape() {
    assertThat(of(LISTED, null, 1500, 1000))
        .isEqualTo(new PictureSize("1536x1024", null, null, null));
    assertThat(of(LISTED, null, 900, 1600).size()).isEqualTo("1024x1536");
    assertThat(of(LISTED, null, 900, 1600).note()).contains("the shape changes");
    assertThat(of(LISTED, "auto", 900, 1600).size()).isEqualTo("auto");
    assertThat(of(LISTED, "1024x1024", 900, 1600).note()).isNull();
    assertThat(of(LISTED, "2048x2048", 900, 1600).note()).contains("\"2048x2048\"", "1024x1024");
  }

  @Test
  void shapesAreChosenByRatioAndResolution() {
    assertThat(of(SHAPES, null, 1920, 1080)).isEqualTo(new PictureSize(null, "16:9", null, null));
    assertThat(of(SHAPES, null, 1000, 800).ratio()).isEqualTo("auto");
    assertThat(of(SHAPES, "2K", 1920, 1080)).isEqualTo(new PictureSize(null, "16:9", "2k", null));
    assertThat(of(SHAPES, "2048x1152", 100, 100))
        .isEqualTo(new PictureSize(null, "16:9", "2k", null));
    assertThat(of(STRICT, null, 1000, 800).ratio()).isEqualTo("1:1");
    assertThat(of(STRICT, null, 1000, 800).note()).contains("the shape changes");
    assertThat(of(STRICT, "9:16", 1000, 800).note()).contains("\"9:16\"");
  }

  @Test
  void whereNothingIsKnownTheUsersWordGoesOut() {
    assertThat(PictureSize.of("m", null, "17x4", null))
        .isEqualTo(new PictureSize("17x4", null, null, null));
    assertThat(PictureSize.of("m", null, "16:9", null).ratio()).isEqualTo("16:9");
    assertThat(PictureSize.of("m", null, null, null))
        .isEqualTo(new PictureSize(null, null, null, null));
  }

  @Test
  void nonsenseIsNoSize() {
    assertThat(of(FREE, "0x0", 1536, 1024).size()).isEqualTo("1536x1024");
    assertThat(of(LISTED, "large", 1536, 1024).size()).isEqualTo("1536x1024");
    assertThat(of(LISTED, "large", 1536, 1024).note()).contains("\"large\"");
  }
}
