package dev.polylogue.ui.settings;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The fields for another key, under the provider they are for. FX thread. */
final class KeyChangeForm extends VBox {

  KeyChangeForm(KeyChangeViewModel model, Texts texts) {
    super(12);
    getStyleClass().add("form");
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    Label about = new Label(texts.get("settings.key.change.about"));
    about.getStyleClass().add("muted-small");
    about.setWrapText(true);
    KeyEntryView entry = new KeyEntryView(model.entry(), texts);
    entry.onEnter(model::save);
    Button save = Buttons.words(texts.get("settings.key.change.yes"), model::save, Styles.ACCENT);
    save.disableProperty().bind(model.busyProperty());
    Button cancel = Buttons.words(texts.get("settings.add.no"), model::cancel);
    getChildren()
        .addAll(about, entry, new HBox(8, save, cancel), Fields.error(model.problemProperty()));
    model
        .openProperty()
        .subscribe(
            shown -> {
              if (shown) {
                entry.first().requestFocus();
              }
            });
  }
}
