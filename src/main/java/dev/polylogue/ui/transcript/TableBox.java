package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Setting;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a table: its head, and its rows as one grid or several. Any thread. */
final class TableBox {
  /** A long table is several grids, so that a new row replaces only the last of them. */
  private static final int ROWS = 24;

  private static final int FEWEST_ROWS = 8;

  /** Cells that a grid of whole rows has at most, where it has more than the fewest rows. */
  private static final int CELLS = 200;

  /** A wider table is text as it was written (T05). */
  private static final int COLUMNS = 500;

  private TableBox() {}

  /** How many boxes were written: a table that is too wide is none. */
  static int write(
      LineWriter writer, FormulaSetter setter, BoxMemory.Box box, Block.Table table, int gap) {
    if (table.sides().size() > COLUMNS) {
      writer.literal(Look.LITERAL, gap, TableText.tabbed(table.rows()));
      return 0;
    }
    writer.widget(
        Look.TABLE_HEAD,
        Edge.NONE,
        gap,
        new TableHead(box.ordinal(), writer.indent(), box.source()));
    int count = table.rows().size();
    List<TableColumn> columns = columns(table);
    int step = Math.clamp(CELLS / Math.max(1, columns.size()), FEWEST_ROWS, ROWS);
    for (int from = 0; from < count; from += step) {
      int to = Math.min(count, from + step);
      List<List<List<Span>>> rows = List.copyOf(table.rows().subList(from, to));
      writer.widget(
          Look.WIDGET,
          Edge.NONE,
          0,
          new TableWidget(
              new TableWidget.Shape(columns, edge(from == 0, to == count)),
              rows,
              formulas(setter, rows),
              Citing.NOTHING,
              writer.indent(),
              box.place()));
    }
    return 1;
  }

  private static Map<Span, Setting> formulas(FormulaSetter setter, List<List<List<Span>>> rows) {
    Map<Span, Setting> formulas = new HashMap<>();
    rows.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .filter(span -> span.marks().contains(Span.Mark.FORMULA))
        .forEach(span -> formulas.computeIfAbsent(span, it -> setter.set(it.tex(), false)));
    return Map.copyOf(formulas);
  }

  private static Edge edge(boolean first, boolean last) {
    if (first) {
      return last ? Edge.ONLY : Edge.FIRST;
    }
    return last ? Edge.LAST : Edge.MIDDLE;
  }

  /** Only the first rows say how wide columns are: rows further down come while it is read. */
  private static List<TableColumn> columns(Block.Table table) {
    List<List<List<Span>>> rows = table.rows().subList(0, Math.min(ROWS, table.rows().size()));
    List<TableColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.sides().size(); i++) {
      int column = i;
      List<String> cells =
          rows.stream()
              .filter(row -> column < row.size())
              .map(row -> TableText.plain(row.get(column)))
              .toList();
      columns.add(TableColumn.of(table.sides().get(column), cells));
    }
    return columns;
  }
}
