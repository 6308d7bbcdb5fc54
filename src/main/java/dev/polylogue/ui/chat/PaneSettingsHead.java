package dev.polylogue.ui.chat;

import atlantafx.base.theme.Styles;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The top of the card: which model, what is known of it, and what is set. FX thread. */
final class PaneSettingsHead extends VBox {
  /** Where the card leads. */
  interface Leads {
    void chooseModel();

    void showPresets();
  }

  PaneSettingsHead(PaneSettingsViewModel model, Leads leads, Texts texts) {
    super(6);
    getStyleClass().add("settings-head");
    ModelRef ref = model.advice().card().ref();
    Label name = new Label(ref.model());
    name.getStyleClass().add("model-name");
    name.setMinWidth(40);
    Label provider = muted(ref.provider());
    provider.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(provider, Priority.ALWAYS);
    Button change = small(texts.get("pane.settings.change"), leads::chooseModel);
    Button presets = small(texts.get("pane.settings.presets"), leads::showPresets);
    HBox line = new HBox(8, Marks.of(ref.provider()), name, provider, change, presets);
    line.setAlignment(Pos.CENTER_LEFT);
    Label known = wrapped(ModelWords.all(model.advice().card(), texts));
    Label summary = wrapped("");
    summary.textProperty().bind(model.summaryProperty());
    summary.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    Button reset = small(texts.get("pane.settings.resetAll"), model::resetAll);
    HBox set = new HBox(8, summary, reset);
    set.setAlignment(Pos.TOP_LEFT);
    reset.disableProperty().bind(model.anyProperty().not());
    getChildren().addAll(line, known, set);
  }

  private static Button small(String words, Runnable action) {
    Button button = Buttons.words(words, action, Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Label wrapped(String words) {
    Label label = muted(words);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted-small");
    label.setMinWidth(0);
    return label;
  }
}
