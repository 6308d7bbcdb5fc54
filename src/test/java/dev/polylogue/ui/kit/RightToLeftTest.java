package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightToLeftTest {
  private static final String HEBREW = "הירח מושך את המים";

  @ParameterizedTest
  @ValueSource(strings = {HEBREW, "The word שלום", "القمر", "a \u202E turned"})
  void lettersAndMarksThatTurnTheDirectionAreSeen(String text) {
    assertThat(RightToLeft.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Tides", "Привет", "月は海を引く", "👨‍👩‍👧 – „“"})
  void otherTextIsNot(String text) {
    assertThat(RightToLeft.isIn(text)).isFalse();
  }
}
