package dev.polylogue.ui.chat;

import atlantafx.base.controls.ToggleSwitch;
import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The card with the parameters of one pane. What its model does not take says why. FX thread. */
final class PaneSettingsCard extends ScrollPane {
  private final PaneSettingsViewModel model;
  private final Texts texts;
  private final TextArea system = new TextArea();

  PaneSettingsCard(PaneSettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("pane-settings");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    system.setPrefRowCount(3);
    RightToLeft.wrap(system);
    Label note = new Label(texts.get("pane.settings.note"));
    note.getStyleClass().add("muted-small");
    note.setWrapText(true);
    VBox form =
        new VBox(
            field(Setting.SYSTEM, texts.get("pane.settings.system"), system),
            reasoning(),
            search(),
            figures(),
            field(Setting.STOP, texts.get("pane.settings.stop"), new TextField()),
            note);
    form.getStyleClass().add("form");
    setContent(form);
  }

  Node first() {
    return system;
  }

  private VBox reasoning() {
    String words = texts.get("pane.settings.reasoning");
    String reason = model.advice().against(Setting.REASONING_EFFORT);
    LevelBar bar =
        new LevelBar(model.textProperty(Setting.REASONING_EFFORT), model.advice(), texts);
    bar.setDisable(!reason.isEmpty());
    Label label = new Label(words);
    label.getStyleClass().add("field-label");
    label.setTooltip(new Tooltip(texts.get("pane.settings.reasoning.hint")));
    return new VBox(4, label, bar, reason.isEmpty() ? bar.note() : reason(reason));
  }

  private VBox search() {
    String words = texts.get("pane.settings.search");
    ToggleSwitch toggle = new ToggleSwitch(words);
    toggle.selectedProperty().bindBidirectional(model.searchProperty());
    toggle.setAccessibleText(words);
    toggle.setTooltip(new Tooltip(texts.get("pane.settings.search.hint")));
    String reason = model.advice().against(Setting.WEB_SEARCH);
    toggle.setDisable(!reason.isEmpty());
    return reason.isEmpty() ? new VBox(4, toggle) : new VBox(4, toggle, reason(reason));
  }

  /** Figures in two columns, since each is short. */
  private GridPane figures() {
    GridPane grid = new GridPane(12, 12);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().setAll(half, half);
    TextField most = new TextField();
    VBox mostTokens = field(Setting.MAX_TOKENS, texts.get("pane.settings.maxTokens"), most);
    if (!model.advice().mostTokens().isEmpty()) {
      most.setPromptText(model.advice().mostTokens());
    }
    grid.addRow(
        0,
        field(Setting.TEMPERATURE, texts.get("pane.settings.temperature"), new TextField()),
        field(Setting.TOP_P, texts.get("pane.settings.topP"), new TextField()));
    grid.addRow(
        1, mostTokens, field(Setting.SEED, texts.get("pane.settings.seed"), new TextField()));
    return grid;
  }

  private VBox field(Setting setting, String words, TextInputControl input) {
    input.setPromptText(texts.get("pane.settings.default"));
    input.textProperty().bindBidirectional(model.textProperty(setting));
    return framed(setting, words, input);
  }

  private VBox framed(Setting setting, String words, Control input) {
    Label label = new Label(words);
    label.getStyleClass().add("field-label");
    label.setLabelFor(input);
    input.setAccessibleText(words);
    String reason = model.advice().against(setting);
    if (!reason.isEmpty()) {
      input.setDisable(true);
      return new VBox(4, label, input, reason(reason));
    }
    Label error = new Label();
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.textProperty().bind(model.errorProperty(setting));
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    return new VBox(4, label, input, error);
  }

  private static Label reason(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("field-reason");
    label.setWrapText(true);
    return label;
  }
}
