package dev.polylogue.ui.vote;

import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The tags of a comparison as chips, a field for another, and those used elsewhere. FX thread. */
final class TagCard extends VBox {
  private static final int MOST_KNOWN = 24;

  private final TagsViewModel model;
  private final Texts texts;
  private final TextField field = new TextField();
  private final FlowPane chips = new FlowPane(6, 6);
  private final FlowPane known = new FlowPane(6, 6);
  private final ListChangeListener<String> changed = change -> show();

  TagCard(TagsViewModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("tag-card");
    field.setPromptText(texts.get("tags.add"));
    field.setAccessibleText(texts.get("tags.add"));
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    field.setTextFormatter(new TextFormatter<String>(this::atComma));
    Label about = new Label(texts.get("tags.about"));
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    model.tags().addListener(changed);
    model.known().addListener(changed);
    getChildren().addAll(chips, field, about, known);
    show();
  }

  TextField first() {
    return field;
  }

  /** What stands in the field is taken as well. */
  void close() {
    model.tags().removeListener(changed);
    model.known().removeListener(changed);
    model.add(field.getText());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      model.add(field.getText());
      field.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE
        && field.getText().isEmpty()
        && !model.tags().isEmpty()) {
      model.remove(model.tags().getLast());
    }
  }

  /** A comma ends a tag. */
  private TextFormatter.Change atComma(TextFormatter.Change change) {
    if (change.getText().equals(",")) {
      model.add(field.getText());
      change.setRange(0, field.getLength());
      change.setText("");
      change.setCaretPosition(0);
      change.setAnchor(0);
    }
    return change;
  }

  private void show() {
    boolean onChip = isFocusWithin() && !field.isFocused();
    chips
        .getChildren()
        .setAll(
            model.tags().stream()
                .map(
                    tag ->
                        chip(
                            tag, Feather.X, texts.get("tags.remove", tag), () -> model.remove(tag)))
                .toList());
    known
        .getChildren()
        .setAll(
            model.known().stream()
                .limit(MOST_KNOWN)
                .map(
                    tag ->
                        chip(tag, Feather.PLUS, texts.get("tags.use", tag), () -> model.add(tag)))
                .toList());
    chips.setVisible(!model.tags().isEmpty());
    chips.setManaged(chips.isVisible());
    if (onChip) {
      field.requestFocus();
    }
  }

  private static Button chip(String tag, Feather icon, String name, Runnable action) {
    Button chip = new Button(tag, Icons.of(icon));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().add("tag-chip");
    chip.setAccessibleText(name);
    chip.setOnAction(event -> action.run());
    return chip;
  }
}
