package dev.polylogue.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.run.Snapshot;
import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.kit.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands under a reply beside its words. */
class ReplyDetailsTest {
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(400, 700, new PrimerLight());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Snapshot waiting(double seconds) {
    return new Snapshot(
        Samples.id(1),
        ReplyState.WAITING,
        Snapshot.Content.NONE,
        Outcome.NONE,
        Timing.NONE,
        new Snapshot.Trouble(new Snapshot.Retry(2, 3, seconds, "xAI asks to wait."), null));
  }

  private static Snapshot ended(String model, @Nullable String reason, List<Warning> warnings) {
    Outcome outcome =
        new Outcome(new Outcome.Origin(model, null), reason, null, null, warnings, null);
    return Samples.reply(1, ReplyState.COMPLETE, outcome, Samples.TIMED, Samples.text("Words."));
  }

  private List<String> labels() {
    return stand.nodes(Label.class, label -> true).stream().map(Label::getText).toList();
  }

  @Test
  void aWaitingRetryCountsDownAndCanBeHurriedAndCancelled_F27_F28_F29() {
    stand.show(Samples.turn(1, "Why?", waiting(11.2)));
    assertThat(labels()).contains("xAI asks to wait.", "trying again in 12 s (2 of 3)");
    Hyperlink now = stand.nodes(Hyperlink.class, link -> link.getText().equals("Now")).getFirst();
    stand.update(1, waiting(3.9));
    assertThat(labels()).contains("trying again in 4 s (2 of 3)");
    assertThat(stand.nodes(Hyperlink.class, link -> link.getText().equals("Now")))
        .as("the link under the pointer is not replaced")
        .containsExactly(now);
    FxThread.run(now::fire);
    FxThread.run(
        stand.nodes(Hyperlink.class, link -> link.getText().equals("Cancel")).getFirst()::fire);
    assertThat(stand.hurried).containsExactly(Samples.id(101));
    assertThat(stand.stops).isEqualTo(1);
    stand.update(1, Samples.complete("At last."));
    assertThat(stand.nodes(Hyperlink.class, link -> true)).isEmpty();
  }

  @Test
  void aLongWaitIsSaidInMinutesWithAWayToRetry_F30() {
    Failure failure = new Failure(FailureKind.RATE_LIMIT, 429, "Too many requests.", 400.0);
    stand.show(Samples.turn(1, "Why?", Samples.failed(failure)));
    assertThat(labels()).contains("The provider asks to wait 7 min.");
    FxThread.run(
        stand.nodes(Hyperlink.class, link -> link.getText().equals("Retry")).getFirst()::fire);
    assertThat(stand.retried).containsExactly(Samples.id(101));
  }

  @Test
  void sourcesAreNumberedChipsThatAskBeforeTheyOpen() {
    Part.Citation noaa =
        new Part.Citation("https://oceanservice.noaa.gov/tides", "What are tides?");
    Part.Citation bare = new Part.Citation("https://example.org/moon", null);
    stand.show(
        Samples.turn(
            1,
            "Why?",
            Samples.cited(
                1,
                ReplyState.COMPLETE,
                Samples.GOOD,
                Samples.TIMED,
                List.of(noaa, bare),
                Samples.text("Words."))));
    List<Button> chips =
        stand.nodes(Button.class, button -> button.getStyleClass().contains("chip"));
    assertThat(chips)
        .extracting(Button::getText)
        .containsExactly("What are tides? · oceanservice.noaa.gov", "example.org");
    assertThat(chips.getFirst().getAccessibleText()).startsWith("Source 1: What are tides?");
    FxThread.run(chips.getFirst()::fire);
    assertThat(stand.opened).containsExactly("https://oceanservice.noaa.gov/tides");
    assertThat(stand.text()).contains("[2] example.org <https://example.org/moon>");
  }

  @Test
  void fiftySourcesAreFoldedUntilTheReaderAsks() {
    List<Part.Citation> fifty =
        IntStream.range(0, 50)
            .mapToObj(i -> new Part.Citation("https://example.org/" + i, "Page " + i))
            .toList();
    stand.show(
        Samples.turn(
            1,
            "Why?",
            Samples.cited(
                1, ReplyState.COMPLETE, Samples.GOOD, Samples.TIMED, fifty, Samples.text("W."))));
    List<Button> chips =
        stand.nodes(Button.class, button -> button.getStyleClass().contains("chip"));
    assertThat(chips).hasSize(9);
    FxThread.run(chips.getLast()::fire);
    assertThat(stand.nodes(Button.class, button -> button.getStyleClass().contains("chip")))
        .hasSize(50);
  }

  @Test
  void whatTheModelSearchedForIsShown() {
    Snapshot.Content content =
        new Snapshot.Content(
            List.of(Samples.text("Words.")),
            List.of(),
            List.of(new Part.Search("tides  cause"), new Part.Search("moon")),
            List.of());
    stand.show(
        Samples.turn(
            1,
            "Why?",
            new Snapshot(
                Samples.id(1),
                ReplyState.COMPLETE,
                content,
                Samples.GOOD,
                Samples.TIMED,
                Snapshot.Trouble.NONE)));
    assertThat(stand.text()).contains("Searched: “tides cause”, “moon”");
  }

