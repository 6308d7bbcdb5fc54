package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that can't be taken as it was typed. */
class ObjectionTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static TextField temperature(Scene scene) {
    return (TextField)
        HeadlessWindow.shown(scene.getRoot().lookup(".pane-settings")).stream()
            .filter(node -> node instanceof TextField && node.getStyleClass().contains("exact"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void nothingIsSentPastItAndTheFieldIsOpenAtIt() throws Exception {
    PaneViewModel pane = window.ask(scene -> window.desk.chat().panes().get(1));
    window.run(() -> pane.unfinishedProperty().set(Map.of(Setting.TEMPERATURE, "abc")));
    window.run(() -> window.desk.composer().textProperty().set("Why?"));

    window.press(Key.of(KeyCode.ENTER));

    Node owner = window.ask(Scene::getFocusOwner);
    assertThat(((TextInputControl) owner).getText()).isEqualTo("abc");
    assertThat(window.<String>ask(scene -> window.desk.composer().textProperty().get()))
        .isEqualTo("Why?");
    assertThat(window.<Boolean>ask(scene -> pane.turns().isEmpty())).isTrue();

    window.run(() -> ((TextInputControl) owner).setText("0.5"));
    window.press(Key.of(KeyCode.ESCAPE));
    window.run(window.window::focusComposer);
    window.press(Key.of(KeyCode.ENTER));
    window.until(() -> !pane.turns().isEmpty());
  }

  @Test
  void whatIsWrongWithItLiesOverNoOtherControl() throws Exception {
    window.run(window.window::openPaneSettings);
    window.run(() -> temperature(window.window.scene()).setText("abc"));
    HeadlessFrames.pass();

    List<Node> shown =
        window.ask(scene -> HeadlessWindow.shown(scene.getRoot().lookup(".pane-settings")));
    Node error =
        shown.stream()
            .filter(node -> node.getStyleClass().contains("field-error"))
            .findFirst()
            .orElseThrow();
    assertThat(shown)
        .filteredOn(node -> node instanceof Control && node.isFocusTraversable())
        .noneMatch(control -> place(control).intersects(place(error)));
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void whatIsFurtherBelowOpensByKeyAndTheTabKeyLeadsBackToWhereTheReaderWas() throws Exception {
    window.run(window.window::focusComposer);
    HeadlessFrames.pass();
    Node before = window.ask(Scene::getFocusOwner);
    window.run(window.window::openPaneSettings);
    TitledPane advanced =
        window.ask(scene -> (TitledPane) scene.getRoot().lookup(".pane-settings .advanced"));
    window.run(advanced::requestFocus);
    window.press(Key.of(KeyCode.ENTER));
    assertThat(window.<Boolean>ask(scene -> advanced.isExpanded())).isTrue();
    window.press(Key.of(KeyCode.ENTER));
    assertThat(window.<Boolean>ask(scene -> advanced.isExpanded())).isFalse();

    window.press(Key.of(KeyCode.TAB));
    HeadlessFrames.pass();
    assertThat(window.<Node>ask(scene -> scene.getRoot().lookup(".pane-settings"))).isNull();
    assertThat(window.ask(Scene::getFocusOwner)).isSameAs(before);
  }
}
