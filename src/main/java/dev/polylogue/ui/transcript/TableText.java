package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a table as text. Characters that would deceive are visible (T06). Any thread. */
final class TableText {
  private TableText() {}

  static String plain(List<Span> cell) {
    return cell.stream()
        .map(span -> Hygiene.visible(span.text().replace('\n', ' ').replace("\r", "")))
        .collect(Collectors.joining());
  }

  /** A row a line, a tab between cells, as it is shown. */
  static String tabbed(List<List<List<Span>>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(TableText::single).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }

  /** The same for a spreadsheet, which would take some cells for a formula and run it. */
  static String forSpreadsheet(List<List<List<Span>>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream().map(cell -> harmless(single(cell))).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String single(List<Span> cell) {
    return plain(cell).replace('\t', ' ');
  }

  private static String harmless(String cell) {
    boolean formula =
        cell.startsWith("=")
            || cell.startsWith("@")
            || cell.matches("[+-].*") && !cell.matches("[+-][\\d.,\\s]+(?:\\s?[%\\p{L}\\p{Sc}]*)?");
    return formula ? "'" + cell : cell;
  }
}
