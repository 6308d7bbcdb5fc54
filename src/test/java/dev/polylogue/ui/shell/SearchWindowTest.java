package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.EditSession;
import dev.polylogue.conversation.Found;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.chat.PaneViewModel;
import dev.polylogue.ui.history.SearchViewModel;
import dev.polylogue.ui.photo.PhotoViewModel;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the field above the list to the message itself. */
class SearchWindowTest {
  @TempDir private Path home;
  private HeadlessWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new HeadlessWindow(home);
    window.press(Key.of(KeyCode.ENTER));
    window.answer("The lighthouse stands.", "The harbour sleeps.");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private SearchViewModel search() {
    return window.desk.searching().search();
  }

  private Node focused() throws Exception {
    return window.ask(scene -> scene.getFocusOwner());
  }

  private void type(String words) throws Exception {
    window.press(Key.control(KeyCode.F));
    TextField field = (TextField) focused();
    window.run(() -> field.setText(words));
  }

  @Test
  void theKeyboardLeadsFromTheFieldToTheMessageAndBack() throws Exception {
    window.run(window.desk::newComparison);
    window.until(() -> window.desk.chat().panes().getFirst().turns().isEmpty());

    type("harbour sle");
    window.until(() -> search().rows().size() == 1);
    window.press(Key.of(KeyCode.DOWN));
    window.press(Key.of(KeyCode.ENTER));

    window.until(() -> window.desk.reading().find().currentProperty().get() != null);
    var spot = window.desk.reading().find().currentProperty().get();
    assertThat(spot.pane().turns().getFirst().reply().content().passages().getFirst().text())
        .hasToString("The harbour sleeps.");
    assertThat(window.desk.chat().currentProperty().get()).isSameAs(spot.pane());

    window.press(Key.of(KeyCode.UP));
    assertThat(focused()).isInstanceOf(TextField.class);
    window.press(Key.of(KeyCode.ESCAPE));
    assertThat(search().activeProperty().get()).isFalse();
    assertThat(search().rows()).isEmpty();
  }

  @Test
  void photosAreSearchedByInstructionBesideThePhotosThemselves() throws Exception {
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    PhotoViewModel photo = window.desk.photos().photo();
    window.until(() -> photo.mask().sizeOrNull() != null);
    window.run(
        () -> {
          photo.compose().models().setAll(new ModelRef("sandbox", "darkroom"));
          photo.compose().instructionProperty().set("Make it dusk over the quay");
          photo.edit();
        });
    window.bench.awaitStreams(3);
    window.bench.streams.getLast().refuse("No.");
    window.until(() -> !photo.liveProperty().get() && photo.stepProperty().get() != null);

    type("quay");
    window.until(() -> !search().rows().isEmpty());

    assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
    window.run(photo::leave);
    window.press(Key.of(KeyCode.ENTER));
    window.until(() -> photo.stepProperty().get() != null && photo.sessionProperty().get() != null);
    assertThat(photo.tiles().get(1).asked()).isEqualTo("Make it dusk over the quay");
    assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
  }

  @Test
  void aPhotoThatNothingWasAskedOfIsFoundByItsFile() throws Exception {
    window.run(() -> window.desk.shell().pageProperty().set(ShellViewModel.Page.IMAGES));
    PhotoViewModel photo = window.desk.photos().photo();
    window.until(() -> photo.mask().sizeOrNull() != null);
    EditSession picked = photo.sessionProperty().get();

    type(picked.photo().name());
    window.until(() -> search().rows().size() == 1);
    window.run(photo::leave);
    window.press(Key.of(KeyCode.ENTER));

    window.until(() -> photo.sessionProperty().get() != null);
    assertThat(photo.sessionProperty().get().id()).isEqualTo(picked.id());
    assertThat(window.desk.shell().pageProperty().get()).isEqualTo(ShellViewModel.Page.IMAGES);
  }

  @Test
  void aMessageOnAnotherBranchIsShownWithItsBranch() throws Exception {
    UUID comparison = window.desk.chat().openedProperty().get().id();
    PaneViewModel pane = window.desk.chat().panes().getFirst();
    window.run(() -> window.desk.edit(pane, pane.turns().getFirst().turn()));
    window.press(Key.control(KeyCode.L));
    window.run(() -> window.desk.composer().textProperty().set("Something else?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("Other words.", "Other words too.");
    String first = Bench.TEXTS.get("composer.first");

    type("lighthouse");
    window.until(() -> search().rows().size() == 1);
    Found found = search().rows().getFirst();
    window.run(() -> window.desk.searching().show(found));

    window.until(
        () ->
            window.desk.chat().panes().getFirst().turns().stream()
                .anyMatch(turn -> turn.prompt().equals(first)));
    window.until(() -> window.desk.reading().find().currentProperty().get() != null);
    assertThat(window.desk.shell().noticeProperty().get()).contains("branch");
    Comparison stored = window.bench.services.comparisons().open(comparison).orElseThrow();
    assertThat(stored.turns().getFirst().user().text()).isEqualTo(first);
  }

  @Test
  void whatIsWrittenMeanwhileIsFoundWhenItEnds() throws Exception {
    type("zeppelin");
    window.until(() -> !search().statusProperty().get().isEmpty());
    assertThat(search().rows()).isEmpty();

    window.press(Key.control(KeyCode.L));
    window.run(() -> window.desk.composer().textProperty().set("And now?"));
    window.press(Key.of(KeyCode.ENTER));
    window.answer("A zeppelin.", "Nothing.");

    window.until(() -> search().rows().size() == 1);
  }
}
