package dev.polylogue.ui.composer;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says that a sent message is being edited, where it goes, and how to leave it. FX thread. */
final class EditingStrip extends HBox {

  /**
   * @param done called when the editing is left, to go on writing
   */
  EditingStrip(ComposerViewModel model, Texts texts, Runnable done) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("editing-strip");
    visibleProperty().bind(model.editingProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    Label words = new Label();
    RightToLeft.wrap(words);
    model
        .editingProperty()
        .subscribe(sent -> words.setText(sent == null ? "" : words(sent, texts)));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button leave =
        Buttons.words(
            texts.get("composer.editing.leave"),
            () -> {
              model.leaveEditing();
              done.run();
            });
    leave.getStyleClass().add("small");
    leave.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Icons.of(Feather.EDIT_2), words, leave);
  }

  private static String words(Outbox.Sent sent, Texts texts) {
    return texts.get("composer.editing", String.join(", ", sent.addressees()));
  }
}
