package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.chat.PaneSetsViewModel.Line;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A named set of panes in its list: its name, its models, and what of it is gone. */
final class PaneSetCell extends ListCell<Line> {
  private static final int MOST_MARKS = 6;

  private final Texts texts;

  PaneSetCell(Texts texts) {
    this.texts = texts;
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    setGraphic(null);
    setAccessibleText(null);
    if (empty) {
      return;
    }
    setPrefWidth(0);
    Label name = new Label(line.set().name());
    name.getStyleClass().add("entry-title");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox top = new HBox(4, name);
    top.setAlignment(Pos.CENTER_LEFT);
    line.set().panes().stream()
        .limit(MOST_MARKS)
        .forEach(pane -> top.getChildren().add(Marks.of(pane.model().provider())));
    String said = about(line);
    Label models = new Label(said);
    models.getStyleClass().add("muted-small");
    models.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("gone"), !line.gone().isEmpty());
    VBox face = new VBox(2, top, models);
    face.setMinWidth(0);
    setGraphic(face);
    setAccessibleText(line.set().name() + ". " + said);
  }

  private String about(Line line) {
    if (line.gone().isEmpty()) {
      return PaneSetsCard.models(line.set());
    }
    String gone =
        line.gone().stream().map(ModelRef::provider).distinct().collect(Collectors.joining(", "));
    return texts.get(line.canStart() ? "sets.gone" : "sets.allGone", gone, line.gone().size());
  }
}
