package dev.polylogue.history;

import dev.polylogue.conversation.Snippet;
import dev.polylogue.conversation.Snippet.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of a text made one line, with marks that go along. */
final class SnippetCut {
  /** A word is not cut unless it is longer than this. */
  private static final int WORD = 24;

  private final StringBuilder line;
  private final int from;

  /** For each character of the stretch and its end, where it went. */
  private final int[] places;

  private final List<Mark> marks = new ArrayList<>();

  SnippetCut(String text, int from, int to) {
    this.from = from;
    this.line = new StringBuilder(to - from + 2);
    this.places = new int[to - from + 1];
    if (from > 0) {
      line.append('…');
    }
    boolean blank = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      places[i - from] = line.length();
      boolean space = c <= ' ' || c > '~' && Character.isSpaceChar(c);
      if (!space) {
        line.append(c);
      } else if (!blank) {
        line.append(' ');
      }
      blank = space;
    }
    places[to - from] = line.length();
    if (to < text.length()) {
      line.append('…');
    }
  }

  /** Marks what of these characters of the text lies within. */
  void mark(int start, int end) {
    int first = Math.max(start, from);
    int last = Math.min(end, from + places.length - 1);
    if (first < last && places[first - from] < places[last - from]) {
      marks.add(new Mark(places[first - from], places[last - from]));
    }
  }

  /** With marks that touch or overlap made one. */
  Snippet snippet() {
    marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
    List<Mark> apart = new ArrayList<>();
    for (Mark mark : marks) {
      if (!apart.isEmpty() && mark.start() <= apart.getLast().end()) {
        Mark before = apart.removeLast();
        apart.add(new Mark(before.start(), Math.max(before.end(), mark.end())));
      } else {
        apart.add(mark);
      }
    }
    return new Snippet(line.toString(), apart);
  }

  /** Moves the beginning behind a blank, if one comes before what must be seen. */
  static int from(String text, int wanted, int least) {
    if (wanted == 0) {
      return 0;
    }
    for (int i = wanted; i < least && i < wanted + WORD; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
  }

  /** Moves the end back to a blank, if one is near. */
  static int to(String text, int wanted) {
    if (wanted >= text.length()) {
      return text.length();
    }
    for (int i = wanted; i > wanted - WORD && i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
  }
}
