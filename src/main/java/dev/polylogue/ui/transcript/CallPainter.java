package dev.polylogue.ui.transcript;

import dev.polylogue.ui.code.JsonLayout;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a call that a model asked for into lines: its name, and its arguments as code. */
final class CallPainter implements LinePainter {
  private static final TextStyle NAME =
      new TextStyle(Set.of(Span.Mark.CODE), TextStyle.Tone.NORMAL, null);

  private final Texts texts;
  private final BoxMemory memory;

  CallPainter(Texts texts, BoxSource boxes) {
    this.texts = texts;
    this.memory = new BoxMemory(boxes);
  }

  /**
   * @param text the name, and the arguments in parentheses as far as they came
   */
  @Override
  public Painted paint(CharSequence text, boolean complete) {
    String call = text.toString();
    int open = call.indexOf('(');
    String name = open < 0 ? call : call.substring(0, open);
    String arguments = open < 0 ? "" : call.substring(open + 1);
    arguments =
        arguments.endsWith(")") ? arguments.substring(0, arguments.length() - 1) : arguments;
    LineWriter writer = new LineWriter(List.of());
    List<Run> said = new ArrayList<>();
    said.add(Run.words(texts.get("transcript.call") + " ", TextStyle.of(TextStyle.Tone.MUTED)));
    said.addAll(LineWriter.runs(name, NAME));
    writer.line(Look.NOTE, Edge.NONE, 8, said);
    if (!arguments.isBlank()) {
      CodeBox.write(writer, memory.box(0), arguments(arguments), 4);
    }
    return new Painted(0, writer.lines(), text.length());
  }

  private static Block.Code arguments(String arguments) {
    String start = arguments.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    return json
        ? new Block.Code("json", JsonLayout.indented(arguments))
        : new Block.Code("", arguments);
  }
}
