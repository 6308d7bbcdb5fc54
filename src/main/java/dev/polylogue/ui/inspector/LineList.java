package dev.polylogue.ui.inspector;

import dev.polylogue.ui.kit.RightToLeft;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lines of text of which only those in view exist; Ctrl+C copies the selected ones. FX thread. */
final class LineList extends ListView<String> {
  private final Consumer<String> copy;

  LineList(String name, Consumer<String> copy) {
    this.copy = copy;
    getStyleClass().add("line-list");
    setAccessibleText(name);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(list -> new LineCell());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void show(List<String> lines) {
    if (!lines.equals(getItems())) {
      getItems().setAll(lines);
      scrollTo(0);
    }
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy.accept(String.join("\n", getSelectionModel().getSelectedItems()));
      event.consume();
    }
  }

  /** A width of 0 makes the line wrap at the width of the list. */
  private static final class LineCell extends ListCell<String> {
    LineCell() {
      RightToLeft.wrap(this);
      setPrefWidth(0);
      setMnemonicParsing(false);
    }

    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty ? null : line);
    }
  }
}
