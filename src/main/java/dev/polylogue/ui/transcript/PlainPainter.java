package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns text into lines as it was written. Any thread.
 *
 * @param edge of all lines but the last, which closes the box if there is one
 */
record PlainPainter(Look look, Edge edge, int gap) implements LinePainter {

  /** A user's message, in the box that its label opened. */
  static final PlainPainter PROMPT = new PlainPainter(Look.PROMPT, Edge.MIDDLE, 0);

  @Override
  public Painted paint(CharSequence text, boolean complete) {
    LineWriter writer = new LineWriter(List.of());
    String clean = text.toString().replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    int above = gap;
    for (String one : clean.split("\n", -1)) {
      writer.line(look, edge, above, LineWriter.runs(one, TextStyle.PLAIN));
      above = 0;
    }
    List<Line> lines = new ArrayList<>(writer.lines());
    if (edge == Edge.MIDDLE) {
      Line last = lines.removeLast();
      lines.add(last.with(last.style().with(Edge.LAST)));
    }
    return new Painted(0, lines, text.length());
  }
}
