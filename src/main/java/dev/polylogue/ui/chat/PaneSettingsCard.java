package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The card with the parameters of one pane. FX thread. */
final class PaneSettingsCard extends VBox {
  private final PaneSettingsViewModel model;
  private final Texts texts;
  private final TextArea system = new TextArea();

  PaneSettingsCard(PaneSettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("form", "pane-settings");
    system.setPrefRowCount(3);
    system.setWrapText(true);
    Label note = new Label(texts.get("pane.settings.note"));
    note.getStyleClass().add("muted-small");
    note.setWrapText(true);
    getChildren()
        .addAll(
            field(Setting.SYSTEM, texts.get("pane.settings.system"), system),
            field(Setting.TEMPERATURE, texts.get("pane.settings.temperature"), new TextField()),
            field(Setting.MAX_TOKENS, texts.get("pane.settings.maxTokens"), new TextField()),
            framed(Setting.REASONING_EFFORT, texts.get("pane.settings.effort"), effort()),
            note);
  }

  Node first() {
    return system;
  }

  private VBox field(Setting setting, String words, TextInputControl input) {
    input.setPromptText(texts.get("pane.settings.default"));
    input.textProperty().bindBidirectional(model.textProperty(setting));
    return framed(setting, words, input);
  }

  private ComboBox<String> effort() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(PaneSettingsViewModel.EFFORTS);
    box.setConverter(new DefaultWord(texts.get("pane.settings.default")));
    box.valueProperty().bindBidirectional(model.textProperty(Setting.REASONING_EFFORT));
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private VBox framed(Setting setting, String words, Control input) {
    Label label = new Label(words);
    label.getStyleClass().add("field-label");
    label.setLabelFor(input);
    input.setAccessibleText(words);
    Label error = new Label();
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.textProperty().bind(model.errorProperty(setting));
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    return new VBox(4, label, input, error);
  }

  /** Shows the empty choice as words. */
  private static final class DefaultWord extends StringConverter<String> {
    private final String word;

    DefaultWord(String word) {
      this.word = word;
    }

    @Override
    public String toString(String value) {
      return value == null || value.isEmpty() ? word : value;
    }

    @Override
    public String fromString(String text) {
      return text.equals(word) ? "" : text;
    }
  }
}
