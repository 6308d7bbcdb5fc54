package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.transcript.TranscriptTurn.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a reader is when another wording of a message, with what follows it, takes its place. */
class WordingExchangeTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(420, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static TranscriptTurn turn(int number, ReplyState state, int paragraphs) {
    String words = ("Reply " + number + " goes on. ").repeat(30) + "\n\n";
    return new TranscriptTurn(
        Samples.id(100 + number),
        Prompt.of("Question " + number),
        "scribe",
        Samples.reply(
            number, state, Outcome.NONE, Timing.NONE, Samples.text(words.repeat(paragraphs))),
        new Steps(1, 1, 1, 2));
  }

  /** Turns one and two, and then those of a branch: 10 to 16, 20 to 26 and so on. */
  private static List<TranscriptTurn> thread(int branch, int turns) {
    List<TranscriptTurn> thread = new ArrayList<>();
    thread.add(turn(1, ReplyState.COMPLETE, 6));
    thread.add(turn(2, ReplyState.COMPLETE, 6));
    for (int i = 0; i < turns; i++) {
      thread.add(turn(branch * 10 + i, ReplyState.COMPLETE, 6));
    }
    return thread;
  }

  private void show(List<TranscriptTurn> turns) {
    FxThread.run(() -> stand.view.show(turns));
    stand.settle();
  }

  /** The words at the upper edge. */
  private String top() {
    return FxThread.call(
        () -> {
          int from = stand.view.reader().scroller().offset();
          String all = stand.area().getText();
          return all.substring(from, Math.min(all.length(), from + 24)).replace("\uFFFC", "");
        });
  }

  @Test
  void theMessageThatIsReadGivesWayToItsOtherWordingInTheSamePlace() {
    show(thread(1, 4));
    stand.read(10, 0, 0);
    assertThat(top()).startsWith("You\nQuestion 10");
    show(thread(2, 6));
    assertThat(top()).startsWith("You\nQuestion 20");
    assertThat(stand.follows()).isFalse();
    show(thread(1, 4));
    assertThat(top()).startsWith("You\nQuestion 10");
  }

  @Test
  void whatStandsAboveTheMessageStaysToThePixel() {
    show(thread(1, 4));
    stand.read(2, 4, 5);
    FxTop.wheel(stand, -13);
    double before = stand.share();
    String words = top();
    assertThat(before).isPositive();
    show(thread(2, 6));
    assertThat(top()).isEqualTo(words);
    assertThat(stand.share()).isEqualTo(before);
  }

  @Test
  void whoReadsFurtherDownIsTakenToTheMessage() {
    show(thread(1, 4));
    stand.read(12, 4, 2);
    show(thread(2, 6));
    assertThat(top()).startsWith("You\nQuestion 20");
    assertThat(stand.follows()).isFalse();
  }

  @Test
  void theMessageIsFoundInALongThread() {
    show(thread(1, 40));
    stand.read(10, 0, 0);
    show(thread(6, 40));
    assertThat(top()).startsWith("You\nQuestion 60");
  }

  @Test
  void whoReadsTheEndOfTheLastReplyReadsTheEndOfTheOther() {
    show(thread(1, 1));
    show(thread(2, 1));
    assertThat(stand.follows()).isTrue();
  }

  @Test
  void aMessageThatIsSentInOtherWordsIsFollowed() {
    show(thread(1, 4));
    stand.read(10, 0, 0);
    List<TranscriptTurn> sent = thread(1, 0);
    sent.add(turn(20, ReplyState.STREAMING, 0));
    show(sent);
    assertThat(stand.follows()).isTrue();
  }
}
