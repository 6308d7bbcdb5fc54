package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  private static final ModelRef DEEP = ModelRef.parse("openrouter/meta/llama-4:free");

  @TempDir Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theLastTurnsCanBeReadAlone() throws HistoryException {
    Comparison rich = rich();
    Turn last = rich.turns().getLast();
    store.create(rich);

    Comparison read = store.load(rich.id(), 1).orElseThrow();

    assertThat(read.turns()).containsExactly(last);
    assertThat(read.panes()).hasSameSizeAs(rich.panes());
    for (Pane pane : rich.panes()) {
      List<Answer> kept =
          pane.answers().stream().filter(answer -> answer.turn().equals(last.id())).toList();
      assertThat(read.pane(pane.id()).orElseThrow().answers()).isEqualTo(kept);
    }
    assertThat(store.load(rich.id(), 1000)).contains(rich);
  }

  @Test
  void aComparisonWithEverythingInItComesBackEqual() throws HistoryException {
    Comparison rich = rich();

    store.create(rich);

    assertThat(reopened().load(rich.id())).contains(rich);
  }

  private Comparison rich() {
    Turn first =
        new Turn(
            samples.id(),
            new Message(
                Message.Role.USER,
                List.of(new Part.Text("Tides 🌊\nfor children"), new Part.Text(""))),
            Samples.NOON);
    Turn second = samples.turn("And \0 with \u0007 odd \u202E things?");
    Parameters cool =
        Parameters.NONE
            .with(Setting.SYSTEM, "Be brief. \"Quotes\" \\ \0 🌊")
            .with(Setting.TEMPERATURE, "0.1")
            .with(Setting.SEED, Long.toString(Long.MIN_VALUE))
            .with(Setting.STOP, "###");
    Parameters hot =
        Parameters.NONE
            .with(Setting.TEMPERATURE, "2")
            .with(Setting.TOP_P, "0.30000000000000004")
            .with(Setting.MAX_TOKENS, "9007199254740993")
            .with(Setting.REASONING_EFFORT, "xhigh")
            .with(Setting.WEB_SEARCH, "false");
    Pane left =
        new Pane(
            samples.id(),
            Samples.GROK,
            cool,
            true,
            List.of(
                new Answer(first.id(), List.of(complete(), failed(), stopped()), 1),
                new Answer(second.id(), List.of(toolCalls()), 0)));
    Pane right =
        new Pane(
            samples.id(),
            Samples.GROK,
            hot,
            false,
            List.of(new Answer(second.id(), List.of(interrupted(), truncated()), 1)));
    Pane unasked = Pane.empty(samples.id(), DEEP, Parameters.NONE);
    return new Comparison(
        samples.id(),
        "Tides, explained",
        Samples.NOON.plusNanos(1),
        List.of(left, right, unasked),
        List.of(first, second),
        "a draft\n🌊");
  }

  private Reply complete() {
    return new Reply(
        samples.id(),
        Samples.GROK,
        ReplyState.COMPLETE,
        List.of(
            new Part.Reasoning("Hm, the moon.", 4021L),
            new Part.Text("The moon pulls 👨‍👩‍👧."),
            new Part.Reasoning("And the sun?", null),
            new Part.Text(" So does the sun."),
            new Part.Citation("https://example.org/tides?a=1&b=2", "Tides"),
            new Part.Citation("https://example.org/moon", null)),
        new Outcome(
            new Outcome.Origin("grok-4.7-0921", "req_1"),
            "stop",
            Usage.of(312L, 540L, null, 0L),
            new Cost(new BigDecimal("0.00930"), "USD", Cost.Source.REPORTED, null),
            List.of(new Warning("seed", "The seed was not sent.")),
            null),
        new Timing(
            400L,
            900L,
            5000L,
            5010L,
            new Course(
                20L, 60L, List.of(new Course.Stall(1000, 2200), new Course.Stall(3000, 4000)))));
  }

  private Reply failed() {
    return new Reply(
        samples.id(),
        DEEP,
        ReplyState.FAILED,
        List.of(),
        Outcome.NONE.with(
            new Failure(FailureKind.RATE_LIMIT, 429, "Slow down: \"too many\".", 12.5)),
        new Timing(null, null, null, 80L));
  }

  private Reply stopped() {
    return new Reply(
        samples.id(),
        Samples.GROK,
        ReplyState.STOPPED,
        List.of(new Part.Text("")),
        new Outcome(
            Outcome.Origin.UNKNOWN,
            null,
            new Usage(1L, null, null, null, 2L, 3L),
            null,
            List.of(),
            null),
        Timing.NONE);
  }

  private Reply toolCalls() {
    return new Reply(
        samples.id(),
        Samples.GROK,
        ReplyState.COMPLETE,
        List.of(
            new Part.ToolCall("call_1", "look_up", "{\"q\":\"kite\"}"),
            new Part.ToolCall("", "cut", "{\"q\":")),
        new Outcome(
            Outcome.Origin.UNKNOWN,
            "tool_calls",
            null,
            new Cost(new BigDecimal("1E-9"), "EUR", Cost.Source.COMPUTED, samples.price()),
            List.of(),
            null),
        Timing.NONE);
  }

  private Reply interrupted() {
    return new Reply(
        samples.id(),
        Samples.GROK,
        ReplyState.INTERRUPTED,
        List.of(new Part.Text("Half a sen")),
        Outcome.NONE.with(Failure.of(FailureKind.DISCONNECTED, "The connection ended.")),
        Timing.NONE);
  }

  private Reply truncated() {
    return new Reply(
        samples.id(),
        Samples.GROK,
        ReplyState.TRUNCATED,
        List.of(new Part.Text("A".repeat(200_000) + "🌊")),
        Outcome.NONE.with(Failure.of(FailureKind.TOO_LARGE, "Cut off.")),
        Timing.NONE);
  }

  @Test
  void halfASurrogatePairIsReplacedVisibly() throws HistoryException {
    Samples.Asked asked = samples.asked(store);

    store.finish(asked.complete("a\uD83Cb\uDF0Ac"), List.of());

    assertThat(asked.stored(store).text()).as("D38").isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void whatIsNotThereIsAbsent() throws HistoryException {
    assertThat(store.load(samples.id())).isEmpty();
    assertThat(store.list(50, 0)).isEmpty();
  }

  @Test
  void aTurnQueuesRepliesClearsTheDraftAndNamesTheComparison() throws HistoryException {
    Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(comparison);
    store.saveDraft(comparison.id(), "Explain");
    Turn turn = samples.turn("Explain tides.\nBriefly.");
    Map<UUID, Reply> queued = samples.queued(comparison);

    store.beginTurn(comparison.id(), turn, queued);

    Comparison stored = reopenedBesideAnother(comparison);
    assertThat(stored.draft()).isEmpty();
    assertThat(stored.title()).isEqualTo("Explain tides.");
    assertThat(stored.turns()).containsExactly(turn);
    assertThat(stored.panes())
        .allSatisfy(
            pane ->
                assertThat(pane.answers())
                    .containsExactly(new Answer(turn.id(), List.of(queued.get(pane.id())), 0)));
  }

  private Comparison reopenedBesideAnother(Comparison comparison) throws HistoryException {
    try (HistoryStore second = HistoryStore.open(folder)) {
      return second.load(comparison.id()).orElseThrow();
    }
  }

  @Test
  void aNameThatWasGivenOutlivesThePrompt() throws HistoryException {
    Comparison comparison = samples.comparison(Samples.SCRIBE);
    store.create(comparison);
    store.rename(comparison.id(), "Mine");

    store.beginTurn(comparison.id(), samples.turn("Explain tides."), samples.queued(comparison));

    assertThat(store.load(comparison.id()).orElseThrow().title()).isEqualTo("Mine");
  }

  @Test
  void theSameTwiceCountsOnce() throws HistoryException {
    Comparison comparison = samples.comparison(Samples.SCRIBE);
    Turn turn = samples.turn("Explain tides.");
    Map<UUID, Reply> queued = samples.queued(comparison);
    UUID pane = comparison.panes().getFirst().id();
    Reply again = samples.queued(comparison.panes().getFirst());
    for (int i = 0; i < 2; i++) {
      store.create(comparison);
      store.addPane(comparison.id(), comparison.panes().getFirst());
      store.beginTurn(comparison.id(), turn, queued);
      store.beginAlternative(pane, turn.id(), again);
    }

    Comparison stored = store.load(comparison.id()).orElseThrow();
    assertThat(stored.turns()).as("D27").hasSize(1);
    assertThat(stored.panes().getFirst().answers())
        .containsExactly(new Answer(turn.id(), List.of(queued.get(pane), again), 1));
  }

  @Test
  void anAlternativeIsInUseUntilAnotherIsChosen() throws HistoryException {
    Samples.Asked asked = samples.asked(store);
    store.finish(asked.complete("first"), List.of());
    Reply second = Reply.queued(samples.id(), Samples.GROK);

    store.beginAlternative(asked.pane(), asked.turn().id(), second);
    assertThat(asked.stored(store)).isEqualTo(second);

    store.useReply(asked.reply().id());
    assertThat(asked.stored(store)).isEqualTo(asked.complete("first"));
    assertThat(store.load(asked.comparison().id()).orElseThrow().panes().getFirst().answers())
        .containsExactly(
            new Answer(asked.turn().id(), List.of(asked.complete("first"), second), 0));
  }

  @Test
  void panesAreAddedOrderedChangedAndClosed() throws HistoryException {
    Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK, DEEP);
    store.create(comparison);
    List<UUID> ids = new ArrayList<>(comparison.panes().stream().map(Pane::id).toList());
    Pane added = Pane.empty(samples.id(), Samples.SCRIBE, Parameters.NONE);
    Parameters brief = Parameters.NONE.with(Setting.MAX_TOKENS, "5");

    store.addPane(comparison.id(), added);
    store.orderPanes(comparison.id(), List.of(added.id(), ids.get(2)));
    store.closePane(ids.get(0));
    store.changePane(ids.get(1), DEEP, brief);
    store.syncPane(ids.get(1), false);

    assertThat(store.load(comparison.id()).orElseThrow().panes())
        .containsExactly(
            added, comparison.panes().get(2), new Pane(ids.get(1), DEEP, brief, false, List.of()));
  }

  @Test
  void panesComeBackInTheOppositeOrderOfTheirClosing() throws HistoryException {
    Comparison comparison = samples.comparison(Samples.SCRIBE, Samples.GROK, DEEP);
    UUID id = comparison.id();
    List<UUID> panes = comparison.panes().stream().map(Pane::id).toList();
    store.create(comparison);
    store.beginTurn(id, samples.turn("Why?"), samples.queued(comparison));
    Pane blank = Pane.empty(samples.id(), Samples.SCRIBE, Parameters.NONE);
    store.addPane(id, blank);
    store.closePane(panes.get(2));
    store.closePane(panes.get(0));
    store.orderPanes(id, List.of(blank.id(), panes.get(1)));
    store.closePane(blank.id());

    assertThat(store.reopenPane(id)).contains(panes.get(0));
    assertThat(store.reopenPane(id)).contains(panes.get(2));
    assertThat(store.reopenPane(id)).as("nothing was said in the other").isEmpty();
    assertThat(store.load(id).orElseThrow().panes())
        .extracting(Pane::id)
        .containsExactly(panes.get(1), panes.get(0), panes.get(2));
  }

  @Test
  void aCopiedPaneBringsItsAnswers() throws HistoryException {
    Samples.Asked asked = samples.asked(store);
    Reply copy =
        new Reply(
            samples.id(),
            Samples.GROK,
            ReplyState.COMPLETE,
            List.of(new Part.Text("copied")),
            Outcome.NONE,
            Timing.NONE);
    Pane pane =
        new Pane(
            samples.id(),
            Samples.GROK,
            Parameters.NONE,
            true,
            List.of(new Answer(asked.turn().id(), List.of(copy), 0)));

    store.addPane(asked.comparison().id(), pane);

    assertThat(store.load(asked.comparison().id()).orElseThrow().pane(pane.id())).contains(pane);
  }

  @Test
  void whatNamesNothingIsRefusedInWords() {
    UUID nobody = samples.id();

    assertThatThrownBy(() -> store.rename(nobody, "x"))
        .isInstanceOf(HistoryException.class)
        .hasMessage("There is no comparison " + nobody + " in the history.");
    assertThatThrownBy(() -> store.beginTurn(nobody, samples.turn("Hello"), Map.of()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("no comparison");
    assertThatThrownBy(() -> store.closePane(nobody))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("no pane");
    assertThatThrownBy(() -> store.useReply(nobody))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("no reply");
  }

  private HistoryStore reopened() throws HistoryException {
    store.close();
    store = HistoryStore.open(folder);
    return store;
  }
}
