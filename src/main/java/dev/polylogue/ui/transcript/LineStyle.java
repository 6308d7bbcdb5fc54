package dev.polylogue.ui.transcript;

import java.util.List;
import java.util.Locale;

/**
 * How a line of the transcript looks, a line being a paragraph of the text area.
 *
 * @param edge which part of a box the line is
 * @param gap room above in pixels: 0, 4, 8, 16 or 24
 * @param continued whether the line goes on where the one above was cut for its length
 * @param turned whether the line begins at the right
 */
record LineStyle(
    Look look, Edge edge, int gap, List<Margin> margins, boolean continued, boolean turned) {

  LineStyle(Look look, Edge edge, int gap, List<Margin> margins, boolean continued) {
    this(look, edge, gap, margins, continued, false);
  }

  /** What a line is. Its name in lower case is its style class. */
  enum Look {
    BODY,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    CODE,
    CODE_HEAD,
    TABLE_HEAD,
    LITERAL,
    PROMPT,
    PROMPT_HEAD,
    SPEAKER,
    THOUGHT,
    CALL,
    NOTE,
    WIDGET,
    END;

    String styleClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Boxes are drawn line by line. */
  enum Edge {
    NONE,
    ONLY,
    FIRST,
    MIDDLE,
    LAST;

    String styleClass() {
      return "edge-" + name().toLowerCase(Locale.ROOT);
    }
  }

  static LineStyle of(Look look, int gap) {
    return new LineStyle(look, Edge.NONE, gap, List.of(), false);
  }

  LineStyle with(Edge changed) {
    return new LineStyle(look, changed, gap, margins, continued, turned);
  }

  /** The same, beginning at the right where nothing stands before it at the left. */
  LineStyle turnedRound() {
    boolean free = margins.isEmpty() && look != Look.CODE && look != Look.CALL;
    return free ? new LineStyle(look, edge, gap, margins, continued, true) : this;
  }

  String gapClass() {
    return "gap-" + gap;
  }
}
