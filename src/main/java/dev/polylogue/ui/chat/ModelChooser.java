package dev.polylogue.ui.chat;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card in which a model is searched and chosen. FX thread. */
public final class ModelChooser extends VBox {
  private static final double ROW = 32;

  private final ModelChooserViewModel model;
  private final @Nullable ModelRef now;
  private final Consumer<ModelRef> chosen;
  private final TextField search = new TextField();
  private final ListView<ChooserRow> list;
  private final ListChangeListener<ChooserRow> rowsChanged = change -> selectStart();

  /**
   * @param now what is chosen, or null
   * @param chosen receives what it is to have
   */
  public ModelChooser(
      ModelChooserViewModel model, Texts texts, @Nullable ModelRef now, Consumer<ModelRef> chosen) {
    this.model = model;
    this.now = now;
    this.chosen = chosen;
    this.list = new ListView<>(model.rows());
    getStyleClass().add("model-chooser");
    search.setPromptText(texts.get("pane.models.search"));
    search.setAccessibleText(texts.get("pane.models.search"));
    search.textProperty().bindBidirectional(model.filterProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setAccessibleText(texts.get("pane.models.list"));
    list.getStyleClass().add("choices");
    list.setCellFactory(view -> cell(texts));
    list.setFocusTraversable(false);
    list.prefHeightProperty()
        .bind(Bindings.createDoubleBinding(() -> height(model.rows()), model.rows()));
    model.rows().addListener(rowsChanged);
    selectStart();
    Label hint = new Label(texts.get("pane.models.hint"));
    hint.getStyleClass().add("muted-small");
    hint.setWrapText(true);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list, hint);
  }

  /** Only a click on a model chooses one, not on what stands beside: a heading, the scroll bar. */
  private ChooserCell cell(Texts texts) {
    ChooserCell cell = new ChooserCell(now, texts);
    cell.setOnMouseClicked(event -> choose(cell.getItem()));
    return cell;
  }

  private static double height(List<ChooserRow> rows) {
    long notes = rows.stream().filter(ChooserRow.Note.class::isInstance).count();
    return rows.size() * ROW + notes * ROW / 2 + 8;
  }

  /** Selects the pane's own model, or the first one that the filter leaves. */
  private void selectStart() {
    for (int i = 0; i < model.rows().size(); i++) {
      if (now != null
          && ModelChooserViewModel.choice(model.rows().get(i)).equals(Optional.of(now))) {
        list.getSelectionModel().select(i);
        return;
      }
    }
    selectFrom(0, 1);
  }

  /** To be called when the card is closed. */
  public void close() {
    model.rows().removeListener(rowsChanged);
  }

  public TextField search() {
    return search;
  }

  private void onKey(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN) {
      selectFrom(at + 1, 1);
      event.consume();
    } else if (code == KeyCode.UP) {
      selectFrom(at - 1, -1);
      event.consume();
    } else if (code == KeyCode.ENTER) {
      choose(list.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  /** Selects the next line that stands for a model. */
  private void selectFrom(int start, int step) {
    for (int i = start; i >= 0 && i < model.rows().size(); i += step) {
      if (ModelChooserViewModel.choice(model.rows().get(i)).isPresent()) {
        list.getSelectionModel().select(i);
        list.scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }

  private void choose(@Nullable ChooserRow row) {
    if (row != null) {
      ModelChooserViewModel.choice(row).ifPresent(chosen);
    }
  }
}
