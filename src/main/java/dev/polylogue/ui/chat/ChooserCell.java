package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.ui.kit.Icons;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the model chooser: a model with its provider, its window and its price. */
final class ChooserCell extends ListCell<ChooserRow> {
  private static final double NOTE = 400;

  private final @Nullable ModelRef now;
  private final Texts texts;

  ChooserCell(@Nullable ModelRef now, Texts texts) {
    this.now = now;
    this.texts = texts;
  }

  @Override
  protected void updateItem(ChooserRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll("heading-cell", "note-cell");
    setGraphic(null);
    setText(null);
    setAccessibleText(null);
    setDisable(!empty && ModelChooserViewModel.choice(row).isEmpty());
    if (empty) {
      return;
    }
    setPrefWidth(0);
    switch (row) {
      case ChooserRow.Heading heading -> words(heading.name(), "heading-cell");
      case ChooserRow.Note note -> note(note.text());
      case ChooserRow.Typed typed -> setText(typed.ref().toString());
      case ChooserRow.Listed listed -> show(listed);
    }
  }

  private void words(String text, String style) {
    setText(text);
    setWrapText(!RightToLeft.isIn(text));
    getStyleClass().add(style);
  }

  /** Sentences, in as many lines as they need. */
  private void note(String text) {
    Label words = muted(text);
    RightToLeft.wrap(words);
    words.setPrefWidth(NOTE);
    words.setMinHeight(USE_PREF_SIZE);
    setGraphic(words);
    setAccessibleText(text);
  }

  private void show(ChooserRow.Listed listed) {
    ModelCard card = listed.card();
    String figures = ModelWords.figures(card, texts);
    HBox line = new HBox(8);
    line.setAlignment(Pos.CENTER_LEFT);
    Label mark = Marks.of(card.ref().provider());
    switch (listed.under()) {
      case PROVIDER -> line.getChildren().addAll(strong(card.ref().model()), muted(name(card)));
      case MODEL ->
          line.getChildren().addAll(mark, strong(card.ref().provider()), muted(card.ref().model()));
      case NOTHING ->
          line.getChildren().addAll(mark, strong(card.ref().model()), muted(card.ref().provider()));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label right = muted(figures);
    right.setMinWidth(USE_PREF_SIZE);
    line.getChildren().addAll(gap, right);
    if (card.ref().equals(now)) {
      line.getChildren().add(Icons.of(Feather.CHECK));
    }
    setGraphic(line);
    setAccessibleText((card.ref() + " " + figures).strip());
  }

  private static String name(ModelCard card) {
    return card.displayName().equals(card.ref().model()) ? "" : card.displayName();
  }

  private static Label strong(String words) {
    Label label = new Label(words);
    label.setMinWidth(60);
    return label;
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted-small");
    label.setMinWidth(0);
    return label;
  }
}
