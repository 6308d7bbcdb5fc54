package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Quiet marks in a pane's header: how much its model is to think, and that it searches. */
final class SetMarks extends HBox {
  private final Texts texts;

  SetMarks(PaneViewModel pane, Texts texts) {
    super(8);
    this.texts = texts;
    setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("set-marks");
    setMinWidth(USE_PREF_SIZE);
    pane.parametersProperty().subscribe(this::show);
  }

  private void show(Parameters parameters) {
    getChildren().clear();
    Optional<String> level = parameters.text(Setting.REASONING_EFFORT);
    level.ifPresent(
        known -> {
          String words = texts.get("reasoning." + known);
          mark(new Label(words), texts.get("pane.mark.reasoning", words));
        });
    if (parameters.isOn(Setting.WEB_SEARCH)) {
      mark(new Label(null, Icons.of(Feather.GLOBE)), texts.get("pane.mark.search"));
    }
  }

  private void mark(Label mark, String hint) {
    mark.getStyleClass().add("set-mark");
    mark.setAccessibleText(hint);
    mark.setTooltip(new Tooltip(hint));
    getChildren().add(mark);
  }
}