  @Test
  void warningsTheModelThatAnsweredAndTheReasonOfTheEndAreSaid() {
    Warning warning = Warning.of(Setting.REASONING_EFFORT, "\"max\" was sent as \"high\".");
    stand.show(Samples.turn(1, "Why?", ended("grok-4.3-0709", "content_filter", List.of(warning))));
    assertThat(stand.text()).contains("Note: \"max\" was sent as \"high\".");
    assertThat(labels())
        .contains(
            "ended by the provider’s content filter  ·  asked grok-4.3, answered grok-4.3-0709");
    assertThat(stand.nodes(Label.class, label -> label.getStyleClass().contains("cut")))
        .as("an answer that was filtered is not shown as a good one")
        .hasSize(1);
  }

  @Test
  void aReasonWithoutWordsOfOursIsQuoted() {
    stand.show(Samples.turn(1, "Why?", ended("grok-4.3", "sensitive", List.of())));
    assertThat(labels()).contains("ended with “sensitive”");
  }

  @Test
  void theAccountTellsThoughtApartAndWhereTheCostComesFrom() {
    Usage usage = Usage.of(1_000L, 2_000L, null, 1_500L);
    Price.Rate rate = new Price.Rate(0, new BigDecimal("3"), null, null, new BigDecimal("15"));
    Price price =
        new Price("grok-4.3", List.of(rate), null, "USD", "docs.x.ai", LocalDate.of(2026, 3, 1));
    assertThat(Amounts.account(stand.texts, usage, price.of(usage).orElseThrow()))
        .containsExactly(
            "Input: 1,000 tokens",
            "Output: 2,000 tokens",
            "of these thought: 1,500, worth $0.023",
            "Cost: $0.033, computed by the list price of 2026-03-01, docs.x.ai");
    assertThat(Amounts.account(stand.texts, usage, null))
        .contains("of these thought: 1,500", "Cost: unknown");
    assertThat(Amounts.account(stand.texts, usage, Cost.reported(new BigDecimal("0.04"), "USD")))
        .contains("Cost: $0.04, reported by the provider");
  }

  @Test
  void anEndedReplyCanBeInspectedAndAskedAgain() {
    stand.show(Samples.turn(1, "Why?", Samples.complete("Words.")));
    for (String name : List.of("Inspect", "Answer again")) {
      FxThread.run(
          stand.nodes(Button.class, button -> name.equals(button.getAccessibleText())).getFirst()
              ::fire);
    }
    assertThat(stand.inspected).containsExactly(Samples.id(101));
    assertThat(stand.retried).containsExactly(Samples.id(101));
  }

  @Test
  void chipsThatDoNotFitBesideEachOtherGoBelow() {
    List<Part.Citation> three =
        IntStream.range(0, 3)
            .mapToObj(
                i -> new Part.Citation("https://www.example.org/" + i, "A title of words " + i))
            .toList();
    stand.show(
        Samples.turn(
            1,
            "Why?",
            Samples.cited(
                1, ReplyState.COMPLETE, Samples.GOOD, Samples.TIMED, three, Samples.text("W."))));
    List<Button> chips =
        stand.nodes(Button.class, button -> button.getStyleClass().contains("chip"));
    assertThat(chips)
        .allMatch(
            chip -> chip.localToScene(chip.getLayoutBounds()).getMaxX() <= stand.view.getWidth());
  }

  @Test
  void theThumbOfAHugeTranscriptCanBeGrabbed() {
    stand.show(Samples.turn(1, "Why?", Samples.complete("A line.\n\n".repeat(4_000))));
    double thumb =
        FxThread.call(
            () -> stand.view.lookup(".scroll-bar:vertical .thumb").getLayoutBounds().getHeight());
    assertThat(thumb).isGreaterThanOrEqualTo(20);
  }

  @Test
  void theScrollBarStaysAtTheEdgeHoweverTheWindowIsResizedWhileWordsCome() {
    StringBuilder words = new StringBuilder("A line of some words.\n\n".repeat(30));
    stand.show(Samples.turn(1, "Why?", Samples.streaming(Samples.text(words.toString()))));
    for (int i = 0; i < 12; i++) {
      double width = i % 2 == 0 ? 900 - i * 15 : 380 + i * 15;
      String now = words.append("More and more words come in. ").toString();
      FxThread.run(
          () -> {
            stand.view.getScene().getWindow().setWidth(width);
            stand.view.update(Samples.id(101), Samples.streaming(Samples.text(now)));
          });
      FxThread.frames(1);
    }
    stand.settle();
    double right =
        FxThread.call(
            () -> {
              var bar = stand.view.lookup(".scroll-bar:vertical");
              return bar.localToScene(bar.getLayoutBounds()).getMaxX();
            });
    assertThat(right).isEqualTo(stand.view.getWidth());
  }
}
