package dev.polylogue.ui.composer;

import atlantafx.base.theme.Styles;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks once before a prompt goes out that holds what looks like a key. FX thread. */
final class KeyWarning extends HBox {

  /**
   * @param done called when the question is answered, to go on writing
   */
  KeyWarning(ComposerViewModel model, Texts texts, Runnable done) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("key-warning");
    visibleProperty().bind(model.keyWarningProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    Label words = new Label();
    words.setWrapText(true);
    words.textProperty().bind(model.keyWarningProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button keep =
        Buttons.words(texts.get("composer.key.keep"), () -> answer(model::keepUnsent, done));
    Button send =
        Buttons.words(
            texts.get("composer.key.send"),
            () -> answer(model::sendDespiteKey, done),
            Styles.DANGER);
    keep.setMinWidth(USE_PREF_SIZE);
    send.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, keep, send);
  }

  private static void answer(Runnable action, Runnable done) {
    action.run();
    done.run();
  }
}
