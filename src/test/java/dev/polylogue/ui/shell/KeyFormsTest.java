package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.KeyPlace.Kind;
import dev.polylogue.settings.Presets;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in the real window. */
class KeyFormsTest {
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

  private <T> List<T> shown(Class<T> kind) throws Exception {
    return window.ask(
        scene ->
            HeadlessWindow.shown(scene.getRoot()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList());
  }

  private void press(String words) throws Exception {
    Button button =
        shown(Button.class).stream()
            .filter(node -> words.equals(node.getText()))
            .findFirst()
            .orElseThrow();
    window.run(button::fire);
  }

  @Test
  void aKeyIsTypedMaskedAndGoneFromTheFormOnceItIsAdded() throws Exception {
    window.press(Key.control(KeyCode.COMMA));
    press(Bench.TEXTS.get("settings.add"));
    var adding = window.desk.settings().adding();
    window.until(() -> !adding.key().obstacleProperty().get().isEmpty());
    assertThat(shown(RadioButton.class)).filteredOn(Node::isDisabled).hasSize(1);
    window.run(() -> adding.presetProperty().set(Presets.named("xai").orElseThrow()));
    PasswordField key = shown(PasswordField.class).getFirst();
    window.run(() -> key.setText("typed-key-of-this-test"));
    press(Bench.TEXTS.get("settings.add.test"));
    window.until(() -> window.desk.settings().providers().lines().size() == 2);
    assertThat(key.getText()).isEmpty();
    press(Bench.TEXTS.get("settings.key.change"));
    var change = window.desk.settings().providers().lines().getLast().key();
    window.until(() -> change.openProperty().get());
    assertThat(change.entry().kindProperty().get()).isEqualTo(Kind.SESSION);
    PasswordField changed = shown(PasswordField.class).getFirst();
    window.run(
        () -> {
          changed.setText("another-key-of-this-test");
          changed.requestFocus();
        });
    window.press(Key.of(KeyCode.ENTER));
    window.until(() -> !change.openProperty().get());
    assertThat(changed.getText()).isEmpty();
  }

  @Test
  void aPromptThatLooksLikeAKeyWaitsForAnAnswer_T27() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("gsk_" + "0a".repeat(20)));
    window.press(Key.of(KeyCode.ENTER));
    window.press(Key.of(KeyCode.ENTER));
    assertThat(window.bench.streams).isEmpty();
    press(Bench.TEXTS.get("composer.key.send"));
    window.bench.awaitStreams(2);
  }
}
