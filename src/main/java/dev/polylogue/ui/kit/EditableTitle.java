package dev.polylogue.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A title that becomes a text field when clicked: Enter keeps, Escape gives up. FX thread. */
public final class EditableTitle extends StackPane {
  private final ObservableValue<String> title;
  private final Consumer<String> changed;
  private final Button shown = new Button();
  private final TextField field = new TextField();

  /**
   * @param words tooltip and accessible name, such as "Rename comparison (F2)"
   * @param untitled stands there while the title is empty
   */
  public EditableTitle(
      ObservableValue<String> title, String words, String untitled, Consumer<String> changed) {
    this.title = title;
    this.changed = changed;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("editable-title");
    shown.getStyleClass().addAll(Styles.FLAT, "title-text");
    shown.setMnemonicParsing(false);
    shown.textProperty().bind(title.map(text -> text.isBlank() ? untitled : text));
    shown.setOnAction(event -> edit());
    Buttons.named(shown, words);
    shown.accessibleTextProperty().bind(shown.textProperty().map(text -> text + ". " + words));
    field.setAccessibleText(words);
    field.setVisible(false);
    field.setOnAction(event -> end(true));
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                end(true);
              }
            });
    getChildren().addAll(shown, field);
  }

  /** Turns the title into a text field. */
  public void edit() {
    field.setText(title.getValue());
    show(true);
    field.requestFocus();
    field.selectAll();
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      end(false);
      event.consume();
    }
  }

  private void end(boolean keep) {
    if (!field.isVisible()) {
      return;
    }
    boolean focused = field.isFocused();
    show(false);
    if (focused) {
      shown.requestFocus();
    }
    String text = field.getText().strip();
    if (keep && !text.isEmpty() && !text.equals(title.getValue())) {
      changed.accept(text);
    }
  }

  private void show(boolean editing) {
    field.setVisible(editing);
    shown.setVisible(!editing);
  }
}
