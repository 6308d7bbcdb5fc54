package dev.polylogue.ui.transfer;

import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * How far an export or import is, and then what came of it. It may be closed meanwhile: the work
 * goes on. FX thread.
 */
public final class TransferCard extends VBox {
  private final Button close;

  /**
   * @param done closes the card
   */
  public TransferCard(TransferViewModel model, Texts texts, Runnable done) {
    super(12);
    getStyleClass().add("transfer-card");
    Label title = new Label();
    title.getStyleClass().add("section-title");
    title.textProperty().bind(model.titleProperty());
    RightToLeft.wrap(title);
    ProgressBar bar = new ProgressBar();
    bar.setAccessibleText(texts.get("transfer.progress"));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    bar.visibleProperty().bind(model.busyProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    Label words = new Label();
    words.setId("transfer-words");
    words.textProperty().bind(model.wordsProperty());
    words.managedProperty().bind(words.textProperty().isNotEmpty());
    RightToLeft.wrap(words);
    Button cancel = Buttons.words(texts.get("transfer.cancel"), model::cancel);
    cancel.visibleProperty().bind(model.busyProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    close = Buttons.words(texts.get("transfer.close"), done, "accent");
    getChildren().addAll(title, bar, words, notes(model, texts), new HBox(8, close, cancel));
  }

  private static ListView<String> notes(TransferViewModel model, Texts texts) {
    ListView<String> notes = new ListView<>(model.notes());
    notes.setAccessibleText(texts.get("transfer.notes"));
    notes.getStyleClass().add("transfer-notes");
    notes.setCellFactory(list -> new NoteCell());
    notes.setPrefHeight(220);
    notes.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(model.notes()));
    notes.managedProperty().bind(notes.visibleProperty());
    return notes;
  }

  /** What gets the focus. */
  public Button close() {
    return close;
  }

  private static final class NoteCell extends ListCell<String> {
    NoteCell() {
      setPrefWidth(0);
      RightToLeft.wrap(this);
    }

    @Override
    protected void updateItem(String note, boolean empty) {
      super.updateItem(note, empty);
      setText(empty ? null : note);
    }
  }
}
