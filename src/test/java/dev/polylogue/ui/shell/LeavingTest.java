package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no longer on screen takes no memory. */
class LeavingTest {
  private static final int COLLECTIONS = 50;

  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("One **and** more.", "```java\nint two;\n```");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private List<WeakReference<Node>> transcripts() throws Exception {
    return window.ask(
        scene ->
            scene.getRoot().lookupAll(".transcript-area").stream()
                .map(WeakReference::new)
                .toList());
  }

  /** How many of them are gone after collections enough for the number that is expected. */
  private long forgotten(List<WeakReference<Node>> left, long expected) throws Exception {
    long gone = 0;
    for (int i = 0; i < COLLECTIONS && gone < expected; i++) {
      HeadlessFrames.pass();
      System.gc();
      gone = left.stream().filter(each -> each.get() == null).count();
    }
    return gone;
  }

  @Test
  void theTranscriptsOfAComparisonThatWasLeftAreForgotten() throws Exception {
    List<WeakReference<Node>> left = transcripts();
    assertThat(left).hasSize(2);
    UUID before = window.ask(scene -> window.desk.chat().openedProperty().get().id());
    window.press(Key.control(KeyCode.N));
    window.until(() -> !window.shows(before));
    assertThat(forgotten(left, 2)).isEqualTo(2);
  }

  @Test
  void theTranscriptOfAPaneThatWasClosedIsForgotten() throws Exception {
    List<WeakReference<Node>> left = transcripts();
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(Key.control(KeyCode.W));
    window.until(() -> window.desk.chat().panes().size() == 1);
    assertThat(forgotten(left, 1)).isEqualTo(1);
  }
}
