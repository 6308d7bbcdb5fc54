package dev.polylogue.ui.transcript;

import java.util.List;

/** What two versions of a line have in common. */
final class Common {
  private Common() {}

  /**
   * How many characters may stand when the first line becomes the second: then a selection in them
   * stands too. Whole words where letters are formed together. 0 where the lines look different as
   * a whole.
   */
  static int prefix(Line before, Line after) {
    if (!before.laid().equals(after.laid())) {
      return 0;
    }
    boolean wholeWords = before.isShaped() || after.isShaped();
    List<Line.Run> were = before.breakable();
    List<Line.Run> are = after.breakable();
    int characters = 0;
    for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
      Line.Run old = were.get(i);
      Line.Run now = are.get(i);
      if (!old.equals(now)) {
        return !wholeWords && old.style().equals(now.style())
            ? characters + prefix(old.segment(), now.segment())
            : characters;
      }
      characters += TranscriptArea.RULES.length(now.segment());
    }
    return characters;
  }

  private static int prefix(Segment before, Segment after) {
    if (!(before instanceof Segment.Words old && after instanceof Segment.Words now)) {
      return 0;
    }
    int most = Math.min(old.text().length(), now.text().length());
    int same = 0;
    while (same < most && old.text().charAt(same) == now.text().charAt(same)) {
      same++;
    }
    return same > 0 && Character.isHighSurrogate(now.text().charAt(same - 1)) ? same - 1 : same;
  }
}
