package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line of the sidebar on screen. FX thread. */
final class HistoryCell extends ListCell<HistoryRow> {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final HistoryViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Region dot = new Region();
  private final VBox face;

  HistoryCell(HistoryViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    dot.getStyleClass().add("live-dot");
    detail.getStyleClass().add("muted-small");
    title.getStyleClass().add("entry-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox first = new HBox(8, title, dot);
    first.setAlignment(Pos.CENTER_LEFT);
    face = new VBox(2, first, detail);
    face.setMinWidth(0);
    face.setPrefWidth(0);
    model.selectedProperty().addListener((property, before, now) -> mark());
  }

  @Override
  protected void updateItem(HistoryRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll("heading-cell", "entry-cell");
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    setDisable(false);
    if (!empty) {
      switch (row) {
        case HistoryRow.Heading heading -> {
          setText(heading.text());
          getStyleClass().add("heading-cell");
          setDisable(true);
        }
        case HistoryRow.Entry entry -> show(entry);
      }
    }
    mark();
    if (!empty && getIndex() >= model.rows().size() - 20) {
      model.more();
    }
  }

  private void show(HistoryRow.Entry entry) {
    ComparisonEntry comparison = entry.comparison();
    String name = comparison.title().isBlank() ? texts.get("sidebar.untitled") : comparison.title();
    title.setText(name);
    detail.setText(texts.get("sidebar.detail", comparison.panes().size(), comparison.turns()));
    dot.setVisible(entry.live());
    setGraphic(face);
    getStyleClass().add("entry-cell");
    String said = name + ", " + detail.getText();
    setAccessibleText(entry.live() ? said + ", " + texts.get("sidebar.live") : said);
  }

  private void mark() {
    boolean open =
        getItem() instanceof HistoryRow.Entry entry
            && entry.comparison().id().equals(model.selectedProperty().get());
    pseudoClassStateChanged(OPEN, open);
  }
}
