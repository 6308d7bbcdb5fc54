package dev.polylogue.ui.transcript;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** Opens and closes a block of reasoning. Its label changes without the line being replaced. */
final class ThoughtToggle implements Widget {
  private final StringProperty label = new SimpleStringProperty("");
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final Runnable toggle;

  ThoughtToggle(Runnable toggle) {
    this.toggle = toggle;
  }

  void say(String text) {
    label.set(text);
  }

  void open(boolean now) {
    open.set(now);
  }

  boolean isOpen() {
    return open.get();
  }

  @Override
  public Node node(Surroundings around) {
    Button button = new Button();
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "thought-toggle");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> (open.get() ? "\u25BE  " : "\u25B8  ") + label.get(), open, label));
    button
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    around
                        .texts()
                        .get(
                            open.get() ? "transcript.thought.close" : "transcript.thought.open",
                            label.get()),
                open,
                label));
    button.setOnAction(event -> toggle.run());
    return button;
  }

  @Override
  public String plainText() {
    return label.get();
  }
}
