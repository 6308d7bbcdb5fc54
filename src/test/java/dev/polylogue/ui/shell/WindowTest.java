package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ReplyState;
import dev.polylogue.settings.Settings.Appearance;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.fx.Background;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTest {
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

  private int panes() throws Exception {
    return window.ask(scene -> window.desk.chat().panes().size());
  }

  private String draft() throws Exception {
    return window.ask(scene -> window.desk.composer().textProperty().get());
  }

  private boolean isVisible(String selector) throws Exception {
    return window.ask(
        scene ->
            scene.getRoot().lookup(selector) instanceof Node found
                && found.getScene() == scene
                && found.isVisible());
  }

  private String dress() throws Exception {
    return window.ask(scene -> Application.getUserAgentStylesheet());
  }

  private boolean isCardShown() throws Exception {
    return window.ask(scene -> ((Layer) scene.getRoot().lookup(".layer")).isShowing());
  }

  @Test
  void atTheFirstStartAPromptStandsReadyAndTheKeyboardIsInIt() throws Exception {
    assertThat(panes()).isEqualTo(2);
    TextArea composer = (TextArea) window.ask(scene -> scene.getFocusOwner());
    assertThat(composer.getText()).isEqualTo(Bench.TEXTS.get("composer.first"));
    List<Node> notes =
        window.ask(
            scene ->
                scene.getRoot().lookupAll(".sandbox-note").stream()
                    .filter(Node::isVisible)
                    .toList());
    assertThat(notes).hasSize(2);
  }

  @Test
  void fiftyFastEntersSendOnePrompt_T30() throws Exception {
    window.run(
        () -> {
          for (int i = 0; i < 50; i++) {
            window.fire(Key.of(KeyCode.ENTER));
          }
        });
    window.bench.awaitStreams(2);
    window.until(() -> window.desk.chat().liveProperty().get());
    window.run(
        () -> {
          for (int i = 0; i < 50; i++) {
            window.fire(Key.control(KeyCode.ENTER));
          }
        });
    assertThat(window.bench.streams).hasSize(2);
  }

  @Test
  void shiftAndEnterMakesANewLine() throws Exception {
    window.press(Key.shift(KeyCode.ENTER));
    assertThat(draft()).endsWith("\n");
    assertThat(window.bench.streams).isEmpty();
  }

  @Test
  void altAndEnterAsksTheFocusedPaneAlone() throws Exception {
    window.press(Key.control(KeyCode.DIGIT2));
    window.press(Key.control(KeyCode.L));
    window.press(new Key(KeyCode.ENTER, false, false, true));
    window.bench.awaitStreams(1);
    window.until(() -> window.desk.chat().panes().get(1).busyProperty().get());
    assertThat(window.bench.streams).hasSize(1);
    assertThat(window.bench.streams.getFirst().request().model()).isEqualTo("thinker");
  }

  @Test
  void escapeStopsWhatIsLive() throws Exception {
    window.press(Key.of(KeyCode.ENTER));
    window.bench.awaitStreams(2);
    window.until(() -> window.desk.chat().liveProperty().get());
    window.press(Key.of(KeyCode.ESCAPE));
    window.until(() -> !window.desk.chat().liveProperty().get());
    ReplyState state =
        window.ask(
            scene -> window.desk.chat().panes().getFirst().turns().getFirst().reply().state());
    assertThat(state).isEqualTo(ReplyState.STOPPED);
  }

  @Test
  void panesAreAddedMovedAndClosedByKeyboard() throws Exception {
    window.press(Key.control(KeyCode.T));
    window.until(() -> window.desk.chat().panes().size() == 3);
    assertThat(isCardShown()).isTrue();
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(isCardShown()).isFalse();

    Object third = window.ask(scene -> window.desk.chat().panes().get(2));
    window.press(Key.control(KeyCode.DIGIT3));
    window.press(new Key(KeyCode.LEFT, true, true, false));
    Object second = window.ask(scene -> window.desk.chat().panes().get(1));
    assertThat(second).isSameAs(third);

    window.press(Key.control(KeyCode.W));
    window.press(Key.control(KeyCode.W));
    window.press(Key.control(KeyCode.W));
    assertThat(panes()).isEqualTo(1);
  }

  @Test
  void thePaletteSaysThatNothingFitsAndRunsWhatDoes() throws Exception {
    window.press(Key.control(KeyCode.K));
    TextField field = (TextField) window.ask(scene -> scene.getFocusOwner());
    window.run(() -> field.setText("zzzz"));
    window.run(() -> field.setText("dark app"));
    window.press(Key.of(KeyCode.ENTER));
    assertThat(isCardShown()).isFalse();
    assertThat(
            window.<Appearance>ask(
                scene -> window.desk.settings().looks().appearanceProperty().get()))
        .isEqualTo(Appearance.DARK);
  }

  @Test
  void theSidebarAndTheSettingsAreReachedByKeyboard() throws Exception {
    window.press(Key.control(KeyCode.B));
    assertThat(isVisible(".sidebar")).isFalse();
    window.press(Key.control(KeyCode.COMMA));
    assertThat(isVisible(".settings")).isTrue();
    assertThat(window.<Boolean>ask(scene -> scene.getFocusOwner().getScene() == scene))
        .as("what has the focus is still there")
        .isTrue();
    window.press(Key.control(KeyCode.L));
    assertThat(isVisible(".settings")).isFalse();
  }

  @Test
  void aDraftSurvivesARestart() throws Exception {
    window.run(() -> window.desk.composer().textProperty().set("half a thought"));
    window.close();
    window = new HeadlessWindow(home);
    assertThat(draft()).isEqualTo("half a thought");
  }

  @Test
  void theAppearanceChangesAtOnce() throws Exception {
    window.run(() -> window.desk.settings().looks().choose(Appearance.DARK));
    assertThat(dress()).contains("dark");
    window.run(() -> window.desk.settings().looks().choose(Appearance.LIGHT));
    assertThat(dress()).contains("light");
  }

  @Test
  void aLinkIsOpenedOnlyAfterTheReaderAgreed_T03() throws Exception {
    Background background = new Background();
    Layer layer = (Layer) window.ask(scene -> scene.getRoot().lookup(".layer"));
    LinkOpener links =
        window.ask(scene -> new LinkOpener(layer, Bench.TEXTS, background, window.browsed::add));
    window.run(() -> links.open("javascript:alert(1)"));
    assertThat(buttons(layer)).doesNotContain(Bench.TEXTS.get("shell.link.open"));
    window.run(() -> links.open("https://bücher.example/a"));
    assertThat(window.browsed).isEmpty();
    window.run(() -> ((Button) layer.lookup(".accent")).fire());
    window.until(() -> !window.browsed.isEmpty());
    assertThat(window.browsed).containsExactly("https://xn--bcher-kva.example/a");
    background.close();
  }

  private List<String> buttons(Layer layer) throws Exception {
    return window.ask(
        scene ->
            layer.lookupAll(".button").stream().map(node -> ((Button) node).getText()).toList());
  }
}
