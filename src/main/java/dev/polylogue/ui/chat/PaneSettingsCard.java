package dev.polylogue.ui.chat;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.Setting;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The card with the parameters of one pane. What its model does not take says why. FX thread. */
final class PaneSettingsCard extends ScrollPane {
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final int FEW_ROWS = 3;
  private static final int MANY_ROWS = 8;
  private static final int ALL_ROWS = 20;

  /** Letters that fit into a line of the system prompt, about. */
  private static final int LINE = 52;

  private final PaneSettingsViewModel model;
  private final Texts texts;
  private final TextArea system;
  private final ToggleButton larger;
  private final List<SettingField> fields = new ArrayList<>();

  /**
   * @param leads where the card leads: another model, the presets
   */
  PaneSettingsCard(PaneSettingsViewModel model, PaneSettingsHead.Leads leads, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.system = SettingField.area(FEW_ROWS, texts.get("pane.settings.default"));
    this.larger = new ToggleButton(null, Icons.of(Feather.MAXIMIZE_2));
    getStyleClass().addAll("pane-settings");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    Label note = new Label(texts.get("pane.settings.note"));
    note.getStyleClass().add("muted-small");
    note.setWrapText(true);
    VBox form =
        new VBox(
            new PaneSettingsHead(model, leads, texts),
            system(),
            reasoning(),
            search(),
            figures(),
            stop(),
            advanced(),
            note);
    form.getStyleClass().add("form");
    setContent(form);
  }

  /** What can't be taken as it stands, or the first of all. */
  Node first() {
    return fields.stream()
        .filter(SettingField::isWrong)
        .map(SettingField::input)
        .findFirst()
        .orElse(system);
  }

  private SettingField kept(SettingField field) {
    fields.add(field);
    return field;
  }

  private SettingField system() {
    String name = texts.get("pane.settings.system");
    larger.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "quiet-button");
    Buttons.named(larger, texts.get("pane.settings.larger"));
    Label label = SettingField.named(name);
    label.setLabelFor(system);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(label, gap, larger);
    head.setAlignment(Pos.CENTER_LEFT);
    system.textProperty().bindBidirectional(model.textProperty(Setting.SYSTEM));
    system.textProperty().subscribe(text -> fit());
    larger.selectedProperty().subscribe(wide -> fit());
    SettingField field = new SettingField(model, Setting.SYSTEM, head, system);
    field.describe(system, name);
    return kept(field);
  }

  /** As tall as its text, within bounds. */
  private void fit() {
    boolean wide = larger.isSelected();
    pseudoClassStateChanged(WIDE, wide);
    int rows = 1;
    String text = system.getText();
    for (int i = 0, inLine = 0; i < text.length() && rows < MANY_ROWS; i++) {
      inLine = text.charAt(i) == '\n' ? LINE : inLine + 1;
      if (inLine >= LINE) {
        rows++;
        inLine = 0;
      }
    }
    system.setPrefRowCount(wide ? ALL_ROWS : Math.max(FEW_ROWS, rows));
  }

  private SettingField reasoning() {
    LevelBar bar =
        new LevelBar(model.textProperty(Setting.REASONING_EFFORT), model.advice(), texts);
    Label label = SettingField.named(texts.get("pane.settings.reasoning"));
    label.setTooltip(new Tooltip(texts.get("pane.settings.reasoning.hint")));
    return new SettingField(model, Setting.REASONING_EFFORT, label, bar);
  }

  private SettingField search() {
    String words = texts.get("pane.settings.search");
    ToggleSwitch toggle = new ToggleSwitch(words);
    toggle.selectedProperty().bindBidirectional(model.searchProperty());
    toggle.setAccessibleText(words);
    toggle.setTooltip(new Tooltip(texts.get("pane.settings.search.hint")));
    Region none = new Region();
    none.setManaged(false);
    return new SettingField(model, Setting.WEB_SEARCH, none, toggle);
  }

  /** Figures in two columns, since each is short. */
  private GridPane figures() {
    GridPane grid = new GridPane(16, 12);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().setAll(half, half);
    TextField most = new TextField();
    String limit = model.advice().mostTokens();
    most.setPromptText(limit.isEmpty() ? texts.get("pane.settings.default") : limit);
    TextField seed = new TextField();
    seed.setPromptText(texts.get("pane.settings.default"));
    grid.addRow(
        0,
        kept(SliderField.of(model, Setting.TEMPERATURE, name("temperature"), texts)),
        kept(SliderField.of(model, Setting.TOP_P, name("topP"), texts)));
    grid.addRow(
        1,
        kept(SettingField.of(model, Setting.MAX_TOKENS, name("maxTokens"), most)),
        kept(SettingField.of(model, Setting.SEED, name("seed"), seed)));
    return grid;
  }

  private String name(String figure) {
    return texts.get("pane.settings." + figure);
  }

  private SettingField stop() {
    TextArea stop = SettingField.area(2, texts.get("pane.settings.stop.hint"));
    return kept(SettingField.of(model, Setting.STOP, texts.get("pane.settings.stop"), stop));
  }

  private TitledPane advanced() {
    TextArea extra = SettingField.area(4, texts.get("pane.settings.extra.hint"));
    extra.getStyleClass().add("code-field");
    SettingField field =
        kept(SettingField.of(model, Setting.EXTRA, texts.get("pane.settings.extra"), extra));
    TitledPane advanced = new TitledPane(texts.get("pane.settings.advanced"), field);
    advanced.getStyleClass().add("advanced");
    advanced.setAnimated(false);
    advanced.setExpanded(!extra.getText().isEmpty());
    advanced.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && advanced.equals(event.getTarget())) {
            advanced.setExpanded(!advanced.isExpanded());
            event.consume();
          }
        });
    return advanced;
  }
}
