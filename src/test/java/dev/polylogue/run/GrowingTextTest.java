package dev.polylogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingTextTest {

  @Test
  void aViewStaysAsItWasWhileTheTextGrows() {
    GrowingText text = new GrowingText();
    text.append("one");
    CharSequence early = text.view();
    text.append(" two".repeat(1000));
    assertThat(early.toString()).isEqualTo("one");
    assertThat(early.subSequence(1, 3).toString()).isEqualTo("ne");
    assertThat(text.view().length()).isEqualTo(3 + 4000);
  }

  @Test
  void aPairInTwoPiecesIsNeverSeenHalf_F55() {
    GrowingText text = new GrowingText();
    text.append("a\uD83D");
    assertThat(text.view().toString()).isEqualTo("a");
    text.append("\uDE00b");
    assertThat(text.view().toString()).isEqualTo("a😀b");
  }

  @Test
  void halvesThatFindNoOtherAreMadeVisible_D38() {
    GrowingText text = new GrowingText();
    text.append("\uDE00a\uD83Db");
    text.append("\uD83D");
    text.append("c\uD83D");
    text.close();
    assertThat(text.view().toString()).isEqualTo("\uFFFDa\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void anySplitOfAnyTextGivesTheSameText() {
    Random random = new Random(1);
    String whole = "aé漢😀\u0000👩‍👩‍👧 z".repeat(50);
    for (int round = 0; round < 200; round++) {
      GrowingText text = new GrowingText();
      for (int from = 0; from < whole.length(); ) {
        int to = Math.min(whole.length(), from + random.nextInt(4));
        text.append(whole.substring(from, to));
        from = to;
      }
      text.close();
      assertThat(text.view().toString()).isEqualTo(whole);
    }
  }
}
