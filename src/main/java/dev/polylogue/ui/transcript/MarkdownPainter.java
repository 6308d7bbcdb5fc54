package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.markdown.Block;
import dev.polylogue.ui.markdown.IncrementalMarkdown;
import java.util.ArrayList;
import java.util.List;

/** Turns growing Markdown into lines. One thread at a time, never the FX thread. */
final class MarkdownPainter implements LinePainter {
  private final Texts texts;
  private final CodeHead.Source codes;
  private final LineStyle.Look body;
  private final IncrementalMarkdown markdown = new IncrementalMarkdown();
  private final List<Mark> ends = new ArrayList<>();

  /** Where a block ends. */
  private record Mark(int lines, int codeBlocks) {}

  /**
   * @param body look of plain paragraphs
   */
  MarkdownPainter(Texts texts, CodeHead.Source codes, LineStyle.Look body) {
    this.texts = texts;
    this.body = body;
    this.codes = codes;
  }

  @Override
  public Painted paint(CharSequence text) {
    IncrementalMarkdown.Change change = markdown.update(text);
    ends.subList(change.kept(), ends.size()).clear();
    Mark start = ends.isEmpty() ? new Mark(0, 0) : ends.getLast();
    MarkdownLines writer = new MarkdownLines(texts, codes, body, start.codeBlocks());
    for (Block block : change.fresh()) {
      writer.write(block);
      ends.add(new Mark(start.lines() + writer.lines().size(), writer.codeBlocks()));
    }
    return new Painted(start.lines(), writer.lines(), markdown.openLength(text));
  }
}
