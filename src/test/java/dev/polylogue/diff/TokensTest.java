package dev.polylogue.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void wordsBlanksAndMarksStandAlone() {
    assertThat(Tokens.of("The tide, twice."))
        .containsExactly("The", " ", "tide", ",", " ", "twice", ".");
  }

  @Test
  void anApostropheAndADecimalPointBelongToTheirWord() {
    assertThat(Tokens.of("It doesn't cost 3.50 \u2014 don\u2019t."))
        .contains("doesn't", "3.50", "don\u2019t");
  }

  @Test
  void charactersOfScriptsWithoutBlanksAreWordsOfTheirOwn() {
    assertThat(Tokens.of("\u6f6e\u6c50ok")).containsExactly("\u6f6e", "\u6c50", "ok");
  }

  @Test
  void joinedTheyAreTheTextWhateverItIs() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 40; j++) {
        text.appendCodePoint(
            List.of(
                    random.nextInt(0x80),
                    random.nextInt(0x3000),
                    0x1F600 + random.nextInt(60),
                    0xD83D)
                .get(random.nextInt(4)));
      }
      assertThat(String.join("", Tokens.of(text.toString()))).isEqualTo(text.toString());
    }
  }
}
