package dev.polylogue.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {
  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Titles.bounded("🌊".repeat(Titles.MOST))).isEqualTo("🌊".repeat(Titles.MOST));
  }

  @Test
  void whatIsLongerIsCutBetweenCharactersAsPeopleSeeThem() {
    String family = "👩‍👩‍👧";
    assertThat(Titles.bounded("ab" + family + "cd", 6)).isEqualTo("ab…");
    assertThat(Titles.bounded("e\u0301".repeat(10), 6)).isEqualTo("e\u0301".repeat(3) + "…");
  }

  @Test
  void aCharacterWithoutEndIsCutAllTheSame() {
    String endless = "e" + "\u0301".repeat(1_000_000);
    assertThat(Titles.bounded(endless)).hasSize(Titles.MOST + 1);
  }

  @Test
  void whatWasCutOnceStaysAsItIs() {
    String cut = Titles.bounded("word ".repeat(1000) + "🌊");
    assertThat(cut).hasSizeGreaterThan(Titles.MOST - 2).endsWith("…");
    assertThat(Titles.bounded(cut)).isEqualTo(cut);
    String waves = Titles.bounded("🌊".repeat(1000));
    assertThat(Titles.bounded(waves)).isEqualTo(waves);
  }
}
