package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.Line.Run;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.IndexRange;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;

/** What a reader selected, as lines. FX thread. */
final class Selected {
  private Selected() {}

  /**
   * The lines of a selection. Words out of the middle of a line have lost what marks the line as a
   * heading, an item or a quote.
   */
  static List<Line> of(TranscriptArea area, IndexRange range) {
    List<Line> lines = new ArrayList<>(lines(area.getContent().subSequence(range)));
    if (isCut(area, range)) {
      lines.set(0, loose(lines.getFirst()));
    }
    Line last = lines.getLast();
    if (last.runs().isEmpty() && !last.style().margins().isEmpty()) {
      lines.set(lines.size() - 1, loose(last));
    }
    return lines;
  }

  /** Whether the first line of a selection is there without what stands before it. */
  static boolean isCut(TranscriptArea area, IndexRange range) {
    Position from = area.getContent().offsetToPosition(range.getStart(), Bias.Forward);
    int length = area.getParagraphLength(from.getMajor());
    return from.getMinor() > 0 || range.getLength() < length;
  }

  /** Whether a line has nothing that could be copied, like the figures below a reply. */
  static boolean isSilent(Line line) {
    LineStyle.Look look = line.style().look();
    return (look == LineStyle.Look.WIDGET || look == LineStyle.Look.END)
        && PlainText.words(line).isEmpty();
  }

  /** The language of the code that a selection begins in, or empty. */
  static String language(TranscriptArea area, IndexRange range) {
    int line = area.getContent().offsetToPosition(range.getStart(), Bias.Forward).getMajor();
    while (line > 0 && look(area, line) == LineStyle.Look.CODE) {
      line--;
    }
    return language(line(area.getParagraph(line)));
  }

  static String language(Line head) {
    return head.runs().size() == 1
            && head.runs().getFirst().segment() instanceof Segment.Placed placed
            && placed.widget() instanceof CodeHead code
        ? code.language()
        : "";
  }

  static List<Line> lines(StyledDocument<LineStyle, Segment, TextStyle> document) {
    return document.getParagraphs().stream().map(Selected::line).toList();
  }

  static Line line(Paragraph<LineStyle, Segment, TextStyle> paragraph) {
    return new Line(
        paragraph.getParagraphStyle(),
        paragraph.getStyledSegments().stream()
            .filter(segment -> !Segment.NOTHING.equals(segment.getSegment()))
            .map(segment -> new Run(segment.getSegment(), segment.getStyle()))
            .toList());
  }

  static boolean hasWidget(Line line) {
    return line.runs().stream().anyMatch(run -> run.segment() instanceof Segment.Placed);
  }

  private static LineStyle.Look look(TranscriptArea area, int line) {
    return area.getParagraph(line).getParagraphStyle().look();
  }

  private static Line loose(Line line) {
    LineStyle style = line.style();
    return switch (style.look()) {
      case CODE, CALL, LITERAL, PROMPT, WIDGET, CODE_HEAD, TABLE_HEAD ->
          line.with(
              new LineStyle(style.look(), style.edge(), style.gap(), List.of(), style.continued()));
      case BODY, H1, H2, H3, H4, H5, H6, PROMPT_HEAD, SPEAKER, THOUGHT, NOTE, END ->
          line.with(LineStyle.of(LineStyle.Look.BODY, style.gap()));
    };
  }
}
