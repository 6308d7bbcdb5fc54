package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferWindowTest {
  @TempDir private Path folder;

  @Test
  void aFileComesInAndTheCardSaysWhatCame() throws Exception {
    Path file = folder.resolve("claude.json");
    try (InputStream in = getClass().getResourceAsStream("/transfer/claude.json")) {
      Files.write(file, in.readAllBytes());
    }
    try (HeadlessWindow window = new HeadlessWindow(folder.resolve("home"))) {
      window.run(() -> window.window.transfers().importFrom(file));
      window.until(() -> !window.desk.transfer().busyProperty().get());

      assertThat(window.<String>ask(scene -> ((Label) scene.lookup("#transfer-words")).getText()))
          .startsWith("2 conversations: 2 new");
      window.until(() -> window.desk.history().rows().size() > 3);

      window.press(Key.of(KeyCode.ESCAPE));
      window.press(new Key(KeyCode.E, true, true, false));
      assertThat(
              window.<Boolean>ask(
                  scene -> ((RadioButton) scene.lookup("#format-html")).isSelected()))
          .isTrue();
    }
  }
}
