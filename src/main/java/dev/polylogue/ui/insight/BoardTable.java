package dev.polylogue.ui.insight;

import dev.polylogue.ui.kit.Amounts;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.vote.Rating;
import dev.polylogue.vote.Tally;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The leaderboard as a table. FX thread. */
final class BoardTable extends TableView<Line> {
  private static final double ROW = 44;
  private static final double HEAD = 44;

  private final Texts texts;
  private final NumberFormat percent;

  BoardTable(InsightsViewModel model, Texts texts) {
    super(model.lines());
    this.texts = texts;
    this.percent = NumberFormat.getPercentInstance(texts.locale());
    getStyleClass().add("leaderboard");
    setAccessibleText(texts.get("insights.board"));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    prefHeightProperty().bind(Bindings.size(model.lines()).multiply(ROW).add(HEAD));
    minHeightProperty().bind(prefHeightProperty());
    TableColumn<Line, Line> name = column("insights.model", 280, this::name, Pos.CENTER_LEFT);
    TableColumn<Line, Line> rating = column("insights.rating", 300, this::rating, Pos.CENTER_LEFT);
    getColumns()
        .setAll(
            List.of(
                words("insights.rank", 48, line -> line.rank() == 0 ? "" : "" + line.rank()),
                name,
                rating,
                words("insights.games", 72, line -> whole(tally(line).games())),
                words("insights.won", 72, line -> share(line, tally(line).winRate())),
                words("insights.tied", 72, line -> share(line, tally(line).tieRate())),
                words("insights.bad", 84, line -> percent.format(tally(line).badRate()))));
    model.boardProperty().subscribe(board -> refresh());
  }

  private static Tally tally(Line line) {
    return line.standing().tally();
  }

  private String whole(int number) {
    return Amounts.whole(texts, number);
  }

  private String share(Line line, double rate) {
    return tally(line).games() == 0 ? "\u2013" : percent.format(rate);
  }

  private TableColumn<Line, Line> words(String key, double width, Function<Line, String> words) {
    TableColumn<Line, Line> column =
        column(key, width, (cell, line) -> cell.setText(words.apply(line)), Pos.CENTER_RIGHT);
    column.setMaxWidth(width * 1.6);
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<Line, Line> column(
      String key, double width, BiConsumer<TableCell<Line, Line>, Line> painter, Pos at) {
    TableColumn<Line, Line> column = new TableColumn<>(texts.get(key));
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(Math.min(width, 180));
    column.setPrefWidth(width);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
    column.setCellFactory(
        any -> {
          TableCell<Line, Line> cell = new LineCell(painter);
          cell.setAlignment(at);
          return cell;
        });
    return column;
  }

  private void name(TableCell<Line, Line> cell, Line line) {
    Label model = new Label(line.name());
    model.getStyleClass().add("model-name");
    VBox words = new VBox(model);
    words.setAlignment(Pos.CENTER_LEFT);
    if (!line.settings().isEmpty()) {
      Label settings = new Label(line.settings());
      settings.getStyleClass().add("muted-small");
      words.getChildren().add(settings);
    }
    cell.setGraphic(words);
    cell.setAccessibleText(line.name() + " " + line.settings());
  }

  private void rating(TableCell<Line, Line> cell, Line line) {
    Rating rating = line.standing().rating();
    if (rating == null) {
      cell.setText(texts.get("insights.unrated"));
      return;
    }
    Label value = new Label(points(rating.value()));
    value.getStyleClass().add("rating-number");
    Label spread = new Label(spread(rating));
    spread.getStyleClass().addAll("muted-small", "rating-spread");
    RatingBar bar = new RatingBar(rating, scale());
    HBox.setHgrow(bar, Priority.ALWAYS);
    bar.setMaxHeight(Double.MAX_VALUE);
    HBox row = new HBox(8, value, spread, bar);
    row.setAlignment(Pos.CENTER_LEFT);
    cell.setGraphic(row);
    cell.setAccessibleText(
        texts.get(
            "insights.rating.name", value.getText(), points(rating.low()), points(rating.high())));
  }

  /** Without a mark between thousands, as ratings are written. */
  private static String points(double rating) {
    return Long.toString(Math.round(rating));
  }

  /** How far above and below: {@code +31 −28}. */
  private static String spread(Rating rating) {
    return "+%s \u2212%s"
        .formatted(points(rating.high() - rating.value()), points(rating.value() - rating.low()));
  }

  /** From a little below the lowest interval to the highest. */
  private RatingBar.Scale scale() {
    List<Rating> all =
        getItems().stream().map(line -> line.standing().rating()).filter(Objects::nonNull).toList();
    double least = all.stream().mapToDouble(Rating::low).min().orElse(0);
    double most = all.stream().mapToDouble(Rating::high).max().orElse(1);
    return new RatingBar.Scale(least - (most - least) * 0.08, most);
  }

  /** A cell that is painted anew for each line. */
  private static final class LineCell extends TableCell<Line, Line> {
    private final BiConsumer<TableCell<Line, Line>, Line> painter;

    LineCell(BiConsumer<TableCell<Line, Line>, Line> painter) {
      this.painter = painter;
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      if (!empty && line != null) {
        painter.accept(this, line);
      }
    }
  }
}
