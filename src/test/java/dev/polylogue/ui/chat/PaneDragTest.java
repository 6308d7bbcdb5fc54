package dev.polylogue.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaneDragTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 1, 0", "0, 2, 1", "0, 3, 2", "2, 0, 0", "2, 2, 2", "2, 3, 2"})
  void aPaneLandsInTheGapItWasDroppedInto(int from, int gap, int place) {
    assertThat(PaneDrag.place(from, gap)).isEqualTo(place);
  }
}
