package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.ui.kit.Marks;
import dev.polylogue.ui.kit.Texts;
import java.util.List;
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

  private static final int MOST_MARKS = 4;

  private final HistoryViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Region dot = new Region();
  private final HBox marks = new HBox(3);
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
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    marks.setMinWidth(USE_PREF_SIZE);
    marks.getStyleClass().add("small-marks");
    HBox second = new HBox(8, detail, marks);
    second.setAlignment(Pos.CENTER_LEFT);
    face = new VBox(2, first, second);
    face.setMinWidth(0);
    face.setPrefWidth(0);
    model.selectedProperty().addListener((property, before, now) -> mark());
    model.maskedProperty().addListener((property, before, now) -> again());
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

  private void again() {
    if (getItem() instanceof HistoryRow.Entry entry) {
      show(entry);
    }
  }

  private void show(HistoryRow.Entry entry) {
    ComparisonEntry comparison = entry.comparison();
    String name = comparison.title().isBlank() ? texts.get("sidebar.untitled") : comparison.title();
    title.setText(name);
    detail.setText(texts.get("sidebar.detail", comparison.panes().size(), comparison.turns()));
    marks
        .getChildren()
        .setAll(
            providers(comparison).stream().distinct().limit(MOST_MARKS).map(Marks::of).toList());
    dot.setVisible(entry.live());
    setGraphic(face);
    getStyleClass().add("entry-cell");
    String said = name + ", " + detail.getText();
    setAccessibleText(entry.live() ? said + ", " + texts.get("sidebar.live") : said);
  }

  /** None while nobody is to know who takes part. */
  private List<String> providers(ComparisonEntry comparison) {
    return model.maskedProperty().get() != null
        ? List.of()
        : comparison.panes().stream().map(ModelRef::provider).toList();
  }

  private void mark() {
    boolean open =
        getItem() instanceof HistoryRow.Entry entry
            && entry.comparison().id().equals(model.selectedProperty().get());
    pseudoClassStateChanged(OPEN, open);
  }
}
