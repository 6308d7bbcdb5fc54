package dev.polylogue.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapedWordsTest {
  private static final String HEBREW = "הירח מושך את המים";

  @ParameterizedTest
  @ValueSource(strings = {HEBREW, "e\u0301te\u0301", "👩\u200D👧", "नमस्ते", "สวัสดี", "ខ្មែរ"})
  void lettersThatAreFormedTogetherAreSeen(String text) {
    assertThat(ShapedWords.areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Tides", "\u00E9t\u00E9", "Привет", "月は海を引く", "👧 – „“"})
  void otherTextIsNot(String text) {
    assertThat(ShapedWords.areIn(text)).isFalse();
  }

  @Test
  void theWordsTogetherAreTheText() {
    assertThat(ShapedWords.of("אב  גד\tה")).containsExactly("אב  ", "גד\t", "ה");
    assertThat(ShapedWords.of("")).containsExactly("");
    assertThat(String.join("", ShapedWords.of(HEBREW))).isEqualTo(HEBREW);
  }

  @Test
  void aSentenceWithoutBlanksFallsIntoItsLetters() {
    assertThat(ShapedWords.of("น้ำขึ้นและน้ำลงวันละสองครั้ง"))
        .startsWith("น้ำ", "ขึ้")
        .hasSizeGreaterThan(12);
  }

  @Test
  void aLineMayBreakWithinACompound() {
    assertThat(ShapedWords.of("grand-me\u0300re")).containsExactly("grand-", "me\u0300re");
  }

  @Test
  void aLongWordIsCutButNeverWithinALetter() {
    String word = "א".repeat(23) + "ב\u05BC" + "👧".repeat(40);
    assertThat(ShapedWords.of(word))
        .hasSizeGreaterThan(2)
        .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(25))
        .noneSatisfy(piece -> assertThat(piece).startsWith("\u05BC"))
        .noneSatisfy(piece -> assertThat(Character.isLowSurrogate(piece.charAt(0))).isTrue());
    assertThat(String.join("", ShapedWords.of(word))).isEqualTo(word);
  }

  @Test
  void onlyPiecesOfPlainTextAreJoined() {
    assertThat(ShapedWords.mayJoin("שלום ", "עולם")).isFalse();
    assertThat(ShapedWords.mayJoin("The ", "cafe\u0301")).isFalse();
    assertThat(ShapedWords.mayJoin("שלום ", "")).isTrue();
    assertThat(ShapedWords.mayJoin("The tide ", "comes")).isTrue();
  }
}
