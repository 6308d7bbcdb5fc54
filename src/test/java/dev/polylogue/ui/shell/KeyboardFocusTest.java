package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the keyboard once the control that had it is gone. */
class KeyboardFocusTest {
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

  private Node owner() throws Exception {
    HeadlessFrames.pass();
    return window.ask(scene -> scene.getFocusOwner());
  }

  /** The place of the pane that a node stands in, or -1. */
  private int pane(Node node) throws Exception {
    return window.ask(
        scene -> {
          List<Node> panes = List.copyOf(scene.getRoot().lookupAll(".pane"));
          for (Parent step = node.getParent(); step != null; step = step.getParent()) {
            if (panes.contains(step)) {
              return panes.indexOf(step);
            }
          }
          return -1;
        });
  }

  private List<Button> buttons(String name) {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.getAccessibleText() != null)
        .filter(button -> button.getAccessibleText().startsWith(name))
        .toList();
  }

  /**
   * Presses the button of that name in the second pane as somebody does who came to it by the
   * keyboard. Panes come on screen one after the other.
   */
  private Button use(String name) throws Exception {
    window.until(() -> buttons(name).size() == 2);
    Button used = window.ask(scene -> buttons(name).getLast());
    window.run(used::requestFocus);
    HeadlessFrames.pass();
    window.run(used::fire);
    return used;
  }

  @Test
  void theTranscriptHasItWhenAReplyIsAskedForAgain() throws Exception {
    use("Answer again");
    window.bench.awaitStreams(3);
    Node owner = owner();
    assertThat(owner.getStyleClass()).contains("transcript-area");
    assertThat(pane(owner)).isEqualTo(1);
  }

  @Test
  void theButtonThatTookThePlaceOfTheOtherHasItWhenAnotherWordingIsShown() throws Exception {
    window.press(Key.control(KeyCode.L));
    window.press(Key.of(KeyCode.UP));
    window.run(() -> window.desk.composer().textProperty().set("In other words?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Other words.", "More words.");
    Button used = use("Wording before");
    window.until(() -> window.isSaid("One."));
    Node owner = owner();
    assertThat(owner.getAccessibleText()).startsWith("Wording before");
    assertThat(owner).isNotSameAs(used);
    assertThat(pane(owner)).isEqualTo(1);
  }

  @Test
  void theTranscriptOfTheNextPaneHasItWhenOneIsClosed() throws Exception {
    window.press(Key.control(KeyCode.DIGIT2));
    assertThat(pane(owner())).isEqualTo(1);
    window.press(Key.control(KeyCode.W));
    Node owner = owner();
    assertThat(owner.getStyleClass()).contains("transcript-area");
    assertThat(pane(owner)).isZero();
  }

  @Test
  void whatIsTypedAfterCallingForANewComparisonGoesToItsComposer() throws Exception {
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.N));
    Node owner = window.ask(scene -> scene.getFocusOwner());
    assertThat(owner).isInstanceOf(TextArea.class);
  }

  @Test
  void theComposerHasItWhenTheInspectorIsClosedFromInside() throws Exception {
    window.press(Key.control(KeyCode.I));
    HeadlessFrames.pass();
    window.run(() -> window.window.scene().getRoot().lookup(".inspector-handle").requestFocus());
    window.press(Key.control(KeyCode.I));
    assertThat(owner()).isInstanceOf(TextArea.class);
  }

  @Test
  void thePaneThatWasTheCurrentOneHasItWhenTheComparisonOfAnswersIsLeft() throws Exception {
    window.press(Key.control(KeyCode.DIGIT2));
    window.run(window.window::focusHistory);
    HeadlessFrames.pass();
    window.press(Key.control(KeyCode.D));
    assertThat(owner().getStyleClass()).contains("diff-lines");

    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(pane(owner())).isEqualTo(1);
    int current =
        window.ask(
            scene ->
                window.desk.chat().panes().indexOf(window.desk.chat().currentProperty().get()));
    assertThat(current).isEqualTo(1);
  }
}
