package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.WrittenStream;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import dev.polylogue.vote.Verdict;
import dev.polylogue.vote.Vote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindVoteTest {
  private static final Key BLIND = new Key(KeyCode.B, true, true, false);
  private static final Key VOTE = new Key(KeyCode.V, true, true, false);
  private static final List<String> NAMES =
      List.of("zephyr", "quillon", "ottoline", "sandbox", "reasoning: high");

  @TempDir private Path home;
  private HeadlessWindow window;
  private UUID comparison;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    Parameters deep = Parameters.NONE.with(Setting.REASONING_EFFORT, "high");
    comparison =
        window
            .bench
            .services
            .comparisons()
            .create(
                List.of(
                    PaneSpec.of(new ModelRef("sandbox", "zephyr-1")),
                    new PaneSpec(new ModelRef("sandbox", "quillon-2"), deep),
                    PaneSpec.of(new ModelRef("sandbox", "ottoline-3"))),
                "Why?")
            .id();
    show();
  }

  private void show() throws Exception {
    window.run(() -> window.desk.open(comparison));
    window.until(() -> window.shows(comparison));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  /** All words that can be seen, pointed at or heard once what changed is drawn. */
  private List<String> words() throws Exception {
    HeadlessFrames.pass();
    return window.ask(scene -> wordsNow());
  }

  private List<String> wordsNow() {
    List<String> words = new ArrayList<>();
    HeadlessWindow.shown(window.window.scene().getRoot()).forEach(node -> collect(words, node));
    return words.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }

  /** Waits until these can be seen, pointed at or heard, each among other words. */
  private void untilThereAre(String... parts) throws Exception {
    window.until(
        () -> {
          List<String> words = wordsNow();
          return Stream.of(parts).allMatch(part -> words.stream().anyMatch(w -> w.contains(part)));
        });
  }

  private static void collect(List<String> words, Node node) {
    add(words, node.getAccessibleText());
    add(words, node.getAccessibleHelp());
    if (node instanceof Labeled labeled) {
      add(words, labeled.getText());
    }
    if (node instanceof TextInputControl input) {
      add(words, input.getText());
      add(words, input.getPromptText());
    }
    if (node instanceof Text text) {
      add(words, text.getText());
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      add(words, control.getTooltip().getText());
    }
    if (node instanceof MenuButton menu) {
      menu.getItems().forEach(item -> add(words, item.getText()));
    }
  }

  private static void add(List<String> words, String more) {
    if (more != null) {
      words.add(more);
    }
  }

  private void nothingGivesAModelAway() throws Exception {
    assertThat(words()).noneMatch(word -> NAMES.stream().anyMatch(word::contains));
  }

  private PaneViewModel pane(String model) {
    return window.desk.chat().panes().stream()
        .filter(pane -> pane.model().model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private WrittenStream stream(String model) {
    return window.bench.streams.stream()
        .filter(each -> each.request().model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private void ask() throws Exception {
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(3);
    window.until(() -> window.desk.chat().liveProperty().get());
  }

  private void answer() throws Exception {
    ask();
    window.bench.streams.forEach(stream -> stream.say("Because.").end());
    window.until(() -> !window.desk.chat().liveProperty().get());
  }

  private List<Vote> votes() throws Exception {
    return window.bench.services.votes().booth(comparison).votes();
  }

  @Test
  void withNamesInSightTheyAreThere() throws Exception {
    untilThereAre("zephyr", "sandbox");
  }

  @Test
  void whileBlindNoTextTooltipOrAccessibleTextNamesAModelOrItsProvider() throws Exception {
    window.press(BLIND);
    nothingGivesAModelAway();
    answer();
    untilThereAre("because.");
    nothingGivesAModelAway();
    assertThat(words()).anyMatch(word -> word.equals("a"));
    window.press(Key.control(KeyCode.I));
    nothingGivesAModelAway();
  }

  @Test
  void aFailureDoesNotGiveItsProviderAway() throws Exception {
    window.press(BLIND);
    ask();
    window.bench.streams.forEach(WrittenStream::close);
    window.until(() -> !window.desk.chat().liveProperty().get());
    nothingGivesAModelAway();
    assertThat(words()).noneMatch(word -> word.contains("closed."));
  }

  @Test
  void repliesAreHeldBackUntilAllOfThemHaveEnded() throws Exception {
    window.press(BLIND);
    ask();
    stream("zephyr-1").say("First!").end();
    window.until(() -> !pane("zephyr-1").busyProperty().get());
    untilThereAre(Bench.TEXTS.get("vote.answering", 1, 3).toLowerCase(Locale.ROOT));
    assertThat(words()).noneMatch(word -> word.contains("first!"));

    stream("quillon-2").say("Second.").end();
    stream("ottoline-3").say("Third.").end();
    window.until(() -> !window.desk.chat().liveProperty().get());
    untilThereAre("first!", "second.", "third.");
  }

  @Test
  void withoutHoldingBackWordsShowAsTheyCome() throws Exception {
    window.press(BLIND);
    window.run(() -> window.desk.voting().model().hold(false));
    ask();
    stream("zephyr-1").say("First!");
    window.until(() -> !pane("zephyr-1").turns().getLast().reply().content().passages().isEmpty());
    untilThereAre("first!");
  }

  @Test
  void aVoteIsCastByKeyAndNamesComeBackOnDemandUntilTheNextPrompt() throws Exception {
    window.press(BLIND);
    answer();
    window.press(VOTE);
    window.press(Key.of(KeyCode.DIGIT2));
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    UUID second =
        window.ask(scene -> window.desk.chat().panes().get(1).turns().getLast().reply().reply());
    assertThat(votes()).hasSize(1);
    assertThat(votes().getFirst().blind()).isTrue();
    assertThat(votes().getFirst().ballot().verdict()).isEqualTo(new Verdict.Winner(second));
    nothingGivesAModelAway();

    window.run(() -> window.desk.voting().model().reveal());
    untilThereAre("zephyr", "your choice");

    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(6);
    nothingGivesAModelAway();
  }

  @Test
  void theChoiceThatAKeyWouldCastCanBeToldFromTheOthers() throws Exception {
    window.press(BLIND);
    answer();
    window.press(VOTE);
    HeadlessFrames.pass();
    window.ask(this::onlyTheFocusedChoiceIsFramed);

    window.run(
        () -> window.window.scene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT));
    HeadlessFrames.pass();
    window.ask(this::onlyTheFocusedChoiceIsFramed);
  }

  private boolean onlyTheFocusedChoiceIsFramed(Scene scene) {
    List<Region> choices =
        scene.getRoot().lookupAll(".vote-choice").stream().map(Region.class::cast).toList();
    assertThat(choices).filteredOn(Node::isFocused).hasSize(1);
    assertThat(choices)
        .allMatch(
            choice ->
                choice.getBackground().getFills().stream()
                        .anyMatch(fill -> fill.getInsets().getTop() < 0)
                    == choice.isFocused());
    return true;
  }

  @Test
  void namesThatAreAskedForBeforeTheVoteIsStoredStillFindIt() throws Exception {
    window.press(BLIND);
    answer();
    window.run(
        () -> {
          window.desk.voting().model().prefer(0);
          window.desk.voting().model().reveal();
        });
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    untilThereAre("your choice");
    Verdict verdict = window.ask(scene -> window.desk.voting().model().verdictProperty().get());
    assertThat(verdict).isEqualTo(votes().getFirst().ballot().verdict());
  }

  @Test
  void oneMoreReplyAfterTheNamesCameBackIsNotAskedAbout() throws Exception {
    window.press(BLIND);
    answer();
    window.run(
        () -> {
          window.desk.voting().model().prefer(0);
          window.desk.voting().model().reveal();
        });
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.R));
    window.bench.awaitStreams(4);
    window.bench.streams.get(3).say("Once more.").end();
    window.until(() -> window.isSaid("Once more."));
    window.until(() -> window.desk.voting().model().verdictProperty().get() == null);

    boolean votable = window.ask(scene -> window.desk.voting().model().votableProperty().get());
    assertThat(votable).isFalse();
    String asks = Bench.TEXTS.get("vote.ask").toLowerCase(Locale.ROOT);
    assertThat(words())
        .noneMatch(word -> word.contains(asks))
        .contains(Bench.TEXTS.get("vote.again").toLowerCase(Locale.ROOT));
  }

  @Test
  void theShuffledOrderIsNeverKept() throws Exception {
    List<UUID> before = order();
    for (int i = 0; i < 6; i++) {
      window.press(BLIND);
    }
    window.press(BLIND);
    assertThat(order()).isEqualTo(before);
    window.press(BLIND);
    List<UUID> shown =
        window.ask(scene -> window.desk.chat().panes().stream().map(PaneViewModel::id).toList());
    assertThat(shown).isEqualTo(before);
  }

  private List<UUID> order() throws Exception {
    return window.bench.services.comparisons().open(comparison).orElseThrow().panes().stream()
        .map(pane -> pane.id())
        .toList();
  }

  @Test
  void blindnessAndAVoteThatIsDueSurviveARestart() throws Exception {
    window.press(BLIND);
    answer();
    List<UUID> shown =
        window.ask(scene -> window.desk.chat().panes().stream().map(PaneViewModel::id).toList());
    window.close();

    window = new HeadlessWindow(home);
    show();
    nothingGivesAModelAway();
    List<UUID> again =
        window.ask(scene -> window.desk.chat().panes().stream().map(PaneViewModel::id).toList());
    assertThat(again).isEqualTo(shown);
    boolean votable = window.ask(scene -> window.desk.voting().model().votableProperty().get());
    assertThat(votable).isTrue();
  }

  @Test
  void afterARestartTheNamesOfAVoteThatWasCastCanBeShown() throws Exception {
    window.press(BLIND);
    answer();
    window.run(() -> window.desk.voting().model().cast(new Verdict.Tie()));
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    window.close();

    window = new HeadlessWindow(home);
    window.until(() -> window.shows(comparison));
    window.until(() -> window.desk.voting().model().revealableProperty().get());
    untilThereAre(Bench.TEXTS.get("vote.reveal").toLowerCase(Locale.ROOT));
  }

  @Test
  void answersThatAreThereAreHiddenAtOnceAndCanBeVotedOnAsAnOpenVote() throws Exception {
    answer();
    untilThereAre("zephyr", "complete");
    window.press(BLIND);
    untilThereAre(Bench.TEXTS.get("vote.ask.seen").toLowerCase(Locale.ROOT));
    nothingGivesAModelAway();
    assertThat(words()).noneMatch(word -> word.contains("tok/s"));
    window.press(VOTE);
    window.press(Key.of(KeyCode.DIGIT1));
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    assertThat(votes().getFirst().blind()).isFalse();
    untilThereAre(Bench.TEXTS.get("vote.reveal").toLowerCase(Locale.ROOT));
    nothingGivesAModelAway();
  }

  @Test
  void aChoiceMadeAmongNamesDoesNotTellWhoIsWhoAmongLetters() throws Exception {
    answer();
    window.press(VOTE);
    window.press(Key.of(KeyCode.DIGIT1));
    untilThereAre("your choice");
    window.press(BLIND);
    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(6);
    window.bench.streams.subList(3, 6).forEach(stream -> stream.say("Therefore.").end());
    untilThereAre("therefore.", Bench.TEXTS.get("vote.ask").toLowerCase(Locale.ROOT));
    assertThat(words()).noneMatch(word -> word.contains("your choice"));
  }

  @Test
  void aVoteWithTheNamesInSightIsAnOpenOne() throws Exception {
    answer();
    window.press(VOTE);
    window.press(Key.of(KeyCode.DIGIT0));
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    assertThat(votes().getFirst().blind()).isFalse();
    assertThat(votes().getFirst().ballot().verdict()).isEqualTo(new Verdict.Tie());
  }

  @Test
  void amongThoseThatDidNotFailCanStillBeVoted() throws Exception {
    window.press(BLIND);
    ask();
    stream("zephyr-1").close();
    stream("quillon-2").say("Second.").end();
    stream("ottoline-3").say("Third.").end();
    window.until(() -> !window.desk.chat().liveProperty().get());
    window.run(() -> window.desk.voting().model().cast(new Verdict.AllBad()));
    window.until(() -> window.desk.voting().model().votesProperty().get().size() == 1);
    assertThat(votes().getFirst().ballot().stands()).hasSize(2);
  }
}
