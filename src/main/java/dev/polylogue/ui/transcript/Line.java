package dev.polylogue.ui.transcript;

import dev.polylogue.ui.kit.RightToLeft;
import dev.polylogue.ui.kit.ShapedWords;
import java.util.List;
import java.util.stream.Stream;

/** A line of the transcript: a paragraph of the text area, as plain data. */
record Line(LineStyle style, List<Run> runs) {

  /** Words or a widget in one style. */
  record Run(Segment segment, TextStyle style) {
    static Run words(String text, TextStyle style) {
      return new Run(new Segment.Words(text), style);
    }

    private boolean isShaped() {
      return segment instanceof Segment.Words words && ShapedWords.areIn(words.text());
    }

    private Stream<Run> byWords(boolean all) {
      return segment instanceof Segment.Words words && (all || isShaped())
          ? ShapedWords.of(words.text()).stream().map(word -> words(word, style))
          : Stream.of(this);
    }
  }

  Line {
    runs = List.copyOf(runs);
  }

  static Line of(LineStyle style, Run... runs) {
    return new Line(style, List.of(runs));
  }

  static Line of(LineStyle style, Widget widget) {
    return of(style, new Run(new Segment.Placed(widget), TextStyle.PLAIN));
  }

  /** The runs, none of which has to be broken over two lines where the line is shaped. */
  List<Run> breakable() {
    if (!isShaped()) {
      return runs;
    }
    boolean turned = RightToLeft.isIn(text());
    return runs.stream().flatMap(run -> run.byWords(turned)).toList();
  }

  /** Whether letters of it are formed together, so that it is laid out word by word. */
  boolean isShaped() {
    return runs.stream().anyMatch(Run::isShaped);
  }

  /** Its style, turned round where its first letter is written from right to left. */
  LineStyle laid() {
    return isShaped() && RightToLeft.isFirstIn(text()) ? style.turnedRound() : style;
  }

  Line with(LineStyle changed) {
    return new Line(changed, runs);
  }

  /** The words, without widgets. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Run run : runs) {
      if (run.segment() instanceof Segment.Words words) {
        text.append(words.text());
      }
    }
    return text.toString();
  }
}
