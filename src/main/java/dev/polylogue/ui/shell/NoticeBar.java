package dev.polylogue.ui.shell;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says something across the top of the window for as long as there are words. FX thread. */
final class NoticeBar extends HBox {

  private NoticeBar(ObservableStringValue said) {
    super(8);
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    RightToLeft.wrap(words);
    words.setMaxWidth(Double.MAX_VALUE);
    words.textProperty().bind(said);
    HBox.setHgrow(words, Priority.ALWAYS);
    visibleProperty().bind(words.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), words);
  }

  /** What stays for as long as the history can only be read, and below it what went wrong last. */
  static VBox both(Desk desk, Texts texts) {
    ShellViewModel shell = desk.shell();
    NoticeBar standing = new NoticeBar(shell.standingProperty());
    standing.getChildren().add(ways(desk.rescue(), texts));
    NoticeBar passing = new NoticeBar(shell.noticeProperty());
    Button ways = ways(desk.rescue(), texts);
    shownIf(
        ways, desk.rescue().ailingProperty().isNotNull().and(shell.standingProperty().isEmpty()));
    passing
        .getChildren()
        .addAll(ways, Buttons.icon(Feather.X, texts.get("shell.dismiss"), shell::dismissNotice));
    return new VBox(standing, passing);
  }

  private static Button ways(RescueDesk rescue, Texts texts) {
    Button ways = Buttons.words(texts.get("rescue.ways"), () -> rescue.openProperty().set(true));
    ways.setMinWidth(USE_PREF_SIZE);
    return ways;
  }

  private static void shownIf(Button button, ObservableBooleanValue wanted) {
    button.visibleProperty().bind(wanted);
    button.managedProperty().bind(wanted);
  }
}
