package dev.polylogue.ui.shell;

import dev.polylogue.ui.command.Command;
import dev.polylogue.ui.command.Commands;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of shortcuts, made from the commands. FX thread. */
final class ShortcutsCard extends VBox {
  private final Button close;

  ShortcutsCard(Commands commands, Texts texts, Runnable hide) {
    super(16);
    getStyleClass().add("shortcuts");
    Label title = new Label(texts.get("shell.shortcuts"));
    title.getStyleClass().add("section-title");
    close = Buttons.words(texts.get("shell.close"), hide);
    getChildren().addAll(title, scrolled(grid(commands), texts), close);
  }

  Button first() {
    return close;
  }

  private static ScrollPane scrolled(GridPane grid, Texts texts) {
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(texts.get("shell.shortcuts"));
    return scroll;
  }

  private static GridPane grid(Commands commands) {
    GridPane grid = new GridPane(32, 8);
    grid.getStyleClass().add("shortcut-grid");
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(words, new ColumnConstraints());
    String group = "";
    int row = 0;
    for (Command command : commands.all()) {
      boolean repeats = command.id().matches("pane\\.focus\\.[2-9]");
      if (command.keys() == null || repeats) {
        continue;
      }
      if (!command.group().equals(group)) {
        group = command.group();
        Label heading = new Label(group);
        heading.getStyleClass().add("field-label");
        grid.addRow(row++, heading);
      }
      Label keys = new Label(keys(command));
      keys.getStyleClass().add("keys");
      keys.setMinWidth(USE_PREF_SIZE);
      Label what = new Label(command.text() + rest(command));
      what.setWrapText(true);
      what.setMinHeight(USE_PREF_SIZE);
      grid.addRow(row++, what, keys);
      GridPane.setHalignment(keys, HPos.RIGHT);
    }
    return grid;
  }

  private static String keys(Command command) {
    return command.shortcut() + rest(command);
  }

  /** One line stands for all nine panes. */
  private static String rest(Command command) {
    return command.id().equals("pane.focus.1") ? "…9" : "";
  }
}
