package dev.polylogue.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Timing;
import dev.polylogue.ui.inspector.Timeline.Kind;
import dev.polylogue.ui.inspector.Timeline.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void everyStretchOfALongReplyIsTold() {
    Course course = new Course(2_000L, 2_080L, List.of(new Course.Stall(4_000, 5_500)));

    Timeline timeline = Timeline.of(new Timing(2_500L, 3_000L, 6_000L, 6_100L, course));

    assertThat(timeline.stretches())
        .containsExactly(
            new Stretch(Kind.RETRYING, 0, 2_000),
            new Stretch(Kind.CONNECTING, 2_000, 2_080),
            new Stretch(Kind.WAITING, 2_080, 2_500),
            new Stretch(Kind.THINKING, 2_500, 3_000),
            new Stretch(Kind.ANSWERING, 3_000, 6_000),
            new Stretch(Kind.CLOSING, 6_000, 6_100));
    assertThat(timeline.stalls()).hasSize(1);
    assertThat(timeline.end()).isEqualTo(6_100);
  }

  @Test
  void aReplyThatFailedWithoutAWordOnlyWaited() {
    assertThat(Timeline.of(new Timing(null, null, null, 700L)).stretches())
        .containsExactly(new Stretch(Kind.WAITING, 0, 700));
  }

  @Test
  void whatWasNeverMeasuredHasNoTimeline() {
    assertThat(Timeline.of(Timing.NONE)).isEqualTo(Timeline.NOTHING);
  }

  @Test
  void theWaitForARefusedAttemptIsNotTheModels() {
    Timing timing =
        new Timing(null, 12_400L, 13_000L, 13_000L, new Course(12_000L, null, List.of()));

    assertThat(timing.toFirstToken()).isEqualTo(400);
  }

  @Test
  void theScaleHasRoundSteps() {
    assertThat(TimelineCanvas.step(1)).isEqualTo(1);
    assertThat(TimelineCanvas.step(130)).isEqualTo(200);
    assertThat(TimelineCanvas.step(4_100)).isEqualTo(5_000);
    assertThat(TimelineCanvas.step(50_001)).isEqualTo(100_000);
  }
}
