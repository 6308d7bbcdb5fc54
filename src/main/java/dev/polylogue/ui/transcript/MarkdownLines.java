package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.Span;
import dev.polylogue.ui.transcript.Line.Run;
import dev.polylogue.ui.transcript.LineStyle.Edge;
import dev.polylogue.ui.transcript.LineStyle.Look;
import java.util.ArrayList;
import java.util.List;

/** Writes Markdown blocks as lines. One thread. */
final class MarkdownLines {
  private static final int BLOCK_GAP = 8;
  private static final int TIGHT_GAP = 4;
  private static final List<String> BULLETS = List.of("\u2022", "\u25E6", "\u25AA");

  private final Texts texts;
  private final CodeHead.Source codes;
  private final Look body;
  private final LineWriter writer;
  private int codeBlocks;
  private int depth;

  /**
   * @param body look of plain paragraphs; thoughts stand beside a bar
   * @param codeBlocks how many blocks of code stand before these
   */
  MarkdownLines(Texts texts, CodeHead.Source codes, Look body, int codeBlocks) {
    this.texts = texts;
    this.body = body;
    this.writer = new LineWriter(body == Look.THOUGHT ? List.of(Margin.bar(false)) : List.of());
    this.codes = codes;
    this.codeBlocks = codeBlocks;
  }

  List<Line> lines() {
    return writer.lines();
  }

  int codeBlocks() {
    return codeBlocks;
  }

  void write(Block block) {
    write(block, BLOCK_GAP);
  }

  private void write(Block block, int gap) {
    switch (block) {
      case Block.Paragraph paragraph -> spans(body, gap, paragraph.spans());
      case Block.Heading heading -> heading(heading, gap);
      case Block.Code code -> code(code, gap);
      case Block.Quote quote ->
          writer.inside(Margin.bar(true), Margin.bar(false), () -> all(quote.blocks(), gap));
      case Block.Listing listing -> listing(listing, gap);
      case Block.Table table -> TableWidget.write(writer, table, gap);
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

  private void code(Block.Code code, int gap) {
    writer.widget(
        Look.CODE_HEAD,
        Edge.FIRST,
        gap,
        new CodeHead(code.language(), codeBlocks++, writer.indent(), codes));
    String[] lines = code.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Edge edge = i == lines.length - 1 ? Edge.LAST : Edge.MIDDLE;
      writer.line(Look.CODE, edge, 0, LineWriter.runs(expanded(lines[i]), TextStyle.PLAIN));
    }
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

  private void spans(Look look, int gap, List<Span> spans) {
    List<Run> runs = new ArrayList<>();
    int above = gap;
    for (Span span : spans) {
      if (span.marks().contains(Span.Mark.BREAK)) {
        writer.line(look, Edge.NONE, above, runs);
        runs.clear();
        above = 0;
      } else {
        runs.addAll(runs(span));
      }
    }
    writer.line(look, Edge.NONE, above, runs);
  }

  private List<Run> runs(Span span) {
    TextStyle style = new TextStyle(span.marks(), TextStyle.Tone.NORMAL, span.address());
    return LineWriter.runs(words(texts, span), style);
  }

  /** A picture is never fetched: its description and address stand for it (T01). */
  static String words(Texts texts, Span span) {
    String text = span.text().replace('\n', ' ').replace("\r", "");
    if (!span.marks().contains(Span.Mark.PICTURE)) {
      return text;
    }
    return texts.get("transcript.picture", text, span.address() == null ? "" : span.address());
  }

  private static String expanded(String line) {
    return line.replace("\r", "").replace("\t", "    ");
  }

  private static String stripped(String text) {
    return text.replace("\r", "").stripTrailing();
  }
}
