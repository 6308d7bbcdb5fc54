package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.ReadingPlace;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.run.Passage;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.Mouse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many turns the last ones are shown first, and the others are added above them. */
class LongTranscriptTest {
  private static final int TURNS = 120;

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
  void theLastTurnsAreThereFirstAndAllOfThemInTheEnd() {
    List<String> seen = new ArrayList<>();
    FxThread.run(
        () -> {
          stand.area().textProperty().addListener((property, before, now) -> seen.add(now));
          stand.view.show(turns(0, TURNS));
        });
    stand.settle();
    assertThat(FxThread.call(seen::getFirst))
        .contains("Question 119.")
        .doesNotContain("Question 0.");
    assertThat(prompts()).isEqualTo(numbers(0, TURNS));
    assertThat(stand.text()).contains("answer 0 in bold", "answer 119 in bold");
    assertThat(gaps()).as("only the first turn stands close to the edge").isEqualTo(1);
  }

  @Test
  void whatIsShownFirstHasAllItsWordsAtOnce() {
    List<String> seen = new ArrayList<>();
    FxThread.run(
        () -> {
          stand.view.getScene().addPostLayoutPulseListener(() -> seen.add(stand.area().getText()));
          stand.view.show(turns(0, TURNS));
        });
    stand.settle();
    assertThat(FxThread.call(() -> List.copyOf(seen)))
        .filteredOn(text -> text.contains("Question 119"))
        .isNotEmpty()
        .allMatch(text -> text.contains("answer 119 in bold"));
  }

  private boolean hasLines() {
    return stand.area().getParagraphs().size() > 1;
  }

  @Test
  void whatIsInViewStaysWhileOlderTurnsAreAdded() {
    FxThread.run(() -> stand.view.show(turns(0, TURNS)));
    FxThread.until(() -> hasLines());
    FxThread.run(
        () -> {
          scrollUp();
          stand.area().showParagraphAtTop(3);
        });
    FxThread.frames(2);
    String seen = FxThread.call(this::inView);
    stand.settle();
    assertThat(prompts()).hasSize(TURNS);
    assertThat(FxThread.call(this::inView)).isEqualTo(seen);
  }

  @Test
  void theVeryFirstLineInViewStaysToo() {
    FxThread.run(() -> stand.view.show(turns(60, TURNS)));
    stand.settle();
    FxThread.run(
        () -> {
          scrollUp();
          stand.area().showParagraphAtTop(0);
        });
    FxThread.frames(2);
    FxThread.run(() -> stand.view.show(turns(0, TURNS)));
    stand.settle();
    assertThat(prompts()).isEqualTo(numbers(0, TURNS));
    assertThat(FxThread.call(this::inView)).startsWith("You\nQuestion 60.");
  }

  @Test
  void aLiveReplyGoesOnMeanwhile() {
    List<TranscriptTurn> turns = new ArrayList<>(turns(0, TURNS));
    turns.add(live(""));
    FxThread.run(() -> stand.view.show(turns));
    for (int i = 1; i <= 40; i++) {
      TranscriptTurn now = live("word ".repeat(i));
      FxThread.run(() -> stand.view.update(now.turn(), now.reply()));
      FxThread.frames(1);
    }
    stand.settle();
    assertThat(prompts()).isEqualTo(numbers(0, TURNS + 1));
    assertThat(stand.text()).endsWith("word ".repeat(40).strip());
  }

  @Test
  void anOldReplyThatIsStillLiveIsShownAsItStandsInTheEnd() {
    List<TranscriptTurn> turns = turns(0, TURNS);
    FxThread.run(
        () -> {
          stand.view.show(turns);
          stand.view.update(
              turns.get(2).turn(),
              Samples.reply(2, ReplyState.COMPLETE, Samples.GOOD, Samples.TIMED, text("later")));
        });
    stand.settle();
    assertThat(stand.text()).contains("later").doesNotContain("answer 2 in");
  }

