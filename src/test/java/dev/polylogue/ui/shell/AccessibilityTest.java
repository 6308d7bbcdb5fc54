package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessibilityTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void everyControlHasAName() throws Exception {
    window.run(() -> window.window.scene().getRoot().layout());
    List<String> nameless = window.ask(scene -> nameless(scene.getRoot()));
    assertThat(nameless).isEmpty();
  }

  private static List<String> nameless(Node root) {
    List<String> found = new ArrayList<>();
    for (Node node : HeadlessWindow.shown(root)) {
      if (isControl(node) && (isBlank(name(node)) || !canBeReached(node))) {
        found.add(node + " in " + node.getParent());
      }
    }
    return found;
  }

  private static boolean isControl(Node node) {
    boolean control =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ListView<?>
            || node instanceof ComboBoxBase<?>;
    return !isPart(node) && (control || node.isFocusTraversable());
  }

  /** Whether the node is a piece of a control that is looked at itself. */
  private static boolean isPart(Node node) {
    return node.getParent() instanceof MenuButton
        || node.getParent() instanceof ComboBoxBase<?>
        || node.getStyleClass().contains("virtual-flow")
        || node instanceof org.fxmisc.flowless.VirtualizedScrollPane<?>;
  }

  private static String name(Node node) {
    if (!isBlank(node.getAccessibleText())) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled ? labeled.getText() : null;
  }

  /** By Tab, or, for the choices under a search field, by the arrow keys of that field. */
  private static boolean canBeReached(Node node) {
    return node.isFocusTraversable() || node.getStyleClass().contains("choices");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  @Test
  void everyControlOfTheChatHasANameAndAKeyboardWay() throws Exception {
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(2);
    window.bench.streams.forEach(stream -> stream.say("Some *words*.\n\n```\ncode\n```\n"));
    window.until(() -> window.window.scene().getRoot().lookupAll(".code-top").size() == 2);
    everyControlHasAName();
  }

  @Test
  void everyControlOfTheCardsHasANameAndAKeyboardWay() throws Exception {
    window.run(() -> window.window.chooseModel());
    everyControlHasAName();
    window.run(() -> window.window.closeLayer());
    window.press(Key.of(KeyCode.F1));
    everyControlHasAName();
    window.run(() -> window.window.closeLayer());
    window.press(Key.control(KeyCode.K));
    everyControlHasAName();
    window.run(() -> window.window.closeLayer());
    window.press(Key.of(KeyCode.F2));
    everyControlHasAName();
  }

  @Test
  void everyControlOfAPanesSettingsHasANameAndAKeyboardWay() throws Exception {
    window.run(() -> window.window.openPaneSettings());
    everyControlHasAName();
  }

  @Test
  void everyControlOfTheInspectorHasANameAndAKeyboardWay() throws Exception {
    window.press(Key.control(KeyCode.I));
    assertThat(window.desk.inspector().openProperty().get()).isTrue();
    for (int part = 0; part < 3; part++) {
      int shown = part;
      window.run(() -> window.window.inspector().part(shown));
      HeadlessFrames.pass();
      everyControlHasAName();
    }
  }

  @Test
  void everyControlOfTheSettingsHasANameAndAKeyboardWay() throws Exception {
    window.press(Key.control(KeyCode.COMMA));
    window.run(() -> window.desk.settings().adding().openProperty().set(true));
    everyControlHasAName();
  }

  @Test
  void everyControlOfVotingAndInsightsHasANameAndAKeyboardWay() throws Exception {
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Some words.", "Other words.");
    window.press(new Key(KeyCode.V, true, true, false));
    everyControlHasAName();
    window.press(Key.of(KeyCode.DIGIT1));
    window.until(() -> !window.desk.voting().model().votesProperty().get().isEmpty());
    window.press(new Key(KeyCode.B, true, true, false));
    everyControlHasAName();
    window.run(() -> window.desk.voting().tags().add("tides"));
    window.run(() -> window.window.editTags());
    everyControlHasAName();
    window.run(() -> window.window.closeLayer());
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.INSIGHTS));
    window.until(() -> !window.desk.insights().emptyProperty().get());
    assertThat(window.desk.insights().lines()).hasSize(2);
    everyControlHasAName();
  }
}
