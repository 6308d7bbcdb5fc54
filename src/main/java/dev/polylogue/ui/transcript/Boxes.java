package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/** Reads boxes back from painted lines. Any thread. */
final class Boxes {
  private Boxes() {}

  /** The lines of a box below its head. */
  static List<Line> lines(List<Line> painted, int ordinal) {
    List<Line> lines = new ArrayList<>();
    int box = -1;
    for (Line line : painted) {
      if (isHead(line)) {
        box++;
      } else if (box == ordinal && isInside(line)) {
        lines.add(line);
      } else if (box >= ordinal) {
        break;
      }
    }
    return lines;
  }

  static String code(List<Line> painted, int ordinal) {
    return code(lines(painted, ordinal)) + "\n";
  }

  /** Lines of code as one text. */
  static String code(List<Line> lines) {
    StringBuilder code = new StringBuilder();
    boolean first = true;
    for (Line line : lines) {
      code.append(first || line.style().continued() ? "" : "\n").append(line.text());
      first = false;
    }
    return code.toString();
  }

  static List<TableWidget> table(List<Line> painted, int ordinal) {
    List<TableWidget> grids = new ArrayList<>();
    for (Line line : lines(painted, ordinal)) {
      if (widget(line) instanceof TableWidget grid) {
        grids.add(grid);
      }
    }
    return grids;
  }

  static boolean isHead(Line line) {
    Look look = line.style().look();
    return look == Look.CODE_HEAD || look == Look.TABLE_HEAD;
  }

  private static boolean isInside(Line line) {
    return line.style().look() == Look.CODE || widget(line) instanceof TableWidget;
  }

  private static @org.jspecify.annotations.Nullable Widget widget(Line line) {
    return line.runs().size() == 1 && line.runs().getFirst().segment() instanceof Segment.Placed it
        ? it.widget()
        : null;
  }
}
