package dev.polylogue.ui.transcript;

import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/** Writes a block of code: its head, and a line of the area for each of its lines. Any thread. */
final class CodeBox {
  private CodeBox() {}

  static void write(LineWriter writer, BoxMemory.Box box, Block.Code code, int gap) {
    writer.widget(
        Look.CODE_HEAD,
        Edge.FIRST,
        gap,
        new CodeHead(code.language(), box.ordinal(), writer.indent(), box.source()));
    List<List<Run>> lines = box.coloured(code.language(), lines(code.text()));
    for (int i = 0; i < lines.size(); i++) {
      writer.line(Look.CODE, i == lines.size() - 1 ? Edge.LAST : Edge.MIDDLE, 0, lines.get(i));
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(line.replace("\r", "").replace("\t", "    "));
    }
    return lines;
  }
}
