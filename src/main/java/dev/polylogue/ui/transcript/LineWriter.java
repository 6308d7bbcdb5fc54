package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines one below the other, in the margins that hold at the moment. One thread. */
final class LineWriter {
  /**
   * A longer line is cut in several, since the area lays out whole lines (T05). The row before a
   * cut is short as a rule, so each further part begins with a mark.
   */
  static final int LONGEST = 4_000;

  /** A line of more runs is cut too, since each is a node (T05). */
  static final int MOST_RUNS = 256;

  /** Deeper nesting is not indented, so that its words keep room in the narrowest pane (T05). */
  private static final int WIDEST_MARGINS = 144;

  private final List<Line> lines = new ArrayList<>();
  private List<Margin> margins;
  private @Nullable List<Margin> firstMargins;

  /**
   * @param margins beside all lines
   */
  LineWriter(List<Margin> margins) {
    this.margins = margins;
  }

  List<Line> lines() {
    return lines;
  }

  /** Writes inside one more margin, which looks different beside the first line. */
  void inside(Margin first, Margin others, Runnable inside) {
    List<Margin> outer = margins;
    firstMargins = plus(nextMargins(), first);
    margins = plus(outer, others);
    inside.run();
    margins = outer;
    firstMargins = null;
  }

  /** Room that the margins take away, in pixels. */
  int indent() {
    return width(margins);
  }

  private static int width(List<Margin> margins) {
    return margins.stream().mapToInt(Margin::width).sum();
  }

  /** Whether a margin waits for a first line. */
  boolean waits() {
    return firstMargins != null;
  }

  void line(Look look, Edge edge, int gap, List<Run> runs) {
    LineStyle style = new LineStyle(look, edge, gap, nextMargins(), false);
    firstMargins = null;
    List<Run> held = new ArrayList<>();
    int length = 0;
    for (Run run : runs) {
      int from = 0;
      while (length(run) - from > LONGEST - length || held.size() == MOST_RUNS) {
        int room = held.size() == MOST_RUNS ? 0 : LONGEST - length;
        int end = room == 0 ? from : cut(run, from, from + room);
        if (end > from) {
          held.add(part(run, from, end));
        }
        lines.add(new Line(style, held));
        style = new LineStyle(look, edge, 0, margins, true);
        held.clear();
        held.add(new Run(new Segment.Placed(new GoesOn()), TextStyle.PLAIN));
        length = 0;
        from = end;
      }
      held.add(part(run, from, length(run)));
      length += length(run) - from;
    }
    lines.add(new Line(style, held));
  }

  void widget(Look look, Edge edge, int gap, Widget widget) {
    line(look, edge, gap, List.of(new Run(new Segment.Placed(widget), TextStyle.PLAIN)));
  }

  /** Lines of text as it was written, as one box if the edge says so. */
  void literal(Look look, int gap, String text) {
    int above = gap;
    for (String one : text.split("\n", -1)) {
      line(look, Edge.NONE, above, runs(one, TextStyle.PLAIN));
      above = 0;
    }
  }

  static List<Run> runs(String text, TextStyle style) {
    List<Run> runs = new ArrayList<>();
    for (Hygiene.Piece piece : Hygiene.pieces(text)) {
      if (!piece.text().isEmpty()) {
        runs.add(
            Run.words(piece.text(), piece.hidden() ? style.with(TextStyle.Tone.HIDDEN) : style));
      }
    }
    return runs;
  }

  private List<Margin> nextMargins() {
    return firstMargins != null ? firstMargins : margins;
  }

  /** What is too deep to be drawn keeps its mark, in the place of the one around it. */
  private static List<Margin> plus(List<Margin> outer, Margin inner) {
    List<Margin> all = new ArrayList<>(outer);
    if (width(outer) + inner.width() > WIDEST_MARGINS) {
      boolean both = isOfList(inner) && isOfList(outer.getLast());
      if (!both) {
        return outer;
      }
      all.removeLast();
    }
    all.add(inner);
    return List.copyOf(all);
  }

  private static boolean isOfList(Margin margin) {
    return margin.kind() != Margin.Kind.BAR;
  }

  private static int length(Run run) {
    return run.segment() instanceof Segment.Words words ? words.text().length() : 1;
  }

  /** Just behind the last blank before the limit, or at it where there is none. */
  private static int cut(Run run, int from, int limit) {
    if (!(run.segment() instanceof Segment.Words words)) {
      return from;
    }
    int blank = words.text().lastIndexOf(' ', limit - 1);
    if (blank > from) {
      return blank + 1;
    }
    boolean halves = limit > from + 1 && Character.isHighSurrogate(words.text().charAt(limit - 1));
    return halves ? limit - 1 : limit;
  }

  private static Run part(Run run, int from, int to) {
    boolean whole = from == 0 && to == length(run);
    return !whole && run.segment() instanceof Segment.Words words
        ? Run.words(words.text().substring(from, to), run.style())
        : run;
  }
}
