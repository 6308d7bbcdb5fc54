package dev.polylogue.ui.command;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line of the palette: the words with the typed letters marked, the group and the keys. */
final class PaletteCell extends ListCell<PaletteViewModel.Hit> {
  PaletteCell() {
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(PaletteViewModel.@Nullable Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Command command = hit.command();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    String needs = command.enabled().get() ? "" : command.wording().needs();
    Label group = new Label(needs.isEmpty() ? command.group() : needs);
    group.getStyleClass().add("muted-small");
    group.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(12, words(command.text(), hit.marks()), gap, group);
    if (command.keys() != null) {
      Label keys = new Label(command.shortcut());
      keys.getStyleClass().add("keys");
      keys.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(keys);
    }
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFillHeight(false);
    line.setOpacity(command.enabled().get() ? 1 : 0.5);
    setGraphic(line);
    setAccessibleText(
        command.group() + ": " + command.hint() + (needs.isEmpty() ? "" : ". " + needs));
  }

  private static TextFlow words(String words, List<Integer> marks) {
    TextFlow flow = new TextFlow();
    int from = 0;
    for (int i = 1; i <= words.length(); i++) {
      if (i == words.length() || marks.contains(i) != marks.contains(from)) {
        Text text = new Text(words.substring(from, i));
        text.getStyleClass().add(marks.contains(from) ? "palette-mark" : "palette-words");
        flow.getChildren().add(text);
        from = i;
      }
    }
    return flow;
  }
}
