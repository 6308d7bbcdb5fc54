package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

  @Test
  void theWordsTogetherAreTheText() {
    assertThat(RightToLeft.words("אב  גד\tה")).containsExactly("אב  ", "גד\t", "ה");
    assertThat(RightToLeft.words("")).containsExactly("");
    assertThat(String.join("", RightToLeft.words(HEBREW))).isEqualTo(HEBREW);
  }

  @Test
  void aLongWordIsCutButNeverWithinALetter() {
    String word = "א".repeat(23) + "👧".repeat(40);
    assertThat(RightToLeft.words(word))
        .hasSizeGreaterThan(2)
        .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(25))
        .noneSatisfy(piece -> assertThat(Character.isLowSurrogate(piece.charAt(0))).isTrue());
    assertThat(String.join("", RightToLeft.words(word))).isEqualTo(word);
  }

  @Test
  void onlyPiecesOfOneWordAreJoined() {
    assertThat(RightToLeft.mayJoin("של", "ום ")).isTrue();
    assertThat(RightToLeft.mayJoin("שלום ", "עולם")).isFalse();
    assertThat(RightToLeft.mayJoin("של", "ום עולם")).isFalse();
    assertThat(RightToLeft.mayJoin("The tide ", "comes")).isTrue();
  }
}
