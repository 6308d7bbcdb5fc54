package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.FxThread;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ApartTest {
  private static Region box(double width, double height) {
    Region box = new Region();
    box.setMinSize(0, 0);
    box.setPrefSize(width, height);
    return box;
  }

  private static void lay(Apart apart, double width) {
    apart.resize(width, apart.prefHeight(width));
    apart.layout();
  }

  @Test
  void whatFitsStandsAtTheEndsOfOneRow() {
    FxThread.run(
        () -> {
          Region left = box(60, 16);
          Region right = box(50, 18);
          Apart apart = new Apart(left, right, 6);

          lay(apart, 116);

          assertThat(apart.getHeight()).isEqualTo(18);
          assertThat(left.getWidth()).isEqualTo(60);
          assertThat(right.getLayoutX() + right.getWidth()).isEqualTo(116);
        });
  }

  @Test
  void whatDoesNotFitStandsWholeInTwoRows() {
    FxThread.run(
        () -> {
          Region left = box(60, 16);
          Region right = box(50, 18);
          Apart apart = new Apart(left, right, 6);

          lay(apart, 115);

          assertThat(apart.getHeight()).isEqualTo(34);
          assertThat(left.getWidth()).isEqualTo(60);
          assertThat(right.getWidth()).isEqualTo(50);
          assertThat(right.getLayoutX()).isZero();
          assertThat(right.getLayoutY()).isEqualTo(16);
        });
  }

  @Test
  void nothingOnTheRightTakesNoRowAndNoGap() {
    FxThread.run(
        () -> {
          Region left = box(60, 16);
          Region right = box(0, 18);
          Apart apart = new Apart(left, right, 6);

          lay(apart, 60);

          assertThat(apart.getHeight()).isEqualTo(16);
          assertThat(left.getWidth()).isEqualTo(60);
        });
  }
}
