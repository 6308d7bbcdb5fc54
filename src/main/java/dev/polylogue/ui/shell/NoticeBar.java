package dev.polylogue.ui.shell;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says across the top of the window what went wrong, until it is dismissed. FX thread. */
final class NoticeBar extends HBox {

  NoticeBar(ShellViewModel shell, Texts texts) {
    super(8);
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    RightToLeft.wrap(words);
    words.setMaxWidth(Double.MAX_VALUE);
    words.textProperty().bind(shell.noticeProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    visibleProperty().bind(shell.noticeProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    getChildren()
        .addAll(
            Icons.of(Feather.ALERT_TRIANGLE),
            words,
            Buttons.icon(Feather.X, texts.get("shell.dismiss"), shell::dismissNotice));
  }
}
