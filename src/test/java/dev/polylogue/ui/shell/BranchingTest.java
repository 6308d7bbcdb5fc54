package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.session.Prompt;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.Mouse;
import dev.polylogue.ui.chat.ChooserRow;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchingTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("One.", "Two.");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private static Key alt(KeyCode code) {
    return new Key(code, false, false, true);
  }

  private PaneViewModel pane(int place) {
    return window.desk.chat().panes().get(place);
  }

  private <T extends Node> List<T> nodes(Class<T> type) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
  }

  private String text(String selector) throws Exception {
    return window.ask(scene -> ((Label) scene.getRoot().lookup(selector)).getText());
  }

  @Test
  void theArrowUpEditsTheLastMessageAndEscapeLeavesItAsItIs() throws Exception {
    window.press(Key.control(KeyCode.L));
    window.press(Key.of(KeyCode.UP));
    TextArea composer = (TextArea) window.ask(scene -> scene.getFocusOwner());
    assertThat(composer.getText()).isEqualTo(Bench.TEXTS.get("composer.first"));
    assertThat(text(".editing-strip .label")).contains("scribe, thinker");
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(composer.getText()).isEmpty();

    window.press(Key.of(KeyCode.UP));
    window.run(() -> composer.setText("In other words?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Other words.", "More words.");
    assertThat(pane(0).turns()).hasSize(1);
    assertThat(pane(0).turns().getFirst().prompt()).isEqualTo("In other words?");
    window.press(new Key(KeyCode.LEFT, true, false, true));
    window.until(() -> !pane(0).turns().getFirst().prompt().equals("In other words?"));
    assertThat(pane(1).turns().getFirst().steps().branch()).isEqualTo(1);
  }

  @Test
  void theListCountsTheTurnsOfTheWordingOnScreen() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("And then?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Three.", "Four.");
    window.until(() -> listsTurns(2));
    UUID first = pane(0).turns().getFirst().turn();
    window.run(
        () ->
            window
                .desk
                .chat()
                .branches()
                .edit(first, Prompt.of("Otherwise?"), window.desk.chat().panes(), () -> {}));
    window.answer("Five.", "Six.");
    window.until(() -> listsTurns(1));
    window.press(new Key(KeyCode.LEFT, true, false, true));
    window.until(() -> listsTurns(2));
  }

  private boolean listsTurns(int count) {
    String wanted = Bench.TEXTS.get("sidebar.detail", 2, count);
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .anyMatch(node -> node instanceof Label label && wanted.equals(label.getText()));
  }

  @Test
  void altAndTheArrowsStepThroughTheReplies() throws Exception {
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.R));
    window.answer("Once more.");
    assertThat(pane(0).turns().getFirst().alternative()).isEqualTo(2);
    window.press(alt(KeyCode.LEFT));
    assertThat(pane(0).turns().getFirst().alternative()).isEqualTo(1);
    window.press(alt(KeyCode.RIGHT));
    assertThat(pane(0).turns().getFirst().alternative()).isEqualTo(2);
  }

  @Test
  void thePaletteForksFromTheMessageThatIsBeingRead() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("And then?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Three.\n\n".repeat(60), "Four.");
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(alt(KeyCode.HOME));
    UUID first = pane(0).turns().getFirst().turn();
    window.until(() -> first.equals(pane(0).turnBeingRead()));
    window.run(() -> window.window.commands().named("reading.fork").action().run());
    window.until(() -> window.desk.chat().panes().size() == 3);
    assertThat(pane(1).turns()).hasSize(1);
  }

  @Test
  void aPaneThatComesLateIsAskedHowItBegins() throws Exception {
    window.press(Key.control(KeyCode.T));
    Button first = (Button) window.ask(scene -> scene.getFocusOwner());
    assertThat(first.getText()).isEqualTo(Bench.TEXTS.get("pane.late.empty"));
    window.press(Key.of(KeyCode.DOWN));
    window.run(() -> ((Button) window.window.scene().getFocusOwner()).fire());
    window.until(() -> window.desk.chat().panes().size() == 3);
    assertThat(pane(1).turns()).hasSize(1);
  }

  @Test
  void aPaneThatBeginsEmptyIsTheCurrentOneOnceItHasItsModel() throws Exception {
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.T));
    window.run(() -> ((Button) window.window.scene().getFocusOwner()).fire());
    window.until(() -> window.desk.chat().panes().size() == 3);
    Layer layer = (Layer) window.ask(scene -> scene.getRoot().lookup(".layer"));
    window.run(layer::hide);
    assertThat(window.desk.chat().currentProperty().get()).isSameAs(pane(2));
    assertThat(layer.isVisible()).isFalse();
  }

  @Test
  void aPaneThatWasClosedComesBackWithAllThatWasSaidInIt() throws Exception {
    PaneViewModel closed = pane(0);
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.W));
    assertThat(window.desk.chat().panes()).hasSize(1);
    window.press(new Key(KeyCode.T, true, true, false));
    window.until(() -> window.desk.chat().panes().size() == 2);
    assertThat(pane(0).id()).isEqualTo(closed.id());
    assertThat(pane(0).turns()).hasSize(1);
    assertThat(window.desk.chat().currentProperty().get()).isSameAs(pane(0));
  }

  @Test
  void aReplayBeginsWhenTheModelWasChosen() throws Exception {
    addPaneToAskAgain();
    assertThat(window.bench.streams).hasSize(2);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Once more.");
    assertThat(pane(2).turns()).hasSize(1);
  }

  @Test
  void whoLeavesTheModelsWithoutAChoiceHasAskedForNothing_T30() throws Exception {
    addPaneToAskAgain();
    window.press(Key.of(KeyCode.ESCAPE));
    Layer layer = (Layer) window.ask(scene -> scene.getRoot().lookup(".layer"));
    assertThat(layer.isVisible()).isFalse();
    assertThat(pane(2).turns()).isEmpty();

    // What is sent next goes out behind whatever was sent before.
    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Three.", "Four.", "Five.");
    assertThat(pane(2).turns()).hasSize(1);
    assertThat(window.bench.streams)
        .extracting(stream -> stream.request().messages().size())
        .containsExactlyInAnyOrder(1, 1, 3, 3, 1);
  }

  @Test
  void aClickBesideTheModelsChoosesNone_T30() throws Exception {
    addPaneToAskAgain();
    window.run(() -> click(ChooserRow.Heading.class::isInstance));
    assertThat(window.<Boolean>ask(scene -> scene.getRoot().lookup(".layer").isVisible())).isTrue();

    window.run(() -> click(ChooserRow.Listed.class::isInstance));
    window.answer("Once more.");
    assertThat(pane(2).turns()).hasSize(1);
  }

  /** Clicks on the first such line of the chooser. */
  private void click(Predicate<ChooserRow> wanted) {
    Node line =
        HeadlessWindow.shown(window.window.scene().getRoot().lookup(".model-chooser")).stream()
            .filter(
                node -> node instanceof ListCell<?> cell && cell.getItem() instanceof ChooserRow)
            .filter(node -> wanted.test((ChooserRow) ((ListCell<?>) node).getItem()))
            .findFirst()
            .orElseThrow();
    Mouse.fire(line, MouseEvent.MOUSE_CLICKED, 1, 1, 1);
  }

  /** Down to the models, of which the first is selected already. */
  private void addPaneToAskAgain() throws Exception {
    window.press(Key.control(KeyCode.T));
    window.press(Key.of(KeyCode.UP));
    window.run(() -> ((Button) window.window.scene().getFocusOwner()).fire());
    window.until(() -> window.desk.chat().panes().size() == 3);
    window.until(() -> !window.desk.models().rows().isEmpty());
  }

  @Test
  void aPaneOutOfSyncIsPassedByAndTheComposerSaysSo() throws Exception {
    ToggleButton sync =
        nodes(ToggleButton.class).stream()
            .filter(button -> button.getStyleClass().contains("sync-button"))
            .findFirst()
            .orElseThrow();
    window.run(sync::fire);
    assertThat(window.desk.composer().statusProperty().get()).isEqualTo("1 of 2 panes");
    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.press(Key.control(KeyCode.L));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Once more.");
    assertThat(pane(0).turns()).hasSize(1);
    assertThat(pane(1).turns()).hasSize(2);
  }

  @Test
  void whatFailedIsOfferedAgainUnderThePanes() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(4);
    window.bench.streams.get(2).say("Fine.").end();
    window.bench.streams.get(3).fail();
    window.until(() -> window.desk.chat().branches().failedProperty().get() == 1);
    Button retry =
        nodes(Button.class).stream()
            .filter(button -> "Retry 1 failed".equals(button.getText()))
            .findFirst()
            .orElseThrow();
    window.run(retry::fire);
    window.bench.awaitStreams(5);
    window.bench.streams.get(4).say("Once more.").end();
    window.until(() -> window.isSaid("Once more."));
    assertThat(window.desk.chat().branches().failedProperty().get()).isZero();
  }

  @Test
  void everyMessageCanBeEditedAndCopiedInItsPlace() throws Exception {
    window.until(() -> !shownButtons("Edit and send again").isEmpty());
    window.run(() -> shownButtons("Edit and send again").getFirst().fire());
    assertThat(window.desk.composer().editingProperty().get()).isNotNull();
    assertThat(shownButtons("Copy message")).isNotEmpty();
  }

  private List<Button> shownButtons(String name) {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> name.equals(button.getAccessibleText()))
        .toList();
  }
}
