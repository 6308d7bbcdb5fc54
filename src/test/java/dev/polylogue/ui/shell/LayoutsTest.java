package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.session.PaneSpec;
import dev.polylogue.settings.Settings.Layout;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.layout.Arrangement;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
  private static final Key COLUMNS = new Key(KeyCode.DIGIT1, true, true, false);
  private static final Key GRID = new Key(KeyCode.DIGIT2, true, true, false);
  private static final Key FOCUS = new Key(KeyCode.DIGIT3, true, true, false);
  private static final Key WIDER = new Key(KeyCode.PERIOD, true, true, false);
  private static final Key EVEN = new Key(KeyCode.EQUALS, true, true, false);

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

  private void show(int panes) throws Exception {
    List<PaneSpec> specs = new ArrayList<>();
    for (int i = 1; i <= panes; i++) {
      specs.add(PaneSpec.of(new ModelRef("sandbox", "model-" + i)));
    }
    UUID made = window.bench.services.comparisons().create(specs, "").id();
    window.run(() -> window.desk.open(made));
    window.until(() -> window.shows(made));
  }

  /** Where the panes that can be seen stand, in the window, in their order. */
  private List<Bounds> places() throws Exception {
    return window.ask(
        scene -> {
          scene.getRoot().layout();
          return scene.getRoot().lookupAll(".pane").stream()
              .filter(Node::isVisible)
              .map(pane -> pane.localToScene(pane.getLayoutBounds()))
              .toList();
        });
  }

  /** A key is held while the reader moves. */
  private static KeyEvent moves(EventType<KeyEvent> type) {
    return new KeyEvent(type, "", "", KeyCode.PAGE_UP, false, false, false, false);
  }

  private Object focused() throws Exception {
    return window.ask(scene -> scene.getFocusOwner());
  }

  private int rows() throws Exception {
    return (int) places().stream().map(Bounds::getMinY).distinct().count();
  }

  private GenericStyledArea<?, ?, ?> transcript(int pane) throws Exception {
    return (GenericStyledArea<?, ?, ?>)
        window.ask(
            scene ->
                scene.getRoot().lookupAll(".pane").stream()
                    .skip(pane)
                    .findFirst()
                    .orElseThrow()
                    .lookup(".transcript-area"));
  }

  private void answer(String words) throws Exception {
    int before = window.bench.streams.size();
    int panes = window.desk.chat().panes().size();
    window.run(() -> window.desk.composer().textProperty().set("Why?"));
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(before + panes);
    window.bench.streams.forEach(stream -> stream.say(words).end());
    window.until(window::hasAnswered);
  }

  @Test
  void aThirteenthPaneIsRefusedBeforeItIsAskedHowItBegins() throws Exception {
    show(12);
    window.run(() -> window.desk.composer().textProperty().set("Go"));
    window.press(Key.control(KeyCode.ENTER));
    window.bench.awaitStreams(12);
    window.until(() -> window.desk.chat().branches().messages() == 1);

    window.press(Key.control(KeyCode.T));

    assertThat(window.<Boolean>ask(scene -> scene.getRoot().lookup(".layer").isVisible()))
        .isFalse();
    assertThat(window.<String>ask(scene -> window.desk.shell().noticeProperty().get()))
        .contains("12");
  }

  @Test
  void theTitleKeepsItsRoomBesideTheInspector() throws Exception {
    window.run(() -> window.desk.chat().rename("A comparison that has a title of very many words"));
    window.press(Key.control(KeyCode.I));
    window.until(() -> window.window.scene().getRoot().lookup(".inspector") != null);
    HeadlessFrames.pass();
    HeadlessFrames.pass();
    assertThat(window.<Double>ask(scene -> title().getWidth())).isGreaterThan(180);
  }

  private Region title() {
    return (Region) window.window.scene().getRoot().lookup(".chat-header .editable-title");
  }

  /** The place of the pane that keys mean, from 0. */
  private int current() throws Exception {
    return window.ask(
        scene -> window.desk.chat().panes().indexOf(window.desk.chat().currentProperty().get()));
  }

  @Test
  void theCurrentPaneIsThereAfterARestart() throws Exception {
    show(4);
    window.press(Key.control(KeyCode.DIGIT3));
    window.close();
    window = new HeadlessWindow(home);
    assertThat(current()).isEqualTo(2);
  }

  @Test
  void theCurrentPaneIsThereWhenTheComparisonIsOpenedAgain() throws Exception {
    show(4);
    UUID four = window.desk.chat().openedProperty().get().id();
    window.press(Key.control(KeyCode.DIGIT2));
    show(2);
    assertThat(current()).isZero();
    window.run(() -> window.desk.open(four));
    window.until(() -> window.shows(four));
    assertThat(current()).isEqualTo(1);
  }

  @Test
  void theLayoutIsChosenByKeyAndIsThereAfterARestart() throws Exception {
    show(4);
    assertThat(rows()).isEqualTo(1);
    window.press(GRID);
    assertThat(places()).hasSize(4);
    assertThat(rows()).isEqualTo(2);
    window.press(FOCUS);
    assertThat(places()).hasSize(1);
    window.close();
    assertThat(SettingsStore.open(home).current().window().layout()).isEqualTo(Layout.FOCUS);
    window = new HeadlessWindow(home);
    assertThat(places()).hasSize(1);
    window.press(COLUMNS);
    assertThat(places()).hasSize(4);
  }

  @Test
  void changingTheLayoutKeepsTheTranscriptsTheReadingPlaceAndTheFocus() throws Exception {
    show(2);
    answer("A line of its own.\n\n".repeat(200));
    GenericStyledArea<?, ?, ?> text = transcript(0);
    window.until(() -> text.getParagraphs().size() > 200);
    HeadlessFrames.pass();
    window.press(Key.control(KeyCode.DIGIT1));
    window.run(() -> Event.fireEvent(text, moves(KeyEvent.KEY_PRESSED)));
    window.run(() -> text.showParagraphAtTop(60));
    HeadlessFrames.pass();
    window.run(() -> Event.fireEvent(text, moves(KeyEvent.KEY_RELEASED)));
    int before = window.ask(scene -> text.firstVisibleParToAllParIndex());
    assertThat(before).isBetween(59, 61);
    for (Key layout : List.of(GRID, FOCUS, COLUMNS)) {
      window.press(layout);
      window.until(() -> text.getLayoutBounds().getWidth() > 0);
      HeadlessFrames.pass();
      assertThat(transcript(0)).isSameAs(text);
      assertThat(focused()).isSameAs(text);
      int top = window.ask(scene -> text.firstVisibleParToAllParIndex());
      assertThat(top).isBetween(59, 61);
    }
  }

  @Test
  void aPaneOutOfSightIsNotLaidOutButIsUpToDateWhenShown() throws Exception {
    show(2);
    window.press(FOCUS);
    answer("What was said meanwhile.");
    HeadlessFrames.pass();
    String hidden = transcript(1).getText();
    assertThat(hidden).doesNotContain("meanwhile");
    window.press(Key.control(KeyCode.DIGIT2));
    GenericStyledArea<?, ?, ?> text = transcript(1);
    window.until(() -> text.getText().contains("What was said meanwhile."));
    assertThat(focused()).isSameAs(text);
  }

  @Test
  void aTabSaysWhatItsPaneIsDoing() throws Exception {
    show(3);
    window.press(FOCUS);
    window.run(() -> window.desk.composer().textProperty().set("Why?"));
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(3);
    window.until(() -> tabs().stream().allMatch(name -> name.endsWith(", answering")));
    window.bench.streams.forEach(stream -> stream.say("So.").end());
    window.until(() -> !window.desk.chat().liveProperty().get());
    assertThat(tabs())
        .containsExactly(
            "sandbox/model-1", "sandbox/model-2, has answered", "sandbox/model-3, has answered");
    window.press(Key.control(KeyCode.DIGIT2));
    assertThat(tabs().get(1)).isEqualTo("sandbox/model-2");
  }

  private List<String> tabs() {
    return window.window.scene().getRoot().lookupAll(".pane-tab").stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  @Test
  void aPaneIsMadeWiderAndEvenAgainByKey() throws Exception {
    show(2);
    List<Bounds> before = places();
    window.press(Key.control(KeyCode.DIGIT1));
    window.press(WIDER);
    assertThat(places().getFirst().getWidth()).isEqualTo(before.getFirst().getWidth() + 40);
    window.press(EVEN);
    assertThat(places().getFirst().getWidth()).isEqualTo(before.getFirst().getWidth());
  }

  @Test
  void threePanesFitBesideTheSidebarInAWindowOfTheFirstSize() throws Exception {
    window.run(() -> window.window.scene().getWindow().setWidth(1280));
    show(3);
    window.until(() -> window.window.scene().getWidth() == 1280);
    HeadlessFrames.pass();
    assertThat(places().getLast().getMaxX()).isEqualTo(1280);
    assertThat(window.<Node>ask(scene -> scene.lookup(".sidebar")).isVisible()).isTrue();
  }

  @Test
  void twelvePanesAreScrolledThroughAndTheFocusedOneIsInSight() throws Exception {
    show(12);
    assertThat(places()).hasSize(12).allMatch(place -> place.getWidth() >= Arrangement.LEAST_WIDTH);
    window.run(() -> window.window.focusPane(11));
    HeadlessFrames.pass();
    Bounds last = places().get(11);
    double right = window.ask(scene -> scene.getWidth());
    assertThat(last.getMaxX()).isLessThanOrEqualTo(right + 1);
    window.press(GRID);
    HeadlessFrames.pass();
    assertThat(places())
        .allMatch(at -> at.getWidth() >= Arrangement.LEAST_WIDTH && at.getHeight() >= 240);
    ScrollPane scroll = (ScrollPane) window.ask(scene -> scene.lookup(".pane-scroll"));
    assertThat(scroll.getVvalue()).isEqualTo(1);
  }

  @Test
  void onceANewPaneHasItsModelTheKeyboardIsInThePrompt() throws Exception {
    show(2);
    window.press(Key.control(KeyCode.T));
    window.until(() -> window.desk.models().rows().size() > 2);
    window.press(Key.of(KeyCode.ENTER));
    assertThat(focused()).isInstanceOf(TextArea.class);
    assertThat(window.desk.chat().panes()).hasSize(3);
  }

  @Test
  void aThirteenthPaneIsRefusedInWords() throws Exception {
    show(12);
    window.press(Key.control(KeyCode.T));
    window.until(() -> !window.desk.shell().noticeProperty().get().isEmpty());
    assertThat(window.desk.shell().noticeProperty().get()).contains("12");
    assertThat(window.desk.chat().panes()).hasSize(12);
  }

  @Test
  void aPaneIsMovedByKeyInEveryLayout() throws Exception {
    show(3);
    for (Key layout : List.of(COLUMNS, GRID, FOCUS)) {
      window.press(layout);
      PaneViewModel first = window.ask(scene -> window.desk.chat().panes().getFirst());
      window.press(Key.control(KeyCode.DIGIT1));
      window.press(new Key(KeyCode.RIGHT, true, true, false));
      assertThat(window.desk.chat().panes().get(1)).isSameAs(first);
    }
  }
}
