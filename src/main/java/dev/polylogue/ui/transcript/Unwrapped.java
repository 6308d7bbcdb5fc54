package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of code whose lines the reader does not want broken. The area wraps all of its lines
 * or none, so the lines of such a block become a few widgets that scroll sideways together. FX
 * thread.
 */
final class Unwrapped {
  /** A long block is several widgets, so that not all of it is laid out at once (T05). */
  private static final int MOST_LINES = 80;

  private static final int MOST_CHARACTERS = 24_000;

  /**
   * The width of the block grows in such steps, so that a growing one is not made anew so often.
   */
  private static final int STEP = 8;

  private final Map<Integer, Sideways.Place> places = new HashMap<>();

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean contains(int ordinal) {
    return places.containsKey(ordinal);
  }

  void set(int ordinal, boolean unwrapped) {
    if (unwrapped) {
      places.putIfAbsent(ordinal, new Sideways.Place());
    } else {
      places.remove(ordinal);
    }
  }

  /** The lines as they are shown. */
  List<Line> in(List<Line> painted) {
    List<Line> shown = new ArrayList<>();
    int box = -1;
    for (int i = 0; i < painted.size(); i++) {
      Line line = painted.get(i);
      box += Boxes.isHead(line) ? 1 : 0;
      Sideways.Place place = line.style().look() == Look.CODE ? places.get(box) : null;
      if (place == null) {
        shown.add(line);
        continue;
      }
      int end = i;
      while (end < painted.size() && painted.get(end).style().look() == Look.CODE) {
        end++;
      }
      widgets(painted.subList(i, end), place, shown);
      i = end - 1;
    }
    return shown;
  }

  private static void widgets(List<Line> lines, Sideways.Place place, List<Line> shown) {
    int longest = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    boolean several = end(lines, 0) < lines.size();
    int columns = several ? (longest + STEP - 1) / STEP * STEP : 0;
    int from = 0;
    while (from < lines.size()) {
      int to = end(lines, from);
      boolean last = to == lines.size();
      LineStyle style = lines.get(from).style();
      CodeLines widget =
          new CodeLines(List.copyOf(lines.subList(from, to)), columns, last, indent(style), place);
      LineStyle whole = style.with(last ? Edge.LAST : Edge.MIDDLE);
      shown.add(Line.of(whole, widget));
      from = to;
    }
  }

  private static int end(List<Line> lines, int from) {
    int to = from;
    int characters = 0;
    while (to < lines.size() && to - from < MOST_LINES) {
      characters += lines.get(to).text().length();
      if (to > from && characters > MOST_CHARACTERS) {
        break;
      }
      to++;
    }
    return to;
  }

  private static int indent(LineStyle style) {
    return style.margins().stream().mapToInt(Margin::width).sum();
  }
}
