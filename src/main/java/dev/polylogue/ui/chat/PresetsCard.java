package dev.polylogue.ui.chat;

import dev.polylogue.settings.Shelf.PanePreset;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card with the presets, for one pane: save, apply, drag, rename, delete. FX thread. */
final class PresetsCard extends VBox {
  private final PresetsViewModel presets;
  private final PaneViewModel pane;
  private final ChatViewModel chat;
  private final ChatTools tools;
  private final TextField name = new TextField();
  private final VBox rows = new VBox();
  private final InvalidationListener changed = observable -> show();

  PresetsCard(PaneViewModel pane, ChatViewModel chat, ChatTools tools) {
    super(12);
    this.presets = tools.presets();
    this.pane = pane;
    this.chat = chat;
    this.tools = tools;
    Texts texts = tools.texts();
    getStyleClass().add("presets-card");
    Label title = new Label(texts.get("presets.title", pane.model().model()));
    title.getStyleClass().add("model-name");
    CheckBox keeps = new CheckBox(texts.get("presets.keepModel"));
    keeps.selectedProperty().bindBidirectional(presets.keepsModelProperty());
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("presets-list");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll, keeps, saving(texts));
    presets.open();
    presets.presets().addListener(changed);
    presets.questionProperty().addListener(changed);
    show();
  }

  /** Listens no longer. */
  void close() {
    presets.presets().removeListener(changed);
    presets.questionProperty().removeListener(changed);
  }

  /** The first preset, or the name for one where there is none yet. */
  Node first(boolean toSave) {
    Node row = toSave || presets.presets().isEmpty() ? null : rows.lookup(".preset");
    return row == null ? name : row;
  }

  private VBox saving(Texts texts) {
    name.setPromptText(texts.get("presets.name"));
    name.setAccessibleText(texts.get("presets.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save =
        Buttons.words(
            texts.get("presets.save"),
            () -> {
              if (presets.save(name.getText(), pane)) {
                name.clear();
              }
            });
    save.setMinWidth(USE_PREF_SIZE);
    save.disableProperty()
        .bind(name.textProperty().map(text -> text.isBlank() || !presets.against(text).isEmpty()));
    name.setOnAction(event -> save.fire());
    Label error = new Label();
    error.getStyleClass().add("field-error");
    error.textProperty().bind(name.textProperty().map(presets::against));
    error.managedProperty().bind(error.textProperty().isNotEmpty());
    return new VBox(4, new HBox(8, name, save), error);
  }

  private void show() {
    Texts texts = tools.texts();
    boolean hadFocus = isFocusWithin();
    Node next = null;
    rows.getChildren().clear();
    if (presets.presets().isEmpty()) {
      Label none = new Label(texts.get("presets.none"));
      none.getStyleClass().add("muted-small");
      RightToLeft.wrap(none);
      rows.getChildren().add(none);
    }
    PresetsViewModel.Question asked = presets.questionProperty().get();
    for (PanePreset preset : presets.presets()) {
      PresetRow row = new PresetRow(preset, presets, pane, texts);
      rows.getChildren().add(row);
      if (asked != null && asked.preset().equals(preset.name())) {
        next = row.ask(asked.kind());
      } else {
        Node main = row.offer(() -> apply(preset));
        next = next == null ? main : next;
        PresetDrag.from(row, tools.layer());
      }
    }
    if (hadFocus) {
      (next == null ? name : next).requestFocus();
    }
  }

  private void apply(PanePreset preset) {
    tools.layer().hide();
    presets.apply(preset, pane, chat);
  }
}
