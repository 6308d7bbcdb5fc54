package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/**
 * Rows of a table as a grid.
 *
 * @param header whether the first row is the header
 * @param weights shares of the width for each column in a table of several grids, or empty where
 *     columns are as wide as their words
 * @param indent room that margins take away, in pixels
 */
record TableWidget(
    List<Block.Side> sides,
    List<List<List<Span>>> rows,
    boolean header,
    List<Integer> weights,
    int indent)
    implements Widget {

  /** A long table is several grids, so that a new row replaces only the last of them. */
  private static final int ROWS = 24;

  private static final int COLUMNS = 16;

  /** Pixels of words in the narrowest pane; no column gets less than half its even share. */
  private static final int LEAST_PANE = 300;

  private static final int NARROW = 4;
  private static final int WIDE = 40;

  static void write(LineWriter writer, Block.Table table, int gap) {
    if (table.sides().size() > COLUMNS) {
      table.rows().forEach(row -> writer.literal(Look.LITERAL, 0, plain(row)));
      return;
    }
    int count = table.rows().size();
    List<Integer> weights =
        count <= ROWS ? List.of() : weights(table.sides().size(), table.rows().subList(0, ROWS));
    int above = gap;
    for (int from = 0; from < count; from += ROWS) {
      List<List<List<Span>>> rows =
          List.copyOf(table.rows().subList(from, Math.min(count, from + ROWS)));
      writer.widget(
          Look.WIDGET,
          Edge.NONE,
          above,
          new TableWidget(table.sides(), rows, from == 0, weights, writer.indent()));
      above = 0;
    }
  }

  private static List<Integer> weights(int columns, List<List<List<Span>>> rows) {
    List<Integer> weights = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int widest = NARROW;
      for (List<List<Span>> row : rows) {
        int length = column < row.size() ? text(row.get(column)).length() : 0;
        widest = Math.max(widest, Math.min(WIDE, length));
      }
      weights.add(widest);
    }
    return weights;
  }

  @Override
  public Node node(Surroundings around) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table");
    int least = Math.max(24, (LEAST_PANE - indent) / sides.size() / 2);
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    for (int column = 0; column < sides.size(); column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHalignment(HPos.LEFT);
      width.setMinWidth(least);
      width.setHgrow(Priority.SOMETIMES);
      if (!weights.isEmpty()) {
        width.setPercentWidth(100.0 * weights.get(column) / all);
      }
      grid.getColumnConstraints().add(width);
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < sides.size(); column++) {
        List<List<Span>> cells = rows.get(row);
        List<Span> spans = column < cells.size() ? cells.get(column) : List.of();
        grid.add(cell(around, spans, row, column), column, row);
      }
    }
    if (weights.isEmpty()) {
      Widths.limit(grid, around, indent);
    } else {
      Widths.fill(grid, around, indent);
    }
    return grid;
  }

  private Node cell(Surroundings around, List<Span> spans, int row, int column) {
    List<Line.Run> runs = new ArrayList<>();
    for (Span span : spans) {
      TextStyle style = new TextStyle(span.marks(), TextStyle.Tone.NORMAL, span.address());
      runs.addAll(LineWriter.runs(MarkdownLines.words(around.texts(), span), style));
    }
    TextFlow words = new TextFlow();
    for (Line.Run run : new Line(LineStyle.of(Look.WIDGET, 0), runs).breakable()) {
      words.getChildren().add(WordsNode.of(run.segment(), run.style(), around));
    }
    words.setTextAlignment(alignment(sides.get(column)));
    StackPane cell = new StackPane(words);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.getStyleClass().add("cell");
    if (header && row == 0) {
      cell.getStyleClass().add("header");
    }
    if (row == 0 && header) {
      cell.getStyleClass().add("top");
    }
    if (column == 0) {
      cell.getStyleClass().add("left");
    }
    return cell;
  }

  private static TextAlignment alignment(Block.Side side) {
    return switch (side) {
      case LEFT -> TextAlignment.LEFT;
      case CENTER -> TextAlignment.CENTER;
      case RIGHT -> TextAlignment.RIGHT;
    };
  }

  @Override
  public String plainText() {
    return rows.stream().map(TableWidget::plain).collect(Collectors.joining("\n"));
  }

  private static String plain(List<List<Span>> row) {
    return row.stream().map(TableWidget::text).collect(Collectors.joining("\t"));
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::text).map(Hygiene::visible).collect(Collectors.joining());
  }
}
