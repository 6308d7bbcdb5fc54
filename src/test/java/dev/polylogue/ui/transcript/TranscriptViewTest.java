package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.Mouse;
import dev.polylogue.ui.markdown.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.TextExt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptViewTest {
  private static final String LONG = "Twice a day the sea rises.\n\n".repeat(60);

  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(360, 500, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aTurnShowsThePromptTheSpeakerAndTheAnswer() {
    stand.show(Samples.turn(1, "Why tides?", Samples.complete("The **moon** pulls.")));
    assertThat(stand.text()).isEqualTo("You\nWhy tides?\n\ngrok-4.3\n\nThe moon pulls.");
    assertThat(styleOf("moon").marks()).containsExactly(Span.Mark.STRONG);
  }

  /** Else JavaFX would paint the whole window a second time for their styles. */
  @Test
  void newLinesHaveTheirNodesBeforeTheStylesOfTheirFrameAreSeenTo() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text(LONG))));
    List<Boolean> laid = new ArrayList<>();
    FxThread.run(() -> stand.view.getScene().addPreLayoutPulseListener(() -> addLaid(laid)));
    stand.update(1, Samples.streaming(Samples.text(LONG + "High tide.\n\nSlack.")));
    assertThat(laid).isNotEmpty().doesNotContain(false);
  }

  /** Whether the last words have a node, once they are in the text. */
  private void addLaid(List<Boolean> laid) {
    if (stand.area().getText().contains("Slack.")) {
      laid.add(
          stand.area().lookupAll(".words").stream()
              .anyMatch(node -> node instanceof TextExt words && words.getText().equals("Slack.")));
    }
  }

  /** Lines that were measured before they were styled would stand in each other's place. */
  @Test
  void everyLineHasTheRoomThatItNeedsAfterTheLookHasChanged() {
    String words = "# Tides\n\n" + LONG + "```java\nint tide = 1;\n```\n\n- twice\n- a day\n";
    TranscriptTurn turn = Samples.turn(1, "x", Samples.complete(words));
    stand.show(turn);
    stand.dress(new PrimerDark(), () -> {});
    assertThat(stand.crowded()).isEmpty();

    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text(words))));
    for (int i = 1; i <= 24; i++) {
      Theme look = i % 2 == 0 ? new PrimerDark() : new PrimerLight();
      Snapshot further = Samples.streaming(Samples.text((words + "\n\n").repeat(i) + "The end."));
      FxThread.run(() -> stand.view.update(turn.turn(), further));
      FxThread.frames(i % 4);
      if (i % 3 == 0) {
        stand.dress(look, () -> stand.view.update(turn.turn(), further));
        assertThat(stand.crowded()).as("at " + i).isEmpty();
      }
    }
  }

  /** To make it takes longer than a frame, and the first words would wait for it. */
  @Test
  void theFootKeepsItsNodeWhenTheFirstWordsCome() {
    stand.show(Samples.turn(1, "x", Samples.streaming()));
    TimelineBar before = stand.nodes(TimelineBar.class, bar -> true).getFirst();
    stand.update(1, Samples.streaming(Samples.text("Low tide.")));
    assertThat(stand.text()).endsWith("\n\ngrok-4.3\n\nLow tide.");
    assertThat(stand.nodes(TimelineBar.class, bar -> true)).containsExactly(before);
  }

  @Test
  void theToolsOfAPromptKeepTheirNodeUntilTheReplyHasEnded() {
    stand.show(Samples.turn(1, "x", Samples.streaming()));
    List<HBox> before = tools();
    stand.update(1, Samples.streaming(Samples.text("Low tide.")));
    stand.update(1, Samples.complete("Low tide."));
    assertThat(tools()).hasSize(1).isEqualTo(before);
  }

  private List<HBox> tools() {
    return stand.nodes(HBox.class, box -> box.getStyleClass().contains("prompt-tools"));
  }

  /** T02. */
  @Test
  void rawHtmlIsLiteralText() {
    stand.show(
        Samples.turn(
            1, "x", Samples.complete("<script>alert(1)</script>\n\na <b onclick=x>b</b>")));
    assertThat(stand.text()).contains("<script>alert(1)</script>", "a <b onclick=x>b</b>");
  }

  /** T01. */
  @Test
  void aPictureIsItsDescriptionAndAddressAndNothingElse() {
    stand.show(Samples.turn(1, "x", Samples.complete("![chart](http://127.0.0.1:9/p.png?d=1)")));
    assertThat(stand.text()).contains("picture: chart (http://127.0.0.1:9/p.png?d=1)");
    assertThat(stand.nodes(ImageView.class, view -> true)).isEmpty();
  }

  @Test
  void aClickOnALinkAsksToOpenIt() {
    stand.show(Samples.turn(1, "x", Samples.complete("See [the paper](https://example.org/p).")));
    TextExt link =
        stand.nodes(TextExt.class, text -> text.getText().equals("the paper")).getFirst();
    click(link);
    assertThat(stand.opened).containsExactly("https://example.org/p");
  }

  /** T06. */
  @Test
  void charactersThatWouldDeceiveAreVisibleAndCopiedAsShown() {
    stand.show(
        Samples.turn(1, "a\u200Bb", Samples.complete("```\nx\u202Ey\u001Bz\n```\n\nfamily 👩‍💻")));
    assertThat(stand.text()).contains("a‹U+200B›b", "x‹U+202E›y^[z", "family 👩‍💻");
    press(Button.class, "Copy code");
    assertThat(stand.copied).containsExactly("x‹U+202E›y^[z\n");
  }

  @Test
  void reasoningIsOpenWhileItStreamsAndClosesWhenTheAnswerBegins() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.thought("hidden thoughts", 2_200L))));
    assertThat(stand.text()).contains("Thinking… 2 s", "hidden thoughts");
    stand.update(
        1, Samples.streaming(Samples.thought("hidden thoughts", 3_100L), Samples.text("Answer")));
    assertThat(stand.text()).contains("Thought for 3.1 s", "Answer").doesNotContain("hidden");
    press(Button.class, "Show what was thought: Thought for 3.1 s");
    assertThat(stand.text()).contains("hidden thoughts");
    press(Button.class, "Hide what was thought: Thought for 3.1 s");
    assertThat(stand.text()).doesNotContain("hidden thoughts");
  }

  @Test
  void aFailureKeepsTheTextAndOffersRetryAndDetails() {
    stand.show(
        Samples.turn(
            1,
            "x",
            Samples.failed(
                new Failure(FailureKind.RATE_LIMIT, 429, "Slow down.", 12.0),
                Samples.text("Half an answ"))));
    assertThat(stand.text()).contains("Half an answ", "Rate limit. Slow down.");
    press(Hyperlink.class, "Retry");
    press(Hyperlink.class, "Copy details");
    assertThat(stand.retried).containsExactly(Samples.id(101));
    assertThat(stand.copied.getFirst()).contains("Kind: rate_limit", "HTTP status: 429");
  }

  @Test
  void aLiveReplyCanBeStoppedAndAnEndedOneCopied() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text("one"))));
    press(Button.class, "Stop");
    assertThat(stand.stops).isEqualTo(1);
    stand.update(1, Samples.complete("one **two**"));
    press(Button.class, "Copy answer");
    assertThat(stand.copied).containsExactly("one **two**");
  }

  @Test
  void aGrowingReplyEndsAsTheWholeTextWould() {
    String whole =
        "# Title\n\nSome *words* and\n\n- a\n- b\n\n```java\nint x;\n```\n\n|a|b|\n|-|-|\n|1|2|\n";
    stand.show(Samples.turn(1, "x", Samples.streaming()));
    for (int end = 1; end <= whole.length(); end += 3) {
      String part = whole.substring(0, end);
      FxThread.run(() -> stand.view.update(Samples.id(101), Samples.streaming(Samples.text(part))));
      FxThread.frames(1);
    }
    stand.update(1, Samples.complete(whole));
    String grown = stand.text();
    stand.show(Samples.turn(2, "x", Samples.complete(whole)));
    assertThat(grown).isEqualTo(stand.text()).endsWith("• a\n• b\n\nint x;\n\na\tb\n1\t2");
  }

  @Test
  void aSelectionAcrossTwoMessagesIsCopiedAsPlainText() {
    stand.show(
        Samples.turn(1, "First question", Samples.complete("First *answer*.")),
        Samples.turn(2, "Second question", Samples.complete("1. one\n2. two")));
    FxThread.run(
        () -> {
          stand.area().selectAll();
          stand.area().copy();
        });
    assertThat(stand.copied)
        .containsExactly(
            """
            You
            First question

            grok-4.3

            First answer.

            You
            Second question

            grok-4.3

            1. one
            2. two\
            """);
  }

  @Test
  void aSelectionStandsWhileTheReplyGrows() {
    stand.show(Samples.turn(1, "question", Samples.streaming(Samples.text("some words"))));
    FxThread.run(
        () -> {
          int at = stand.area().getText().indexOf("some");
          stand.area().selectRange(at, at + 4);
        });
    stand.update(1, Samples.streaming(Samples.text("some words and more\n\nand more")));
    FxThread.run(() -> stand.area().copy());
    assertThat(stand.copied).containsExactly("some");
  }

  @Test
  void theStreamIsFollowedOnlyFromTheBottom() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text(LONG))));
    assertThat(lastLineIsVisible()).isTrue();
    stand.update(1, Samples.streaming(Samples.text(LONG + LONG)));
    assertThat(lastLineIsVisible()).isTrue();
    assertThat(jumpButton().isVisible()).isFalse();

    FxTop.wheel(stand, 400);
    stand.update(1, Samples.streaming(Samples.text(LONG + LONG + LONG)));
    assertThat(lastLineIsVisible()).isFalse();
    assertThat(jumpButton().isVisible()).isTrue();

    FxThread.run(jumpButton()::fire);
    FxThread.frames(3);
    assertThat(lastLineIsVisible()).isTrue();
    assertThat(jumpButton().isVisible()).isFalse();
  }

  @Test
  void whereAllOfTheThreadIsInViewNothingIsToJumpTo() {
    stand.show(Samples.turn(1, "x", Samples.complete("short")));
    FxThread.run(() -> stand.view.reader().firstTurn());
    stand.settle();
    FxThread.frames(3);
    assertThat(lastLineIsVisible()).isTrue();
    assertThat(jumpButton().isVisible()).isFalse();
  }

  @Test
  void comingBackToTheBottomFollowsAgain() {
    stand.show(Samples.turn(1, "x", Samples.streaming(Samples.text(LONG))));
    FxTop.wheel(stand, 400);
    assertThat(jumpButton().isVisible()).isTrue();
    FxTop.wheel(stand, -4_000);
    assertThat(jumpButton().isVisible()).isFalse();
  }

  @Test
  void anotherThreadStandsAtItsEnd() {
    stand.show(Samples.turn(1, "x", Samples.complete(LONG)));
    FxTop.scrollToTop(stand);
    stand.show(Samples.turn(2, "y", Samples.complete(LONG)));
    assertThat(lastLineIsVisible()).isTrue();
  }

  @Test
  void whatHasNotChangedIsKept() {
    TranscriptTurn first = Samples.turn(1, "one", Samples.complete("first"));
    stand.show(first);
    var line = FxThread.call(() -> stand.area().getParagraph(0));
    stand.show(
        first,
        Samples.turn(
            2,
            "two",
            Samples.reply(
                2, ReplyState.COMPLETE, Outcome.NONE, Timing.NONE, Samples.text("second"))));
    assertThat(FxThread.call(() -> stand.area().getParagraph(0))).isSameAs(line);
    assertThat(stand.text()).contains("first", "second");
    stand.show(first);
    assertThat(stand.text()).contains("first").doesNotContain("second");
  }

  @Test
  void aToolCallIsShownAndSaidNotToBeCarriedOut() {
    stand.show(
        Samples.turn(
            1,
            "x",
            Samples.streaming(new Passage(Passage.Kind.TOOL_CALL, "search({\"q\":1})", null))));
    assertThat(stand.text())
        .contains("Tool called (Polylogue itself carries none out): search\n{\n  \"q\": 1\n}");
  }

  @Test
  void theAreaAndItsButtonsHaveNames() {
    stand.show(Samples.turn(1, "x", Samples.complete("```\ncode\n```")));
    assertThat(FxThread.call(() -> stand.area().getAccessibleText()))
        .isEqualTo("Transcript of grok-4.3");
    assertThat(stand.nodes(ButtonBase.class, button -> name(button).isBlank())).isEmpty();
  }

  private Button jumpButton() {
    return (Button) FxThread.call(() -> stand.view.lookup(".jump"));
  }

  private boolean lastLineIsVisible() {
    return FxThread.call(
        () ->
            stand
                .area()
                .allParToVisibleParIndex(stand.area().getParagraphs().size() - 1)
                .isPresent());
  }

  private TextStyle styleOf(String words) {
    return FxThread.call(() -> stand.area().getStyleOfChar(stand.area().getText().indexOf(words)));
  }

  private <T extends ButtonBase> void press(Class<T> type, String name) {
    T button = stand.nodes(type, candidate -> name(candidate).equals(name)).getFirst();
    FxThread.run(button::fire);
    stand.settle();
  }

  private static String name(ButtonBase button) {
    String accessible = button.getAccessibleText();
    return accessible == null ? String.valueOf(button.getText()) : accessible;
  }

  private static void click(Node node) {
    FxThread.run(() -> Mouse.fire(node, MouseEvent.MOUSE_CLICKED, 1, 1, 1));
  }
}
