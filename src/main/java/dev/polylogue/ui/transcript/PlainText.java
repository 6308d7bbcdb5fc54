package dev.polylogue.ui.transcript;

import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.StyledSegment;

/** Turns a stretch of the transcript into plain text, as it is shown. */
final class PlainText {
  private static final int BLOCK_GAP = 8;

  private PlainText() {}

  static String of(StyledDocument<LineStyle, Segment, TextStyle> document) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    boolean apart = false;
    for (Paragraph<LineStyle, Segment, TextStyle> line : document.getParagraphs()) {
      String words = words(line);
      LineStyle style = line.getParagraphStyle();
      boolean silent = words.isEmpty() && style.look() != LineStyle.Look.CODE;
      if (silent && (line.length() > 0 || style.look() == LineStyle.Look.END)) {
        apart |= style.gap() >= BLOCK_GAP;
        continue;
      }
      if (!first && !style.continued()) {
        text.append(apart || style.gap() >= BLOCK_GAP ? "\n\n" : "\n");
      }
      apart = false;
      text.append(marks(style)).append(words);
      first = false;
    }
    return text.toString();
  }

  private static String words(Paragraph<LineStyle, Segment, TextStyle> line) {
    StringBuilder words = new StringBuilder();
    for (StyledSegment<Segment, TextStyle> segment : line.getStyledSegments()) {
      switch (segment.getSegment()) {
        case Segment.Words some -> words.append(some.text());
        case Segment.Placed placed -> words.append(placed.widget().plainText());
      }
    }
    return words.toString();
  }

  private static String marks(LineStyle style) {
    StringBuilder marks = new StringBuilder();
    for (Margin margin : style.margins()) {
      marks.append(
          switch (margin.kind()) {
            case BAR -> "> ";
            case MARK -> margin.mark() + " ";
            case ROOM -> "  ";
          });
    }
    return style.continued() ? "" : marks.toString();
  }
}
