package dev.polylogue.ui.transcript;

import dev.polylogue.ui.transcript.Line.Run;
import java.util.List;
import org.fxmisc.richtext.model.StyledDocument;

/** Turns a stretch of the transcript into plain text, as it is shown. */
final class PlainText {
  private static final int BLOCK_GAP = 8;

  private PlainText() {}

  static String of(StyledDocument<LineStyle, Segment, TextStyle> document) {
    return of(Selected.lines(document));
  }

  static String of(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    boolean apart = false;
    for (Line line : lines) {
      String words = words(line);
      LineStyle style = line.style();
      boolean silent = words.isEmpty() && style.look() != LineStyle.Look.CODE;
      if (silent && (Selected.hasWidget(line) || style.look() == LineStyle.Look.END)) {
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

  static String words(Line line) {
    StringBuilder words = new StringBuilder();
    for (Run run : line.runs()) {
      switch (run.segment()) {
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
