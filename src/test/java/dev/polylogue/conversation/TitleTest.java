package dev.polylogue.conversation;

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

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Title.bounded("🌊".repeat(Title.MOST))).isEqualTo("🌊".repeat(Title.MOST));
  }

  @Test
  void whatIsLongerIsCutBetweenCharactersAsPeopleSeeThem() {
    String family = "👩‍👩‍👧";
    assertThat(Title.bounded("ab" + family + "cd", 6)).isEqualTo("ab…");
    assertThat(Title.bounded("e\u0301".repeat(10), 6)).isEqualTo("e\u0301".repeat(3) + "…");
  }

  @Test
  void aCharacterWithoutEndIsCutAllTheSame() {
    String endless = "e" + "\u0301".repeat(1_000_000);
    assertThat(Title.bounded(endless)).hasSize(Title.MOST + 1);
  }

  @Test
  void whatWasCutOnceStaysAsItIs() {
    String cut = Title.bounded("word ".repeat(1000) + "🌊");
    assertThat(cut).hasSizeGreaterThan(Title.MOST - 2).endsWith("…");
    assertThat(Title.bounded(cut)).isEqualTo(cut);
    String waves = Title.bounded("🌊".repeat(1000));
    assertThat(Title.bounded(waves)).isEqualTo(waves);
  }
}
