package dev.polylogue.ui.transcript;

import dev.polylogue.ui.formula.Formulas;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.IncrementalMarkdown;
import java.util.ArrayList;
import java.util.List;

/** Turns growing Markdown into lines. One thread at a time, never the FX thread. */
final class MarkdownPainter implements LinePainter {
  private final Texts texts;
  private final Formulas formulas;
  private final BoxMemory memory;
  private final LineStyle.Look body;
  private final IncrementalMarkdown markdown = new IncrementalMarkdown();
  private final List<Mark> ends = new ArrayList<>();
  private List<Line> tail = List.of();
  private int tailFrom;

  /** Where a block ends. */
  private record Mark(int lines, int boxes, int formulas) {}

  /**
   * @param body look of plain paragraphs
   */
  MarkdownPainter(Texts texts, Formulas formulas, BoxSource boxes, LineStyle.Look body) {
    this.texts = texts;
    this.formulas = formulas;
    this.body = body;
    this.memory = new BoxMemory(boxes);
  }

  @Override
  public Painted paint(CharSequence text, boolean complete) {
    IncrementalMarkdown.Change change = markdown.update(text);
    ends.subList(change.kept(), ends.size()).clear();
    Mark start = ends.isEmpty() ? new Mark(0, 0, 0) : ends.getLast();
    memory.forget(start.boxes());
    FormulaSetter setter = new FormulaSetter(formulas, start.formulas());
    MarkdownLines writer = new MarkdownLines(texts, setter, memory, body, start.boxes());
    for (Block block : complete ? change.fresh() : looking(change.fresh(), text)) {
      writer.write(block);
      int lines = start.lines() + writer.lines().size();
      ends.add(new Mark(lines, writer.boxes(), setter.count()));
    }
    int same = same(start.lines(), writer.lines());
    Painted painted =
        new Painted(
            start.lines() + same,
            List.copyOf(writer.lines().subList(same, writer.lines().size())),
            markdown.openLength(text));
    tail = writer.lines();
    tailFrom = start.lines();
    return painted;
  }

  /** So many of the lines are those of the last call: a long open block is mostly the same. */
  private int same(int from, List<Line> lines) {
    if (from < tailFrom || from - tailFrom > tail.size()) {
      return 0;
    }
    List<Line> before = tail.subList(from - tailFrom, tail.size());
    int most = Math.min(before.size(), lines.size());
    int same = 0;
    while (same < most && before.get(same).equals(lines.get(same))) {
      same++;
    }
    return same;
  }

  /** What the blocks of a text that goes on are likely to become. */
  private List<Block> looking(List<Block> fresh, CharSequence text) {
    if (fresh.isEmpty() || !(fresh.getLast() instanceof Block.Paragraph)) {
      return fresh;
    }
    List<Block> likely = new ArrayList<>(fresh);
    markdown.coming(text).ifPresent(table -> likely.set(likely.size() - 1, table));
    return likely;
  }
}
