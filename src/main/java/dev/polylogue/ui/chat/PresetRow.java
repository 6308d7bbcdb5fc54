package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import dev.polylogue.settings.Shelf.PanePreset;
import dev.polylogue.ui.chat.PresetsViewModel.Kind;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One preset: to be applied, dragged, or asked about in place. FX thread. */
final class PresetRow extends HBox {
  private final PanePreset preset;
  private final PresetsViewModel presets;
  private final PaneViewModel pane;
  private final Texts texts;

  PresetRow(PanePreset preset, PresetsViewModel presets, PaneViewModel pane, Texts texts) {
    super(4);
    this.preset = preset;
    this.presets = presets;
    this.pane = pane;
    this.texts = texts;
    getStyleClass().add("preset-row");
    setAlignment(Pos.CENTER_LEFT);
  }

  PanePreset preset() {
    return preset;
  }

  /**
   * The preset with what can be done with it.
   *
   * @return what the keyboard should reach first
   */
  Node offer(Runnable apply) {
    Label name = new Label(preset.name());
    name.getStyleClass().add("model-name");
    String set = SettingWords.all(preset.parameters(), texts);
    Label words =
        new Label(set.isEmpty() ? texts.get("pane.settings.plain") : set.replace('\n', ' '));
    words.getStyleClass().add("muted-small");
    Label model = new Label(preset.model().toString());
    model.getStyleClass().add("muted-small");
    HBox first = new HBox(8, Marks.of(preset.model().provider()), name, model);
    first.setAlignment(Pos.CENTER_LEFT);
    Button main = new Button(null, new VBox(2, first, words));
    main.getStyleClass().addAll(Styles.FLAT, "preset");
    main.setMaxWidth(Double.MAX_VALUE);
    main.setMinWidth(0);
    main.setAlignment(Pos.CENTER_LEFT);
    main.setAccessibleText(
        texts.get("presets.apply", preset.name())
            + ". "
            + model.getText()
            + ". "
            + words.getText());
    main.setTooltip(new Tooltip(texts.get("presets.hint")));
    main.setOnAction(event -> apply.run());
    HBox.setHgrow(main, Priority.ALWAYS);
    getChildren()
        .setAll(
            main,
            asking(Feather.EDIT_2, Kind.RENAME, "presets.rename"),
            asking(Feather.SAVE, Kind.OVERWRITE, "presets.overwrite"),
            asking(Feather.TRASH_2, Kind.DELETE, "presets.delete"));
    return main;
  }

  private Button asking(Feather icon, Kind kind, String key) {
    Texts words = texts;
    return Buttons.icon(
        icon,
        words.get(key, preset.name()),
        () -> presets.questionProperty().set(new PresetsViewModel.Question(kind, preset.name())));
  }

  /**
   * The question in place of the preset.
   *
   * @return what the keyboard should reach first
   */
  Node ask(Kind kind) {
    return switch (kind) {
      case RENAME -> askName();
      case OVERWRITE ->
          confirm(
              texts.get("presets.overwrite.ask", preset.name()),
              texts.get("presets.overwrite.yes"),
              Styles.ACCENT,
              () -> presets.overwrite(preset.name(), pane));
      case DELETE ->
          confirm(
              texts.get("presets.delete.ask", preset.name()),
              texts.get("presets.delete.yes"),
              Styles.DANGER,
              () -> presets.delete(preset.name()));
    };
  }

  private Node confirm(String question, String yes, String style, Runnable action) {
    Label label = new Label(question);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button does = small(yes, action, style);
    getChildren().setAll(List.of(label, does, keep()));
    return does;
  }

  private Node askName() {
    TextField field = new TextField(preset.name());
    field.setAccessibleText(texts.get("presets.rename", preset.name()));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button does =
        small(
            texts.get("presets.rename.yes"),
            () -> presets.rename(preset.name(), field.getText()),
            Styles.ACCENT);
    field.setOnAction(event -> does.fire());
    does.disableProperty().bind(field.textProperty().map(this::isUnfit));
    getChildren().setAll(List.of(field, does, keep()));
    field.selectAll();
    return field;
  }

  private boolean isUnfit(String name) {
    String wanted = name.strip();
    return wanted.isEmpty()
        || !presets.against(wanted).isEmpty()
        || (!wanted.equals(preset.name()) && presets.named(wanted).isPresent());
  }

  private Button keep() {
    return small(
        texts.get("presets.keep"), () -> presets.questionProperty().set(null), Styles.FLAT);
  }

  private static Button small(String words, Runnable action, String style) {
    Button button = Buttons.words(words, action, Styles.SMALL, style);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
