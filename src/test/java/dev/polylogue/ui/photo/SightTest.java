package dev.polylogue.ui.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SightTest {
  private static final Frame PHOTO = new Frame(6000, 4000, 632, 432);
  private static final Frame RESULT = new Frame(1536, 1024, 632, 432);

  @Test
  void atFirstTheWholePictureLiesInTheMiddleWithRoomAround() {
    assertThat(Sight.FIT.scale(PHOTO)).isEqualTo(0.1);
    assertThat(Sight.FIT.left(PHOTO)).isEqualTo(16);
    assertThat(Sight.FIT.top(PHOTO)).isEqualTo(16);
  }

  @Test
  void whatLiesUnderThePointerStaysThereWhileItGrows() {
    double x = Sight.FIT.pictureX(PHOTO, 400);
    double y = Sight.FIT.pictureY(PHOTO, 150);

    Sight near = Sight.FIT.zoomed(PHOTO, 5, 400, 150);

    assertThat(near.scale(PHOTO)).isCloseTo(0.5, within(1e-9));
    assertThat(near.pictureX(PHOTO, 400)).isCloseTo(x, within(1e-6));
    assertThat(near.pictureY(PHOTO, 150)).isCloseTo(y, within(1e-6));
  }

  @Test
  void pixelForPixelIsMeantOfThePictureThatIsAsked() {
    Sight pixels = Sight.FIT.scaled(PHOTO, 1, 316, 216);

    assertThat(pixels.scale(PHOTO)).isEqualTo(1);
    assertThat(pixels.factor()).isCloseTo(10, within(1e-9));
  }

  @Test
  void picturesOfOtherSizesShowTheSamePart() {
    Sight near = Sight.FIT.zoomed(PHOTO, 8, 200, 120);

    double left = near.pictureX(PHOTO, 0) / PHOTO.width();
    double right = near.pictureX(PHOTO, 632) / PHOTO.width();
    assertThat(near.pictureX(RESULT, 0) / RESULT.width()).isCloseTo(left, within(1e-9));
    assertThat(near.pictureX(RESULT, 632) / RESULT.width()).isCloseTo(right, within(1e-9));
  }

  @Test
  void theHandMovesThePictureByTheWayItGoes() {
    Sight near = Sight.FIT.zoomed(PHOTO, 8, 316, 216);

    Sight moved = near.panned(PHOTO, 30, -20);

    assertThat(moved.left(PHOTO)).isCloseTo(near.left(PHOTO) + 30, within(1e-6));
    assertThat(moved.top(PHOTO)).isCloseTo(near.top(PHOTO) - 20, within(1e-6));
  }

  @Test
  void aPictureNeverLeavesItsView() {
    Sight near = Sight.FIT.zoomed(PHOTO, 3, 316, 216);

    Sight farLeft = near.panned(PHOTO, 100_000, 100_000);
    Sight farRight = near.panned(PHOTO, -100_000, -100_000);

    assertThat(farLeft.left(PHOTO)).isCloseTo(16, within(1e-6));
    assertThat(farLeft.top(PHOTO)).isCloseTo(16, within(1e-6));
    assertThat(farRight.left(PHOTO) + 6000 * farRight.scale(PHOTO))
        .isCloseTo(632 - 16, within(1e-6));
  }

  @Test
  void whatIsSmallerThanItsViewStaysInTheMiddle() {
    Sight small = Sight.FIT.zoomed(PHOTO, 0.5, 10, 10).panned(PHOTO, 300, 300);

    assertThat(small.x()).isEqualTo(0.5);
    assertThat(small.y()).isEqualTo(0.5);
  }

  @Test
  void thereAreLimitsToNearAndFar() {
    assertThat(Sight.FIT.zoomed(PHOTO, 1e9, 316, 216).scale(PHOTO)).isEqualTo(32);
    assertThat(Sight.FIT.zoomed(PHOTO, 1e-9, 316, 216).factor()).isEqualTo(0.25);
  }
}
