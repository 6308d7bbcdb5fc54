package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Timing;
import dev.polylogue.ui.kit.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void theFirstTokenIsThatOfTheAnswerAsInTheTimeline() {
    Timing timing = new Timing(30L, 2_050L, 3_000L, 3_100L);
    assertThat(Figures.speed(texts, timing, null)).startsWith("2.05 s first");
    assertThat(Figures.speed(texts, new Timing(30L, null, 900L, null), null)).isEmpty();
  }
}
