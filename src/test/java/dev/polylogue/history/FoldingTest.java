package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void theFirstLetterOfAWordIsToldAsTheWholeWordWouldTellIt() {
    List<String> tails =
        List.of("", "x", "\u0301", "\u0327b", "\u0345", "\u0654", "\u3099", "\u03C2");
    for (int point = '0'; point < 0x3000; point++) {
      int first = Folding.first(point);
      if (first != 0 && Character.isLetterOrDigit(point)) {
        for (String tail : tails) {
          String folded = Folding.word(Character.toString(point) + tail);
          assertThat(folded.codePointAt(0)).as("%x %s", point, tail).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void moreIsLeftToTheWholeWord() {
    assertThat("éйıæςİ".codePoints().map(Folding::first)).containsOnly(0);
  }
}
