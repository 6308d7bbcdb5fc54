package dev.polylogue.ui.chat;

import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.RightToLeft;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * One setting of a pane: its name, its control, and below it what is wrong, what becomes of it on
 * its way, or why it is greyed. FX thread.
 */
final class SettingField extends VBox {
  private final PaneSettingsViewModel model;
  private final Setting setting;
  private Node input;

  /**
   * @param control what is greyed where the model does not take the setting
   */
  SettingField(PaneSettingsViewModel model, Setting setting, Node head, Node control) {
    super(4);
    this.model = model;
    this.setting = setting;
    this.input = control;
    String reason = model.advice().against(setting);
    getChildren().addAll(head, control);
    if (!reason.isEmpty()) {
      control.setDisable(true);
      getChildren().add(told("field-reason", reason));
      return;
    }
    getChildren()
        .addAll(
            told("field-error", model.errorProperty(setting)),
            told("field-reason", model.noteProperty(setting)));
  }

  /** A field of text under its name. */
  static SettingField of(
      PaneSettingsViewModel model, Setting setting, String name, TextInputControl input) {
    Label label = named(name);
    label.setLabelFor(input);
    input.textProperty().bindBidirectional(model.textProperty(setting));
    SettingField field = new SettingField(model, setting, label, input);
    field.describe(input, name);
    return field;
  }

  /** An area of text that the Tab key leaves, as it leaves any other field. */
  static TextArea area(int rows, String prompt) {
    TextArea area = new TextArea();
    area.setPrefRowCount(rows);
    area.setPromptText(prompt);
    RightToLeft.wrap(area);
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            area.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
    return area;
  }

  static Label named(String name) {
    Label label = new Label(name);
    label.getStyleClass().add("field-label");
    return label;
  }

  /** Whether what stands there can't be taken. */
  boolean isWrong() {
    return !model.errorProperty(setting).get().isEmpty();
  }

  /** What is written in. */
  Node input() {
    return input;
  }

  /** Gives the control its accessible name, with what is wrong behind it. */
  void describe(Node control, String name) {
    input = control;
    String reason = model.advice().against(setting);
    control
        .accessibleTextProperty()
        .bind(
            model
                .errorProperty(setting)
                .map(error -> (name + ". " + (reason.isEmpty() ? error : reason)).strip()));
  }

  private static Label told(String style, ObservableValue<String> words) {
    Label label = told(style, "");
    label.textProperty().bind(words);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private static Label told(String style, String words) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
