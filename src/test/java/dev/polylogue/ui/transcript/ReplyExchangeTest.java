package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.session.Prompt;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.transcript.TranscriptTurn.Steps;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a reader is when the reply that is read gives way to another. */
class ReplyExchangeTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(420, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static String words(int reply, int paragraphs) {
    return IntStream.range(0, paragraphs)
        .mapToObj(i -> "Reply %d paragraph %d. ".formatted(reply, i) + "It goes on. ".repeat(30))
        .collect(Collectors.joining("\n\n"));
  }

  private static TranscriptTurn turn(int number, int reply, int paragraphs) {
    return turn(number, reply, ReplyState.COMPLETE, words(reply, paragraphs));
  }

  private static TranscriptTurn turn(int number, int reply, ReplyState state, String words) {
    return new TranscriptTurn(
        Samples.id(100 + number),
        Prompt.of("Question " + number),
        "scribe",
        Samples.reply(reply, state, Outcome.NONE, Timing.NONE, Samples.text(words)),
        new Steps(1, 3, 1, 1));
  }

  /** The words at the upper edge. */
  private String top() {
    return FxThread.call(
        () -> {
          int from = stand.view.reader().scroller().offset();
          String all = stand.area().getText();
          return all.substring(from, Math.min(all.length(), from + 24));
        });
  }

  @Test
  void inTheMiddleOfTheLastReplyTheSameParagraphOfTheOtherIsRead() {
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    stand.read(2, 4, 9);
    assertThat(top()).startsWith("Reply 2 paragraph 9.");
    stand.show(turn(1, 1, 4), turn(2, 3, 30));
    assertThat(top()).startsWith("Reply 3 paragraph 9.");
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    assertThat(top()).startsWith("Reply 2 paragraph 9.");
    assertThat(stand.follows()).isFalse();
  }

  @Test
  void aShorterReplyIsReadFromItsHeadAndTheWayBackLeadsToTheSameParagraph() {
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    stand.read(2, 4, 15);
    stand.show(turn(1, 1, 4), turn(2, 3, 10));
    assertThat(top()).startsWith("scribe");
    stand.show(turn(1, 1, 4), turn(2, 4, 1));
    assertThat(stand.text()).contains("Reply 4");
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    assertThat(top()).startsWith("Reply 2 paragraph 15.");
    assertThat(stand.follows()).isFalse();
  }

  @Test
  void whoReadsTheEndOfALongReplyReadsTheEndOfTheOther() {
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    stand.show(turn(1, 1, 4), turn(2, 3, 30));
    assertThat(stand.follows()).isTrue();
  }

  @Test
  void theHeadOfAShortReplyStaysInViewWhenALongOneTakesItsPlace() {
    stand.show(turn(1, 1, 4), turn(2, 2, ReplyState.COMPLETE, "Short."));
    String before = top();
    stand.show(turn(1, 1, 4), turn(2, 3, 30));
    assertThat(top()).isEqualTo(before);
    assertThat(stand.follows()).isFalse();
    stand.show(turn(1, 1, 4), turn(2, 2, ReplyState.COMPLETE, "Short."));
    assertThat(top()).isEqualTo(before);
  }

  @Test
  void whatStandsAboveTheOtherReplyStaysToThePixel() {
    stand.show(turn(1, 1, 20), turn(2, 2, 20));
    stand.read(1, 4, 18);
    FxTop.wheel(stand, -13);
    double before = stand.share();
    assertThat(before).isPositive();
    stand.show(turn(1, 1, 20), turn(2, 3, 30));
    assertThat(stand.share()).isEqualTo(before);
  }

  @Test
  void aReplyThatIsAskedForAgainIsReadFromItsHeadAsItComes() {
    stand.show(turn(1, 1, 4), turn(2, 2, 20), turn(3, 3, 20));
    stand.read(2, 4, 18);
    stand.show(turn(1, 1, 4), turn(2, 4, ReplyState.STREAMING, ""), turn(3, 3, 20));
    assertThat(top()).startsWith("scribe");
    for (int length = 1; length < 8; length++) {
      stand.update(2, turn(2, 4, ReplyState.STREAMING, words(4, length)).reply());
    }
    assertThat(top()).startsWith("scribe");
    assertThat(stand.follows()).isFalse();
  }

  @Test
  void theLastReplyThatIsAskedForAgainAtTheEndIsFollowed() {
    stand.show(turn(1, 1, 4), turn(2, 2, 20));
    stand.show(turn(1, 1, 4), turn(2, 4, ReplyState.STREAMING, ""));
    stand.update(2, turn(2, 4, ReplyState.STREAMING, words(4, 20)).reply());
    assertThat(stand.follows()).isTrue();
  }
}
