package dev.polylogue.ui.composer;

import dev.polylogue.conversation.Blob;
import dev.polylogue.ui.kit.Buttons;
import dev.polylogue.ui.kit.FileFigures;
import dev.polylogue.ui.kit.Gallery;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is attached, as chips over the text, and why something was not. FX thread. */
final class AttachmentsView extends VBox {
  private static final int SIDE = 32;
  private static final double WIDEST_NAME = 200;

  private final AttachmentsViewModel model;
  private final Gallery gallery;
  private final Texts texts;
  private final Runnable leave;
  private final FlowPane chips = new FlowPane(8, 8);

  /**
   * @param leave takes the focus when the last chip was removed
   */
  AttachmentsView(AttachmentsViewModel model, Gallery gallery, Texts texts, Runnable leave) {
    this.model = model;
    this.gallery = gallery;
    this.texts = texts;
    this.leave = leave;
    getStyleClass().add("attachments");
    Label note = line("muted-small");
    note.textProperty()
        .bind(Bindings.createStringBinding(this::note, model.files(), model.readingProperty()));
    Label trouble = line("field-error");
    trouble.textProperty().bind(model.troubleProperty());
    getChildren().addAll(chips, note, trouble);
    shownWhen(this, chips, note, trouble);
    model.files().addListener((ListChangeListener<Blob>) this::changed);
    chips.setAccessibleText(texts.get("composer.attach.list"));
    model.files().forEach(blob -> chips.getChildren().add(chip(blob)));
  }

  private static void shownWhen(VBox all, FlowPane chips, Label note, Label trouble) {
    chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
    for (Label line : new Label[] {note, trouble}) {
      line.visibleProperty().bind(line.textProperty().isNotEmpty());
      line.managedProperty().bind(line.visibleProperty());
    }
    all.visibleProperty()
        .bind(chips.managedProperty().or(note.visibleProperty()).or(trouble.visibleProperty()));
    all.managedProperty().bind(all.visibleProperty());
  }

  private static Label line(String style) {
    Label line = new Label();
    RightToLeft.wrap(line);
    line.setMinHeight(USE_PREF_SIZE);
    line.getStyleClass().add(style);
    return line;
  }

  private String note() {
    if (model.readingProperty().get() > 0) {
      return texts.get("composer.attach.reading", model.readingProperty().get());
    }
    return model.files().isEmpty() ? "" : texts.get("composer.attach.note");
  }

  private void changed(ListChangeListener.Change<? extends Blob> change) {
    while (change.next()) {
      chips.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      int at = change.getFrom();
      for (Blob blob : change.getAddedSubList()) {
        chips.getChildren().add(at++, chip(blob));
      }
    }
  }

  private Node chip(Blob blob) {
    Label name = new Label(blob.name());
    name.getStyleClass().add("chip-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(WIDEST_NAME);
    name.setTooltip(new Tooltip(blob.name()));
    Label size = new Label(FileFigures.size(blob));
    size.getStyleClass().add("muted-small");
    Button remove =
        Buttons.icon(
            Feather.X, texts.get("composer.attach.remove", blob.name()), () -> remove(blob));
    remove.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove(blob);
            event.consume();
          }
        });
    HBox chip = new HBox(8, FileFigures.square(blob, SIDE, gallery), new VBox(name, size), remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("chip");
    return chip;
  }

  /** The focus goes to the chip that takes its place, or else to the text. */
  private void remove(Blob blob) {
    int place = model.files().indexOf(blob);
    model.remove(blob);
    int last = chips.getChildren().size() - 1;
    if (last < 0) {
      leave.run();
    } else if (chips.getChildren().get(Math.min(place, last)) instanceof HBox chip) {
      chip.getChildren().getLast().requestFocus();
    }
  }
}
