package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.command.PaletteViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteWindowTest {
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

  private List<String> found(String typed) throws Exception {
    return window.ask(
        scene -> {
          PaletteViewModel palette = new PaletteViewModel(window.window.commands());
          palette.queryProperty().set(typed);
          return palette.hits().stream().map(hit -> hit.command().id()).toList();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "regenerate, pane.regenerate",
    "model, pane.model",
    "next ans, reply.next",
    "altern, pane.regenerate",
    "diff, diff.toggle",
    "theme, looks.system",
    "dark theme, looks.dark",
    "retry, reply.retryFailed",
    "quit, window.quit",
    "leaderboard, page.insights",
    "temperature, pane.settings",
    "columns, layout.columns",
    "grid, layout.grid",
    "focus, layout.focus",
    "rows, layout.grid",
    "tabs, layout.focus"
  })
  void theWordsOfOtherProgramsLeadToWhatTheyMean(String typed, String id) throws Exception {
    assertThat(found(typed)).startsWith(id);
  }

  @Test
  void onceSomethingIsSaidForkingIsFoundByItsName() throws Exception {
    window.press(Key.of(KeyCode.ENTER));
    window.answer("One.", "Two.");
    assertThat(found("fork")).startsWith("reading.fork", "pane.fork");
  }

  @Test
  void whatIsCalledNothingSaysSo() throws Exception {
    window.press(Key.control(KeyCode.K));
    window.run(() -> field().setText("qqqq"));
    window.until(() -> shown().anyMatch(node -> isSaying(node, "qqqq")));
  }

  @Test
  void thePaletteIsNoHigherThanWhatFitsAndItsFieldStaysInItsPlace() throws Exception {
    window.press(Key.control(KeyCode.K));
    HeadlessFrames.pass();
    double top = window.ask(scene -> field().localToScene(0, 0).getY());
    double whole = window.ask(scene -> list().getHeight());
    window.run(() -> field().setText("leaderboard"));
    HeadlessFrames.pass();
    int hits = window.ask(scene -> list().getItems().size());
    assertThat(hits).isBetween(1, 3);
    assertThat(window.<Double>ask(scene -> list().getHeight())).isLessThan(whole / 3);
    assertThat(window.<Double>ask(scene -> field().localToScene(0, 0).getY())).isEqualTo(top);
  }

  @Test
  void theFieldHasTheKeyboardAsSoonAsThePaletteIsCalled() throws Exception {
    Node owner =
        window.ask(
            scene -> {
              window.fire(Key.control(KeyCode.K));
              return scene.getFocusOwner();
            });
    assertThat(owner).isSameAs(window.<Node>ask(scene -> field()));
  }

  @Test
  void aKeyEndsTheProgramAsClosingTheWindowDoes() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    window.run(
        () ->
            window
                .window
                .scene()
                .getWindow()
                .setOnCloseRequest(
                    (WindowEvent event) -> {
                      asked.incrementAndGet();
                      event.consume();
                    }));
    window.press(Key.control(KeyCode.Q));
    assertThat(asked).hasValue(1);
  }

  private TextField field() {
    return (TextField) window.window.scene().getRoot().lookup(".palette .text-field");
  }

  private ListView<?> list() {
    return (ListView<?>) window.window.scene().getRoot().lookup(".palette .list-view");
  }

  private Stream<Node> shown() {
    return HeadlessWindow.shown(window.window.scene().getRoot()).stream();
  }

  private static boolean isSaying(Node node, String words) {
    return node instanceof Label label
        && label.getText().contains(words)
        && label.getHeight() > 0
        && label.isVisible();
  }
}
