package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bar in which words are looked for in the panes goes with Escape, wherever one is. */
class FindWindowTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("The moon pulls the sea.", "The sun pulls it, too.");
    window.press(new Key(KeyCode.F, true, true, false));
    assertThat(isOpen()).isTrue();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private boolean isOpen() throws Exception {
    return window.ask(scene -> window.desk.reading().find().openProperty().get());
  }

  @Test
  void escapeClosesItFromAPane() throws Exception {
    window.press(Key.control(KeyCode.DIGIT2));
    Node owner = window.ask(scene -> scene.getFocusOwner());
    assertThat(owner.getStyleClass()).contains("transcript-area");

    window.press(Key.of(KeyCode.ESCAPE));

    assertThat(isOpen()).isFalse();
    assertThat(window.<Node>ask(scene -> scene.getFocusOwner())).isSameAs(owner);
  }

  @Test
  void escapeClosesItFromTheComposerOnceNothingIsLive() throws Exception {
    window.press(Key.control(KeyCode.L));
    window.run(() -> window.desk.composer().textProperty().set("And the wind?"));
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(4);
    window.until(() -> window.desk.chat().liveProperty().get());

    window.press(Key.of(KeyCode.ESCAPE));
    window.until(() -> !window.desk.chat().liveProperty().get());
    assertThat(isOpen()).as("what was live was stopped first").isTrue();

    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(isOpen()).isFalse();
  }
}
