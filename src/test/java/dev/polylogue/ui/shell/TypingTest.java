package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypingTest {
  @TempDir private Path home;

  private static KeyEvent typed(String character, boolean control) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, control, false, false);
  }

  @Test
  void whatIsTypedWhileAPaneHasTheFocusGoesIntoTheComposer() throws Exception {
    try (HeadlessWindow window = new HeadlessWindow(home)) {
      window.run(() -> window.desk.composer().textProperty().set("Why"));
      Node pane = window.ask(scene -> scene.lookup(".transcript-area"));

      window.run(() -> Event.fireEvent(pane, typed("?", false)));
      window.run(() -> Event.fireEvent(pane, typed("c", true)));

      String text = window.ask(scene -> window.desk.composer().textProperty().get());
      Node focused = window.ask(scene -> scene.getFocusOwner());
      assertThat(text).isEqualTo("Why?");
      assertThat(focused.getStyleClass()).contains("text-area");
    }
  }
}