  @Test
  void somethingElseCanBeShownBeforeAllIsThere() {
    FxThread.run(() -> stand.view.show(turns(0, TURNS)));
    FxThread.run(() -> stand.view.show(turns(500, 502)));
    stand.settle();
    assertThat(prompts()).isEqualTo(numbers(500, 502));
    FxThread.run(() -> stand.view.show(List.of()));
    stand.settle();
    assertThat(stand.text()).isEmpty();
  }

  @Test
  void aTurnThatChangesLeavesTheOthersAndTheReadingPlace() {
    FxThread.run(() -> stand.view.show(turns(0, TURNS)));
    stand.settle();
    FxThread.run(() -> stand.view.reader().goTo(new ReadingPlace(Samples.id(100 + 100), 0, 0, 0)));
    FxThread.frames(2);
    String seen = FxThread.call(this::inView);
    List<TranscriptTurn> changed = new ArrayList<>(turns(0, TURNS));
    changed.set(
        30,
        Samples.turn(
            30,
            "Question 30.",
            Samples.reply(999, ReplyState.COMPLETE, Samples.GOOD, Samples.TIMED, text("again"))));
    FxThread.run(() -> stand.view.show(changed));
    stand.settle();
    assertThat(prompts()).isEqualTo(numbers(0, TURNS));
    assertThat(stand.text()).contains("again").doesNotContain("answer 30 in bold");
    assertThat(FxThread.call(this::inView)).isEqualTo(seen);
  }

  @Test
  void aTurnIsRevealedAsSoonAsItIsThere() {
    FxThread.run(
        () -> {
          stand.view.show(turns(0, TURNS));
          stand.view.reader().goTo(new ReadingPlace(Samples.id(100 + 7), 0, 0, 0));
        });
    stand.settle();
    assertThat(FxThread.call(this::inView)).startsWith("You\nQuestion 7.");
  }

  /** T05. */
  @Test
  void aVeryLongBlockOfCodeComesInPiecesAndIsWholeInTheEnd() {
    String code = "```\n" + "x = 1\n".repeat(5_000) + "```";
    TranscriptTurn turn =
        Samples.turn(
            1, "x", Samples.reply(1, ReplyState.COMPLETE, Samples.GOOD, Samples.TIMED, text(code)));
    FxThread.run(() -> stand.view.show(List.of(turn)));
    stand.settle();
    assertThat(stand.text().lines().filter("x = 1"::equals)).hasSize(5_000);
  }

  private static List<TranscriptTurn> turns(int from, int to) {
    return IntStream.range(from, to).mapToObj(LongTranscriptTest::turn).toList();
  }

  private static TranscriptTurn turn(int number) {
    return Samples.turn(
        number,
        "Question " + number + ".",
        Samples.reply(
            number,
            ReplyState.COMPLETE,
            Samples.GOOD,
            Samples.TIMED,
            text("The answer " + number + " in **bold**\n\n- one\n- two")));
  }

  private static TranscriptTurn live(String words) {
    return Samples.turn(
        TURNS,
        "Question " + TURNS + ".",
        Samples.reply(
            TURNS, ReplyState.STREAMING, Samples.GOOD, Samples.TIMED, Samples.text(words)));
  }

  private static Passage text(String words) {
    return Samples.text(words);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** The numbers of the questions, in the order in which they stand. */
  private List<Integer> prompts() {
    return FxThread.call(
        () ->
            stand.area().getParagraphs().stream()
                .filter(line -> line.getText().startsWith("Question "))
                .map(line -> Integer.valueOf(line.getText().replaceAll("\\D", "")))
                .toList());
  }

  /** How many turns have the distance of the first one. */
  private long gaps() {
    return FxThread.call(
        () ->
            stand.area().getParagraphs().stream()
                .filter(line -> line.getParagraphStyle().look() == LineStyle.Look.PROMPT_HEAD)
                .filter(line -> line.getParagraphStyle().gap() == 16)
                .count());
  }

  private String inView() {
    StringBuilder words = new StringBuilder();
    stand.area().getVisibleParagraphs().forEach(line -> words.append(line.getText()).append('\n'));
    return words.toString().replace("\uFFFC", "");
  }

  private void scrollUp() {
    Mouse.wheel(stand.area(), 0, 0, 1);
  }
}
