package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Setting;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes Markdown blocks as lines. One thread. */
final class MarkdownLines {
  private static final int BLOCK_GAP = 8;
  private static final int TIGHT_GAP = 4;
  private static final List<String> BULLETS = List.of("\u2022", "\u25E6", "\u2013");

  private final Texts texts;
  private final FormulaSetter formulas;
  private final BoxMemory memory;
  private final Look body;
  private final LineWriter writer;
  private int boxes;
  private int depth;

  /**
   * @param body look of plain paragraphs; thoughts stand beside a bar
   * @param boxes how many boxes, which are blocks of code and tables, stand before these
   */
  MarkdownLines(Texts texts, FormulaSetter formulas, BoxMemory memory, Look body, int boxes) {
    this.texts = texts;
    this.formulas = formulas;
    this.body = body;
    this.writer = new LineWriter(body == Look.THOUGHT ? List.of(Margin.bar(false)) : List.of());
    this.memory = memory;
    this.boxes = boxes;
  }

  List<Line> lines() {
    return writer.lines();
  }

  int boxes() {
    return boxes;
  }

  void write(Block block) {
    write(block, BLOCK_GAP);
  }

  private void write(Block block, int gap) {
    switch (block) {
      case Block.Paragraph paragraph -> spans(body, gap, paragraph.spans());
      case Block.Heading heading -> heading(heading, gap);
      case Block.Code code -> CodeBox.write(writer, memory.box(boxes++), code, gap);
      case Block.Formula formula -> formula(formula, gap);
      case Block.Quote quote ->
          writer.inside(Margin.bar(true), Margin.bar(false), () -> all(quote.blocks(), gap));
      case Block.Listing listing -> listing(listing, gap);
      case Block.Table table ->
          boxes += TableBox.write(writer, formulas, memory.box(boxes), table, gap);
      case Block.Rule rule ->
          writer.widget(Look.WIDGET, Edge.NONE, 16, new RuleWidget(writer.indent()));
      case Block.Literal literal -> writer.literal(Look.LITERAL, gap, stripped(literal.text()));
    }
  }

  private void all(List<Block> blocks, int firstGap) {
    int gap = firstGap;
    for (Block block : blocks) {
      write(block, gap);
      gap = BLOCK_GAP;
    }
    if (writer.waits()) {
      writer.line(body, Edge.NONE, firstGap, List.of());
    }
  }

  private void heading(Block.Heading heading, int gap) {
    Look look =
        switch (heading.level()) {
          case 1 -> Look.H1;
          case 2 -> Look.H2;
          case 3 -> Look.H3;
          case 4 -> Look.H4;
          case 5 -> Look.H5;
          default -> Look.H6;
        };
    spans(look, Math.max(gap, 16), heading.spans());
  }

  private void listing(Block.Listing listing, int gap) {
    Integer first = listing.first();
    int last = first == null ? 0 : first + listing.items().size() - 1;
    int widest = first == null ? 1 : Integer.toString(last).length() + 1;
    int number = first == null ? 0 : first;
    int itemGap = gap;
    depth++;
    for (Block.Item item : listing.items()) {
      String mark = first == null ? BULLETS.get(Math.min(depth, BULLETS.size()) - 1) : number + ".";
      number++;
      int above = itemGap;
      writer.inside(
          Margin.mark(item.done() == null ? mark : box(item.done()), widest),
          Margin.room(widest),
          () -> item(item, listing.tight(), above));
      itemGap = listing.tight() ? TIGHT_GAP : BLOCK_GAP;
    }
    depth--;
  }

  private void item(Block.Item item, boolean tight, int gap) {
    int above = gap;
    for (Block block : item.blocks()) {
      write(block, above);
      above = tight ? TIGHT_GAP : BLOCK_GAP;
    }
    if (item.blocks().isEmpty()) {
      writer.line(body, Edge.NONE, gap, List.of());
    }
  }

  private static String box(boolean done) {
    return done ? "\u2611" : "\u2610";
  }

