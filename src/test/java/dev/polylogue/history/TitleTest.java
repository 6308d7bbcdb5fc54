package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleTest {
  @Test
  void theFirstLineIsTheTitle() {
    assertThat(Title.of("\n  Explain\ttides\0 to me.  \nBriefly."))
        .isEqualTo("Explain tides to me.");
    assertThat(Title.of(" \n ")).isEmpty();
  }

  @Test
  void aLongLineIsCutAtAWord() {
    assertThat(Title.of("Explain tides to children who have never seen the sea, nor the moon."))
        .isEqualTo("Explain tides to children who have never seen the sea, nor…");
  }

  @Test
  void aWordWithoutEndIsCutBetweenCharacters() {
    assertThat(Title.of("x".repeat(100))).isEqualTo("x".repeat(60) + "…");
    assertThat(Title.of("x" + "🌊".repeat(50))).isEqualTo("x" + "🌊".repeat(29) + "…");
  }

  @Test
  void aTitleThatSomebodyGaveIsOnlyCutWhenItIsNoTitleAnyMore() {
    assertThat(Title.bounded("Tides ".repeat(40))).isEqualTo("Tides ".repeat(40));
    assertThat(Title.bounded("x".repeat(1_000_000))).isEqualTo("x".repeat(300) + "…");
  }
}
