package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.ui.history.HistoryRow;
import dev.polylogue.ui.history.HistoryViewModel;
import dev.polylogue.ui.history.Strip;
import dev.polylogue.ui.shell.HeadlessWindow.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the history, by the keyboard in a real window. */
class OrderWindowTest {
  @TempDir private Path home;
  private final List<UUID> made = new ArrayList<>();
  private HeadlessWindow shown;
  private HistoryViewModel list;

  @BeforeEach
  void open() throws Exception {
    shown = new HeadlessWindow(home);
    list = shown.desk.history();
    for (int i = 0; i < 3; i++) {
      made.add(shown.bench.comparison("scribe"));
    }
    shown.run(list::refresh);
    shown.until(() -> titles().size() == 4);
    shown.run(() -> shown.window.focusHistory());
  }

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  private List<String> titles() {
    return list.rows().stream()
        .filter(HistoryRow.Entry.class::isInstance)
        .map(row -> ((HistoryRow.Entry) row).comparison().title())
        .toList();
  }

  private Node focused() throws Exception {
    return shown.ask(scene -> scene.getFocusOwner());
  }

  @Test
  void allAreChosenDeletedAndTakenBackWithoutAMouse() throws Exception {
    shown.press(Key.control(KeyCode.A));
    shown.until(() -> list.chosen().size() == 4);

    shown.press(Key.of(KeyCode.DELETE));
    shown.until(
        () ->
            shown.desk.ordering().order().stripProperty().get() instanceof Strip.Done done
                && done.trashed().size() == 4);
    shown.until(() -> titles().size() == 1);
    assertThat(shown.desk.chat().openedProperty().get()).isNotNull();
    shown.until(() -> !made.contains(shown.desk.chat().openedProperty().get().id()));

    shown.run(() -> shown.window.focusHistory());
    shown.press(Key.control(KeyCode.Z));
    shown.until(() -> titles().size() == 5);
  }

  /** In the list, by the keyboard, until another one is open. */
  private UUID deleteTheOpenOne() throws Exception {
    UUID open = made.getLast();
    shown.run(() -> shown.desk.open(open));
    shown.until(() -> isOpen(open));
    shown.run(() -> list.chosen().setAll(open));
    shown.run(() -> shown.window.focusHistory());

    shown.press(Key.of(KeyCode.DELETE));
    shown.until(() -> shown.desk.chat().openedProperty().get() != null && !isOpen(open));
    return open;
  }

  @Test
  void whoDeletesTheOpenOneWithTheKeyboardStaysInTheListAndTakesItBack() throws Exception {
    UUID open = deleteTheOpenOne();
    shown.until(() -> titles().size() == 3);
    shown.press(Key.control(KeyCode.Z));

    shown.until(() -> titles().size() == 4);
    shown.until(() -> isOpen(open));
  }

  /** What came by itself once is opened on purpose the next time. */
  @Test
  void whoOpensLaterWhatCameInThePlaceOfADeletedOneGoesOnInThePrompt() throws Exception {
    UUID open = deleteTheOpenOne();
    UUID instead = shown.desk.chat().openedProperty().get().id();
    UUID other =
        made.stream()
            .filter(id -> !id.equals(open) && !id.equals(instead))
            .findFirst()
            .orElseThrow();
    boolean written = shown.ask(scene -> isWritten());
    assertThat(written).as("who clears up stays").isFalse();
    shown.run(() -> shown.desk.open(other));
    shown.until(() -> isOpen(other) && isWritten());

    shown.run(() -> shown.window.focusHistory());
    shown.until(() -> !isWritten());
    shown.run(() -> shown.desk.open(instead));

    shown.until(() -> isOpen(instead) && isWritten());
  }

  private boolean isWritten() {
    return shown.window.scene().getFocusOwner() instanceof TextArea;
  }

  private boolean isOpen(UUID comparison) {
    var opened = shown.desk.chat().openedProperty().get();
    return opened != null && opened.id().equals(comparison);
  }

  @Test
  void aTitleKeepsItsUnderscoresInTheHeader() throws Exception {
    shown.run(() -> shown.desk.chat().rename("foo_bar __init__"));

    shown.until(() -> titles().contains("foo_bar __init__"));
    String written =
        shown.ask(scene -> ((Text) scene.getRoot().lookup(".title-text .text")).getText());
    assertThat(written).isEqualTo("foo_bar __init__");
  }

  @Test
  void whatIsChosenStaysChosenWhenTheListIsReadAnew() throws Exception {
    shown.run(() -> list.chosen().setAll(made.get(0), made.get(2)));
    shown.run(() -> shown.desk.ordering().order().togglePin(List.of(made.get(1))));
    shown.until(
        () ->
            list.rows().getFirst() instanceof HistoryRow.Heading heading
                && heading.text().equals("Pinned"));
    assertThat(list.chosen()).containsExactlyInAnyOrder(made.get(0), made.get(2));
  }

  @Test
  void aTitleIsWrittenInItsPlace() throws Exception {
    shown.run(() -> shown.desk.ordering().order().rename(made.get(1)));
    shown.until(() -> isField());
    shown.run(() -> ((TextField) shown.window.scene().getFocusOwner()).setText("Tides"));
    assertThat(focused().getAccessibleText()).isEqualTo("Rename");
    shown.run(
        () -> ((TextField) shown.window.scene().getFocusOwner()).fireEvent(new ActionEvent()));
    shown.until(() -> titles().contains("Tides"));
    assertThat(focused()).as("the list has the keyboard again").isNotInstanceOf(TextField.class);
  }

  @Test
  void aFolderIsNamedBelowTheListAndEscapeGivesUp() throws Exception {
    shown.run(() -> list.chosen().setAll(made));
    shown.run(() -> shown.window.commands().named("comparison.folder").action().run());
    shown.until(this::isField);
    shown.press(Key.of(KeyCode.ESCAPE));
    shown.until(() -> shown.desk.ordering().order().stripProperty().get().equals(Strip.NONE));
    assertThat(focused()).isNotInstanceOf(TextField.class);
  }

  private boolean isField() {
    return shown.window.scene().getFocusOwner() instanceof TextField;
  }
}
