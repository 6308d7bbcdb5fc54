package dev.polylogue.ui.history;

import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The sidebar with the comparisons of the history. FX thread. */
public final class HistoryView extends VBox {
  private final Consumer<UUID> open;
  private final ListView<HistoryRow> list;

  /**
   * @param commands holds {@code comparison.new}
   * @param besideNew other ways to begin a comparison
   */
  public HistoryView(
      HistoryViewModel model, Commands commands, Node besideNew, Texts texts, Consumer<UUID> open) {
    this.open = open;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("sidebar");
    list.setAccessibleText(texts.get("sidebar.name"));
    list.getStyleClass().add("history");
    list.setCellFactory(view -> new HistoryCell(model, texts));
    list.setOnMouseClicked(event -> openSelected());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
          }
        });
    Label nothing = new Label();
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(model.emptyProperty().map(empty -> empty ? texts.get("sidebar.empty") : ""));
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox top = new HBox(4, newButton(commands, texts), besideNew);
    top.getStyleClass().add("sidebar-top");
    getChildren().addAll(top, list);
  }

  private static Button newButton(Commands commands, Texts texts) {
    Command command = commands.named("comparison.new");
    Label words = new Label(texts.get("sidebar.new"));
    Label keys = new Label(command.shortcut());
    keys.getStyleClass().add("muted-small");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox face = new HBox(8, Icons.of(Feather.PLUS), words, gap, keys);
    face.setAlignment(Pos.CENTER_LEFT);
    Button button = commands.bind(command.id(), new Button(null, face));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("new-button");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    face.prefWidthProperty().bind(button.widthProperty().subtract(26));
    return button;
  }

  private void openSelected() {
    if (list.getSelectionModel().getSelectedItem() instanceof HistoryRow.Entry entry) {
      open.accept(entry.comparison().id());
    }
  }
}