  /** A formula that is still being written stands there as it is. */
  private void formula(Block.Formula formula, int gap) {
    if (!formula.isWhole()) {
      writer.literal(Look.LITERAL, gap, stripped(formula.source()));
      return;
    }
    switch (formulas.set(formula.tex(), true)) {
      case Setting.Outlines outlines ->
          writer.widget(Look.WIDGET, Edge.NONE, gap, alone(formula.source(), outlines));
      case Setting.Refused refused -> {
        writer.literal(Look.LITERAL, gap, stripped(formula.source()));
        note(refused);
      }
    }
  }

  private FormulaWidget alone(String source, Setting.Outlines outlines) {
    return new FormulaWidget(source, outlines, true, writer.indent());
  }

  private void note(Setting.Refused refused) {
    String why =
        switch (refused.reason()) {
          case UNKNOWN -> texts.get("transcript.formula.unknown");
          case LARGE -> texts.get("transcript.formula.large");
          case SLOW -> texts.get("transcript.formula.slow");
          case MANY -> texts.get("transcript.formula.many");
        };
    Run words = Run.words(why, TextStyle.of(TextStyle.Tone.MUTED));
    writer.line(Look.NOTE, Edge.NONE, 0, List.of(words));
  }

  private void spans(Look look, int gap, List<Span> spans) {
    SpanLines lines = new SpanLines(look, gap);
    spans.forEach(lines::add);
    lines.end();
  }

  /** The lines of one paragraph. */
  private final class SpanLines {
    private final Look look;
    private final List<Run> runs = new ArrayList<>();
    private int above;
    private boolean empty = true;
    private Setting.@Nullable Refused refused;

    SpanLines(Look look, int gap) {
      this.look = look;
      this.above = gap;
    }

    void add(Span span) {
      if (span.marks().contains(Span.Mark.BREAK)) {
        flush();
        above = 0;
        return;
      }
      boolean display = look == body && span.marks().contains(Span.Mark.DISPLAY);
      Setting setting =
          span.marks().contains(Span.Mark.FORMULA) ? formulas.set(span.tex(), display) : null;
      if (setting instanceof Setting.Refused why) {
        refused = why;
      }
      if (display && setting instanceof Setting.Outlines outlines) {
        if (!runs.isEmpty()) {
          flush();
        }
        writer.widget(Look.WIDGET, Edge.NONE, above, alone(span.text(), outlines));
        above = BLOCK_GAP;
        empty = false;
      } else {
        runs.addAll(MarkdownLines.runs(texts, span, setting, writer.indent()));
      }
    }

    private void flush() {
      writer.line(look, Edge.NONE, above, runs);
      runs.clear();
      above = BLOCK_GAP;
      empty = false;
    }

    void end() {
      if (!runs.isEmpty() || empty) {
        flush();
      }
      if (refused != null) {
        note(refused);
      }
    }
  }

  /**
   * @param setting of a formula; one that is not set is shown as code
   */
  static List<Run> runs(Texts texts, Span span, @Nullable Setting setting, int indent) {
    return switch (setting) {
      case Setting.Outlines outlines -> {
        Widget widget = new FormulaWidget(span.text(), outlines, false, indent);
        yield List.of(new Run(new Segment.Placed(widget), TextStyle.PLAIN));
      }
      case Setting.Refused refused -> {
        TextStyle code = new TextStyle(Set.of(Span.Mark.CODE), TextStyle.Tone.NORMAL, null);
        yield LineWriter.runs(words(texts, span), code);
      }
      case null -> {
        boolean data = DataAddress.is(span.address());
        String address = data ? null : span.address();
        TextStyle style = new TextStyle(span.marks(), TextStyle.Tone.NORMAL, address);
        yield LineWriter.runs(words(texts, span), style);
      }
    };
  }

  /** A picture is never fetched: its description and address stand for it (T01). */
  static String words(Texts texts, Span span) {
    String text = span.text().replace('\n', ' ').replace("\r", "");
    String address = span.address() == null ? "" : span.address();
    if (!span.marks().contains(Span.Mark.PICTURE)) {
      return text;
    }
    return texts.get(
        "transcript.picture",
        text,
        DataAddress.is(address) ? DataAddress.described(texts, address) : address);
  }

  private static String stripped(String text) {
    return text.replace("\r", "").stripTrailing();
  }
}
