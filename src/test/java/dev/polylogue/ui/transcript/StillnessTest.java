package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What need not be laid out again while a reply comes, many times a second. */
class StillnessTest {
  private final Stand stand = Stand.open(600, 500, new PrimerLight());

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aReplyThatGoesOnWithoutWordsMovesNoLine() {
    stand.show(Samples.turn(1, "Ask me", streaming(2_300)));
    boolean moved =
        FxThread.call(
            () -> {
              stand.view.update(Samples.id(101), streaming(2_900));
              return stand.area().flow().isNeedsLayout();
            });
    assertThat(moved).isFalse();
  }

  private static Snapshot streaming(long lastToken) {
    return Samples.reply(
        1,
        ReplyState.STREAMING,
        Outcome.NONE,
        new Timing(null, 1_200L, lastToken, null),
        Samples.text("So far."));
  }

  @Test
  void linesThatMoveMoveNothingAroundThem() {
    stand.show(Samples.turn(1, "Ask me", streaming(2_300)));
    boolean moved =
        FxThread.call(
            () -> {
              stand.area().requestLayout();
              return stand.view.isNeedsLayout();
            });
    assertThat(moved).isFalse();
  }
}
