package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.Mouse;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One selection at a time is lit, whichever pane it is in. */
class SelectionWindowTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("The moon pulls the sea.", "The sun pulls it, too.");
    window.until(() -> areas().stream().allMatch(area -> area.getText().contains("pulls")));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private List<GenericStyledArea<?, ?, ?>> areas() {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream()
        .<GenericStyledArea<?, ?, ?>>mapMulti(
            (node, each) -> {
              if (node instanceof GenericStyledArea<?, ?, ?> area) {
                each.accept(area);
              }
            })
        .toList();
  }

  private List<Boolean> selected() throws Exception {
    return window.ask(
        scene -> areas().stream().map(area -> area.getSelection().getLength() > 0).toList());
  }

  @Test
  void whatIsSelectedInOnePaneLetsGoOfTheSelectionInAnother() throws Exception {
    window.run(() -> areas().getFirst().selectAll());
    assertThat(selected()).containsExactly(true, false);

    window.run(() -> areas().getLast().selectWord());
    assertThat(selected()).containsExactly(false, true);
  }

  @Test
  void pointingAtWordsInAnotherPaneLetsGoOfTheSelection() throws Exception {
    window.run(() -> areas().getFirst().selectAll());

    window.run(() -> press(areas().getLast()));

    assertThat(selected()).containsExactly(false, false);
  }

  private static void press(GenericStyledArea<?, ?, ?> area) {
    Mouse.fire(area, MouseEvent.MOUSE_PRESSED, 40, 40, 1);
  }
}
