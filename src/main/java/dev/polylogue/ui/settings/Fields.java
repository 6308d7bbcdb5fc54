package dev.polylogue.ui.settings;

import dev.polylogue.ui.kit.RightToLeft;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Pieces that the forms of the settings share. FX thread. */
final class Fields {
  private Fields() {}

  /** A control under its name. */
  static VBox labelled(String words, Control input) {
    return labelled(new SimpleStringProperty(words), input);
  }

  /** The same under a name that changes. */
  static VBox labelled(ObservableValue<String> words, Control input) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    label.setLabelFor(input);
    words.subscribe(
        now -> {
          label.setText(now);
          input.setAccessibleText(now);
        });
    return new VBox(4, label, input);
  }

  /** Takes no room while it is not shown. */
  static void shownIf(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  /** What is wrong; takes no room while nothing is. */
  static Label error(ObservableValue<String> words) {
    Label error = new Label();
    error.getStyleClass().add("field-error");
    RightToLeft.wrap(error);
    error.textProperty().bind(words);
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    return error;
  }
}
