package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Timing;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineBarTest {
  private final TimelineBar bar = new TimelineBar();

  @BeforeEach
  void show() {
    bar.resize(400, 4);
    bar.show(answering(6_000, null));
    bar.layout();
  }

  @Test
  void aLiveBarStandsStillUntilAStepCanBeSeen() {
    bar.show(answering(6_099, null));
    assertThat(end()).isEqualTo(240);
    bar.show(answering(6_100, null));
    assertThat(end()).isEqualTo(244);
  }

  @Test
  void theEndIsShownToTheMillisecond() {
    bar.show(answering(6_025, 6_026L));
    assertThat(end()).isEqualTo(241);
  }

  @Test
  void theFirstTokenIsShownAtOnce() {
    bar.show(new Timing(100L, null, 6_000L, null));
    assertThat(part(2).isVisible()).isFalse();
    bar.show(new Timing(100L, 5_900L, 6_001L, null));
    assertThat(end()).isEqualTo(240);
    assertThat(part(2).isVisible()).isTrue();
  }

  /** In pixels; the bar shows ten seconds. */
  private double end() {
    bar.layout();
    return part(2).getBoundsInParent().getMaxX();
  }

  private Node part(int index) {
    bar.layout();
    return bar.getChildrenUnmodifiable().get(index);
  }

  private static Timing answering(long last, @Nullable Long total) {
    return new Timing(null, 500L, last, total);
  }
}
