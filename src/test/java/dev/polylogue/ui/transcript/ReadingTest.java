package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.ui.FxThread;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(420, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static String words(int turn, int paragraphs) {
    return IntStream.range(0, paragraphs)
        .mapToObj(
            i ->
                "Turn %d paragraph %d begins here and goes on. ".formatted(turn, i)
                    + "It has more words than fit on one row of the pane. ".repeat(5))
        .collect(Collectors.joining("\n\n"));
  }

  private static TranscriptTurn turn(int number, int paragraphs) {
    return Samples.turn(
        number,
        "Question " + number,
        Samples.reply(
            number,
            ReplyState.COMPLETE,
            Outcome.NONE,
            Timing.NONE,
            Samples.text(words(number, paragraphs))));
  }

  private void threeTurns() {
    stand.show(turn(1, 8), turn(2, 8), turn(3, 8));
  }

  private TranscriptReader reader() {
    return stand.view.reader();
  }

  private ReadingPlace place() {
    return FxThread.call(() -> reader().placeProperty().get());
  }

  /** The words at the upper edge. */
  private String top() {
    return FxThread.call(
        () -> {
          int from = reader().scroller().offset();
          return stand.area().getText().substring(from, from + 20).replace("\uFFFC", "");
        });
  }

  private void press(KeyCode code) {
    press(code, false);
  }

  private void press(KeyCode code, boolean shift) {
    FxThread.run(
        () -> {
          stand.area().requestFocus();
          for (var type : java.util.List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                stand.area(), new KeyEvent(type, "", "", code, shift, false, false, false));
          }
        });
    stand.settle();
  }

  @Test
  void atTheBottomThereIsNoPlace() {
    threeTurns();
    assertThat(place()).isNull();
    FxTop.wheel(stand, 900);
    assertThat(place()).isNotNull();
    for (int i = 0; i < 10; i++) {
      FxTop.wheel(stand, -400);
    }
    assertThat(place()).isNull();
  }

  @Test
  void aPlaceLeadsToTheSameWordsAtAnotherWidth() {
    threeTurns();
    press(KeyCode.HOME);
    FxTop.wheel(stand, -430);
    FxTop.wheel(stand, -170);
    String before = top();
    ReadingPlace place = place();
    assertThat(place.part()).as("in the midst of a paragraph").isPositive();
    stand.close();
    stand = Stand.open(700, 400, new PrimerLight());
    FxThread.run(() -> stand.view.show(java.util.List.of(turn(1, 8), turn(2, 8), turn(3, 8))));
    FxThread.run(() -> reader().goTo(place));
    stand.settle();
    FxThread.frames(5);
    String after =
        FxThread.call(
            () -> {
              int from = reader().scroller().offset();
              return stand.area().getText().substring(from, from + 120);
            });
    assertThat(after).contains(before.substring(0, 12));
  }

  @Test
  void aChangeOfWidthKeepsTheWords() {
    threeTurns();
    press(KeyCode.HOME);
    FxTop.wheel(stand, -430);
    FxTop.wheel(stand, -170);
    ReadingPlace before = place();
    FxThread.run(() -> stand.view.getScene().getWindow().setWidth(800));
    FxThread.frames(8);
    Scroller.Point top = FxThread.call(() -> reader().scroller().top());
    assertThat(top.part()).isBetween(before.part() - 120, before.part());
  }

  /** As when a key brings a pane back beside this one. */
  @Test
  void aKeyThatChangesTheWidthDoesNotEndTheFollowing() {
    threeTurns();
    press(KeyCode.END);
    FxThread.run(
        () -> {
          Event.fireEvent(
              stand.area(),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.T, true, true, false, false));
          stand.view.getScene().getWindow().setWidth(330);
        });
    FxThread.frames(8);
    assertThat(FxThread.call(() -> reader().followingProperty().get())).isTrue();
  }

  @Test
  void keysGoTurnByTurnAndToTheEnds() {
    threeTurns();
    FxThread.run(() -> reader().turn(-1));
    stand.settle();
    assertThat(top()).startsWith("You\nQuestion 3");
    FxThread.run(() -> reader().turn(-1));
    stand.settle();
    assertThat(top()).startsWith("You\nQuestion 2");
    FxThread.run(() -> reader().turn(1));
    stand.settle();
    assertThat(top()).startsWith("You\nQuestion 3");
    press(KeyCode.HOME);
    assertThat(top()).startsWith("You\nQuestion 1");
    press(KeyCode.END);
    assertThat(place()).isNull();
    assertThat(FxThread.call(() -> reader().followingProperty().get())).isTrue();
  }

  @Test
  void arrowsScrollAndShiftSelectsFromWhatIsInView() {
    threeTurns();
    press(KeyCode.HOME);
    press(KeyCode.PAGE_DOWN);
    ReadingPlace below = place();
    press(KeyCode.DOWN);
    assertThat(place()).isNotEqualTo(below);
    press(KeyCode.DOWN, true);
    String selected = FxThread.call(() -> reader().selected());
    assertThat(selected).isNotEmpty();
    assertThat(top()).isNotEmpty();
    assertThat(place().line()).as("not thrown back to the start").isPositive();
  }

  @Test
  void aReplyThatEndsOrGrowsDoesNotMoveTheReader() {
    stand.show(turn(1, 8), Samples.turn(2, "q", Samples.streaming(Samples.text(words(2, 6)))));
    FxTop.wheel(stand, 1_200);
    String before = top();
    stand.update(2, Samples.streaming(Samples.text(words(2, 9))));
    assertThat(top()).isEqualTo(before);
    stand.update(2, Samples.complete(words(2, 9)));
    assertThat(top()).isEqualTo(before);
    assertThat(FxThread.call(() -> reader().followingProperty().get())).isFalse();
  }

  @Test
  void anotherReplyToTheTurnBelowDoesNotMoveTheReader() {
    threeTurns();
    FxTop.wheel(stand, 2_000);
    String before = top();
    stand.show(
        turn(1, 8),
        turn(2, 8),
        Samples.turn(
            3,
            "Question 3",
            Samples.reply(9, ReplyState.STREAMING, Outcome.NONE, Timing.NONE, Samples.text("x"))));
    FxThread.frames(5);
    assertThat(top()).isEqualTo(before);
  }

  @Test
  void anotherReaderIsFollowedToTheSameTurn() {
    threeTurns();
    FxThread.run(() -> reader().align(new Beat(Samples.id(102), 0)));
    stand.settle();
    assertThat(top()).startsWith("You\nQuestion 2");
    FxThread.run(() -> reader().align(new Beat(Samples.id(102), 1.5)));
    stand.settle();
    assertThat(place().turn()).isEqualTo(Samples.id(102));
    Beat beat = FxThread.call(() -> reader().beat());
    assertThat(beat.part()).isBetween(1.4, 1.6);
  }

  @Test
  void wordsOutOfALineAreCopiedWithoutItsMark() {
    stand.show(Samples.turn(1, "x", Samples.complete("# A heading\n\n- an **item** here\n- two")));
    select("item", 4);
    assertThat(FxThread.call(() -> reader().selected())).isEqualTo("item");
    assertThat(FxThread.call(() -> reader().selectedMarkdown())).isEqualTo("**item**");
    select("heading", 7);
    assertThat(FxThread.call(() -> reader().selectedMarkdown())).isEqualTo("heading");
  }

  @Test
  void aSelectionAcrossMessagesIsCopiedAsMarkdown() {
    stand.show(
        Samples.turn(1, "Ask *me*", Samples.complete("Some **bold**\n\n|a|b|\n|-|-|\n|1|2|")),
        Samples.turn(2, "More", Samples.complete("```java\nint x;\n```")));
    FxThread.run(() -> reader().selectAll());
    assertThat(FxThread.call(() -> reader().selectedMarkdown()))
        .isEqualTo(
            """
            **You**

            Ask *me*

            **grok-4.3**

            Some **bold**

            | a | b |
            |---|---|
            | 1 | 2 |

            **You**

            More

            **grok-4.3**

            ```java
            int x;
            ```\
            """);
  }

  private void select(String words, int length) {
    FxThread.run(
        () -> {
          int at = stand.area().getText().indexOf(words);
          stand.area().selectRange(at, at + length);
        });
  }
}
