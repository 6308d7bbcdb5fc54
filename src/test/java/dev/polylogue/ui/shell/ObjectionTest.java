package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
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

  /** Where that stands which is below the figures. */
  private Bounds below() throws Exception {
    return window.ask(
        scene -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          Node below = scene.getRoot().lookup(".pane-settings .advanced");
          return below.localToScene(below.getBoundsInLocal());
        });
  }

  @Test
  void whatIsWrongWithItDoesNotPushAwayWhatIsBelow() throws Exception {
    window.run(window.window::openPaneSettings);
    Bounds before = below();

    window.run(() -> temperature(window.window.scene()).setText("abc"));
    Bounds after = below();
    assertThat(after.getMinY()).isEqualTo(before.getMinY());
  }
}
