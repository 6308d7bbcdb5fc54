package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Setting;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/**
 * Rows of a table as a grid, which scrolls sideways where it is wider than the pane.
 *
 * @param formulas how each formula in the cells is set
 * @param place shared with the other grids of the table
 * @param indent room that margins take away, in pixels
 */
record TableWidget(
    Shape shape,
    List<List<List<Span>>> rows,
    Map<Span, Setting> formulas,
    Citing citing,
    int indent,
    Sideways.Place place)
    implements Widget {

  /** Above this, cells are one line of plain words, so that only those in view have to be made. */
  private static final int MANY = 16;

  /**
   * What the grids of a table have in common, and which of them this is.
   *
   * @param edge the first one has the header, the last one the bar
   */
  record Shape(List<TableColumn> columns, Edge edge) {
    boolean first() {
      return edge == Edge.FIRST || edge == Edge.ONLY;
    }

    boolean last() {
      return edge == Edge.LAST || edge == Edge.ONLY;
    }
  }

  List<Block.Side> sides() {
    return shape.columns().stream().map(TableColumn::side).toList();
  }

  /** The same grid with marks of these sources. */
  TableWidget with(Citing changed) {
    return new TableWidget(shape, rows, formulas, changed, indent, place);
  }

  @Override
  public Node node(Surroundings around) {
    boolean many = shape.columns().size() > MANY;
    TableGrid grid =
        new TableGrid(
            rows.size(),
            shape.columns().size(),
            (row, column) -> many ? line(row, column) : cell(around, row, column));
    Sideways box =
        new Sideways(grid, place, shape.last(), around.texts().get("transcript.table.sideways"));
    grid.follow(
        Bindings.createObjectBinding(() -> widths(around.width().get()), around.width()),
        many ? place : null,
        box);
    Widths.fill(box, around, indent);
    return box;
  }

  private double[] widths(double width) {
    return TableColumn.widths(shape.columns(), Math.floor(width - indent));
  }

  private List<Span> spans(int row, int column) {
    List<List<Span>> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : List.of();
  }

  private Region cell(Surroundings around, int row, int column) {
    List<Line.Run> runs = new ArrayList<>();
    for (Span span : spans(row, column)) {
      runs.addAll(MarkdownLines.runs(around.texts(), span, formulas.get(span), indent));
    }
    TextFlow words = new TextFlow();
    Line line = citing.in(new Line(LineStyle.of(Look.WIDGET, 0), runs));
    for (Line.Run run : line.breakable()) {
      words.getChildren().add(WordsNode.of(run.segment(), run.style(), around));
    }
    words.setTextAlignment(
        switch (shape.columns().get(column).side()) {
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    return dressed(words, row, column);
  }

  private Region line(int row, int column) {
    Label words = new Label(TableText.plain(spans(row, column)));
    words.setAlignment(
        switch (shape.columns().get(column).side()) {
          case LEFT -> Pos.TOP_LEFT;
          case CENTER -> Pos.TOP_CENTER;
          case RIGHT -> Pos.TOP_RIGHT;
        });
    return dressed(words, row, column);
  }

  private Region dressed(Region cell, int row, int column) {
    cell.getStyleClass().add("cell");
    if (shape.first() && row == 0) {
      cell.getStyleClass().addAll("header", "top");
    }
    if (column == 0) {
      cell.getStyleClass().add("left");
    }
    return cell;
  }

  @Override
  public String plainText() {
    return TableText.tabbed(rows);
  }

  @Override
  public String markdown() {
    return MarkdownText.table(sides(), rows, shape.first());
  }
}
