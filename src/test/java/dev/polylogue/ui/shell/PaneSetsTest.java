package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.settings.SettingsStore;
import dev.polylogue.settings.Shelf.PaneSet;
import dev.polylogue.settings.Shelf.Place;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.kit.Layer;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaneSetsTest {
  private static final Key SAVE = new Key(KeyCode.S, true, true, false);
  private static final Key START = new Key(KeyCode.N, true, true, false);

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

  private List<String> models() throws Exception {
    return window
        .ask(
            scene ->
                window.desk.chat().panes().stream().map(PaneViewModel::model).map(ModelRef::model))
        .toList();
  }

  private void type(String words) throws Exception {
    window.run(() -> ((TextField) window.window.scene().getFocusOwner()).setText(words));
  }

  private void enter() throws Exception {
    window.run(
        () -> {
          if (window.window.scene().getFocusOwner() instanceof TextField field
              && field.getOnAction() != null) {
            field.getOnAction().handle(null);
          } else {
            window.fire(Key.of(KeyCode.ENTER));
          }
        });
  }

  private void save(String name, String... refs) throws Exception {
    List<Place> places =
        Stream.of(refs)
            .map(ref -> new Place(ModelRef.parse(ref), Parameters.NONE.with(Setting.SEED, "7")))
            .toList();
    window.run(() -> window.desk.sets().sets().save(new PaneSet(name, places)));
    window.until(() -> names().contains(name));
  }

  private List<String> names() {
    return window.desk.sets().sets().lines().stream().map(line -> line.set().name()).toList();
  }

  @Test
  void theRowIsSavedUnderANameByKeyboardAndIsThereAfterARestart() throws Exception {
    window.press(SAVE);
    type("my two");
    enter();
    window.until(() -> window.desk.sets().sets().isTaken("my two"));
    assertThat(SettingsStore.open(home).current().shelf().sets())
        .singleElement()
        .satisfies(set -> assertThat(set.panes()).hasSize(2));
    window.close();
    window = new HeadlessWindow(home);
    window.press(START);
    assertThat(window.desk.sets().sets().lines())
        .extracting(line -> line.set().name())
        .containsExactly("my two");
  }

  @Test
  void aBlankComparisonTakesThePanesOfASetAndKeepsItsDraft() throws Exception {
    save("my three", "sandbox/a", "sandbox/b", "sandbox/c");
    UUID before = window.desk.chat().openedProperty().get().id();
    window.run(() -> window.desk.composer().textProperty().set("half a thought"));
    window.press(START);
    type("three");
    enter();
    window.until(() -> window.desk.chat().panes().size() == 3);
    assertThat(models()).containsExactly("a", "b", "c");
    assertThat(window.desk.chat().openedProperty().get().id()).isEqualTo(before);
    assertThat(window.desk.composer().textProperty().get()).isEqualTo("half a thought");
    assertThat(window.desk.chat().panes().getFirst().parametersProperty().get().whole(Setting.SEED))
        .contains(7L);
  }

  @Test
  void aComparisonWithTurnsIsLeftAloneAndANewOneBegins() throws Exception {
    save("one", "sandbox/a");
    UUID before = window.desk.chat().openedProperty().get().id();
    window.run(() -> window.desk.composer().send());
    window.bench.awaitStreams(2);
    window.bench.streams.forEach(stream -> stream.say("So.").end());
    window.until(() -> window.isSaid("So."));
    window.press(START);
    enter();
    window.until(() -> window.desk.chat().panes().size() == 1);
    assertThat(window.desk.chat().openedProperty().get().id()).isNotEqualTo(before);
    assertThat(window.bench.services.comparisons().open(before).orElseThrow().panes()).hasSize(2);
  }

  @Test
  void aSetWhoseProviderIsGoneSaysSoAndStartsWithTheRest() throws Exception {
    save("old", "gone/model", "sandbox/a");
    save("older", "gone/model");
    window.run(() -> window.desk.sets().sets().open());
    assertThat(window.desk.sets().sets().lines().get(0).gone())
        .containsExactly(new ModelRef("gone", "model"));
    assertThat(window.desk.sets().sets().lines().get(1).canStart()).isFalse();
    window.run(() -> window.desk.sets().start(window.desk.sets().sets().lines().get(1).set()));
    assertThat(window.desk.shell().noticeProperty().get()).contains("older", "gone/model");
    assertThat(models()).hasSize(2);
    window.run(() -> window.desk.sets().start(window.desk.sets().sets().lines().get(0).set()));
    window.until(() -> window.desk.chat().panes().size() == 1);
    assertThat(window.desk.shell().noticeProperty().get()).contains("started without gone/model");
    assertThat(models()).containsExactly("a");
  }

  @Test
  void aSetIsRenamedAndDeletedByKeyboard() throws Exception {
    save("one", "sandbox/a");
    window.press(START);
    window.press(Key.of(KeyCode.F2));
    type("first");
    enter();
    window.until(() -> names().equals(List.of("first")));
    window.press(Key.of(KeyCode.DELETE));
    window.run(() -> ((javafx.scene.control.Button) window.window.scene().getFocusOwner()).fire());
    window.until(() -> names().isEmpty());
    Layer layer = (Layer) window.ask(scene -> scene.lookup(".layer"));
    assertThat(layer.isShowing()).isTrue();
  }
}
