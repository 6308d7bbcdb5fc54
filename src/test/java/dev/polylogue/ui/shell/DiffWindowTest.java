package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.diff.Piece;
import dev.polylogue.diff.Row;
import dev.polylogue.diff.Stretch;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.diff.Contender;
import dev.polylogue.ui.diff.DiffPage;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffWindowTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(2);
    window.bench.answer("scribe").say("# Tides\n\nThe moon pulls the sea.\n").end();
    window.bench.answer("thinker").say("# Tides\n\nThe sun pulls the sea.\n").end();
    window.until(window::hasAnswered);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private List<Node> cells() {
    return HeadlessWindow.shown(window.window.scene().getRoot().lookup(".diff-lines")).stream()
        .filter(node -> node instanceof ListCell<?> cell && cell.getItem() != null)
        .toList();
  }

  @Test
  void theAnswersStandBesideEachOtherAndEveryLineIsSaidInWords() throws Exception {
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);

    assertThat(window.<Boolean>ask(scene -> scene.getRoot().lookup(".pane-row").isVisible()))
        .isFalse();
    window.until(() -> cells().size() == 2);
    List<Node> cells = window.ask(scene -> cells());
    assertThat(cells).allMatch(cell -> !cell.getAccessibleText().isBlank());

    window.press(Key.control(KeyCode.D));
    assertThat(window.<Boolean>ask(scene -> scene.getRoot().lookup(".pane-row").isVisible()))
        .isTrue();
  }

  @Test
  void anAnswerBearsTheNameOfItsModelAfterThePaneWasGivenAnother() throws Exception {
    PaneViewModel second = window.desk.chat().panes().getLast();
    window.run(
        () -> window.desk.chat().change(second, new ModelRef("sandbox", "other"), Parameters.NONE));
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);

    assertThat(window.desk.diff().turnProperty().get().answers())
        .extracting(Contender::name)
        .containsExactly("sandbox/scribe", "sandbox/thinker");
  }

  @Test
  void theKeyLeadsFromDifferenceToDifference() throws Exception {
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);

    window.press(Key.of(KeyCode.F7));

    DiffPage.Line line =
        window.ask(
            scene ->
                (DiffPage.Line)
                    ((ListView<?>) scene.getRoot().lookup(".diff-lines"))
                        .getSelectionModel()
                        .getSelectedItem());
    assertThat(line.cells())
        .containsExactly(
            List.of(
                new Row(
                    Row.Change.CHANGED,
                    new Piece(Piece.Kind.PROSE, "", 0, "The moon pulls the sea."),
                    new Piece(Piece.Kind.PROSE, "", 0, "The sun pulls the sea."),
                    List.of(
                        new Stretch(Stretch.Kind.SAME, "The "),
                        new Stretch(Stretch.Kind.REMOVED, "moon"),
                        new Stretch(Stretch.Kind.ADDED, "sun"),
                        new Stretch(Stretch.Kind.SAME, " pulls the sea.")))));
  }

  @Test
  void escapeLeavesTheComparisonFromItsListAndFromTheComposer() throws Exception {
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();

    window.press(Key.control(KeyCode.D));
    window.run(window.window::focusComposer);
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
  }

  @Test
  void theArrowsStayInTheListAndEscapeLeavesTheComparison() throws Exception {
    for (KeyCode arrow : List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)) {
      window.press(Key.control(KeyCode.DIGIT1));
      window.press(Key.control(KeyCode.D));
      window.until(() -> window.desk.diff().pageProperty().get() != null);
      window.press(Key.of(arrow));
      Node owner = window.ask(scene -> scene.getFocusOwner());
      assertThat(owner.getStyleClass()).as("after " + arrow).contains("diff-lines");

      window.press(Key.of(KeyCode.ESCAPE));
      assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
    }
  }

  @Test
  void escapeLeavesTheComparisonFromTheHistory() throws Exception {
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);
    window.run(window.window::focusHistory);
    Node owner = window.ask(scene -> scene.getFocusOwner());
    assertThat(owner.getStyleClass()).contains("history");

    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
  }

  @Test
  void whoLooksForWordsIsBackAtThePanesAndTheOtherWayRound() throws Exception {
    Key find = new Key(KeyCode.F, true, true, false);
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);
    window.press(find);
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
    window.press(Key.of(KeyCode.ESCAPE));
    Node owner = window.ask(scene -> scene.getFocusOwner());
    assertThat(owner.getStyleClass()).contains("transcript-area");

    window.press(find);
    window.press(Key.control(KeyCode.D));
    assertThat(window.<Boolean>ask(scene -> window.desk.reading().find().openProperty().get()))
        .isFalse();
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
  }

  @Test
  void inTheComposerEscapeStopsWhatIsLiveBeforeItLeavesTheComparison() throws Exception {
    window.run(window.window::focusComposer);
    window.run(() -> window.desk.composer().textProperty().set("And the wind?"));
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(4);
    window.until(() -> window.desk.chat().panes().stream().allMatch(p -> p.busyProperty().get()));
    window.press(Key.control(KeyCode.D));
    window.run(window.window::focusComposer);

    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isTrue();
    window.until(() -> !window.desk.chat().liveProperty().get());
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
  }

  @Test
  void whatIsOutOfSightInChatHearsNoKeysOfImages() throws Exception {
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);
    window.run(() -> window.desk.composer().textProperty().set("Not to be sent from there"));
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    window.until(() -> window.desk.photos().photo().sessionProperty().get() != null);

    window.press(Key.of(KeyCode.ESCAPE));
    window.press(Key.control(KeyCode.W));
    window.press(Key.control(KeyCode.ENTER));

    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isTrue();
    assertThat(window.<Integer>ask(scene -> window.desk.chat().panes().size())).isEqualTo(2);
    assertThat(window.<String>ask(scene -> window.desk.composer().textProperty().get()))
        .isNotEmpty();

    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.CHAT));
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(window.<Boolean>ask(scene -> window.desk.diff().openProperty().get())).isFalse();
  }

  @Test
  void whatIsInsideAnItemIsIndented() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("As a list, please"));
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(4);
    window.bench.answer("scribe").say("- outer\n  - inner").end();
    window.bench.answer("thinker").say("- outer\n  - inner").end();
    window.until(window::hasAnswered);
    window.press(Key.control(KeyCode.D));
    window.until(() -> window.desk.diff().pageProperty().get() != null);
    window.until(() -> cells().size() == 2);
    HeadlessFrames.pass();

    List<Double> places =
        window.ask(
            scene ->
                cells().stream()
                    .map(cell -> cell.lookup(".diff-block"))
                    .map(block -> block.localToScene(0, 0).getX())
                    .toList());

    assertThat(places.getLast()).isGreaterThan(places.getFirst() + 8);
  }

  @Test
  void besideTheInspectorTheBaseIsStillNamedAndOnlyOneBarScrollsSideways() throws Exception {
    window.run(
        () -> {
          window.window.scene().getWindow().setWidth(1280);
          window.window.scene().getWindow().setHeight(800);
          window.desk.inspector().openProperty().set(true);
          window.desk.inspector().resize(560);
        });
    window.press(Key.control(KeyCode.D));
    window.until(() -> cells().size() == 2);
    HeadlessFrames.pass();
    HeadlessFrames.pass();

    double base =
        window.ask(
            scene -> ((Region) scene.getRoot().lookup(".diff-choices .combo-box")).getWidth());
    assertThat(base).isGreaterThan(120);
    List<Node> bars =
        window.ask(
            scene ->
                HeadlessWindow.shown(scene.getRoot().lookup(".diff")).stream()
                    .filter(
                        node ->
                            node instanceof ScrollBar bar
                                && bar.getOrientation() == Orientation.HORIZONTAL)
                    .toList());
    assertThat(bars).hasSize(1);
  }
}
