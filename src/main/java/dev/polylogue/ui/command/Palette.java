package dev.polylogue.ui.command;

import dev.polylogue.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A field in which to type what to do, and what fits below it. FX thread. */
public final class Palette extends VBox {
  private static final double LINE = 36;
  private static final int MOST_LINES = 12;
  private static final int LINES_OF_NONE = 2;

  private final PaletteViewModel model;
  private final Runnable hide;
  private final TextField field = new TextField();
  private final ListView<PaletteViewModel.Hit> list = new ListView<>();

  /**
   * @param hide called before a command runs, so that it finds the focus where it was
   */
  public Palette(PaletteViewModel model, Texts texts, Runnable hide) {
    this.model = model;
    this.hide = hide;
    getStyleClass().add("palette");
    field.setPromptText(texts.get("palette.prompt"));
    field.setAccessibleText(texts.get("palette.prompt"));
    field.textProperty().bindBidirectional(model.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setItems(model.hits());
    list.setCellFactory(view -> cell());
    list.setFixedCellSize(LINE);
    list.prefHeightProperty().bind(Bindings.size(model.hits()).map(Palette::height));
    list.setFocusTraversable(false);
    list.setAccessibleText(texts.get("palette.hits"));
    list.getStyleClass().add("choices");
    list.setPlaceholder(none(texts));
    model.selectedProperty().subscribe(place -> show(place.intValue()));
    model
        .hits()
        .addListener((javafx.beans.Observable changed) -> show(model.selectedProperty().get()));
    getChildren().addAll(field, list);
  }

  /** What gets the keyboard. */
  public TextField field() {
    return field;
  }

  /** As high as what fits; where nothing does, a sentence says so. */
  private static double height(Number hits) {
    int lines = hits.intValue() == 0 ? LINES_OF_NONE : Math.min(hits.intValue(), MOST_LINES);
    return LINE * lines + 2;
  }

  private Label none(Texts texts) {
    Label none = new Label();
    none.setWrapText(true);
    none.getStyleClass().add("muted");
    none.textProperty()
        .bind(model.queryProperty().map(typed -> texts.get("palette.none", typed.strip())));
    return none;
  }

  private PaletteCell cell() {
    PaletteCell cell = new PaletteCell();
    cell.setOnMouseClicked(
        event -> {
          if (!cell.isEmpty()) {
            model.selectedProperty().set(cell.getIndex());
            model.run(hide);
          }
        });
    return cell;
  }

  private void show(int place) {
    if (place < 0 || place >= model.hits().size()) {
      list.getSelectionModel().clearSelection();
      return;
    }
    list.getSelectionModel().clearAndSelect(place);
    list.scrollTo(Math.max(0, place - MOST_LINES / 2));
    field.setAccessibleHelp(model.hits().get(place).command().hint());
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> step(event, 1);
      case UP -> step(event, -1);
      case PAGE_DOWN -> step(event, MOST_LINES / 2);
      case PAGE_UP -> step(event, -MOST_LINES / 2);
      case ENTER -> {
        model.run(hide);
        event.consume();
      }
      default -> {}
    }
  }

  private void step(KeyEvent event, int by) {
    model.step(by);
    event.consume();
  }
}
