package dev.polylogue.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Tells two texts apart word by word. */
final class WordDiff {
  /** Longer texts are not told apart word by word: the time grows with the product of both. */
  private static final long MOST_WORK = 16_000_000;

  private final List<Stretch> stretches = new ArrayList<>();

  private WordDiff() {}

  static List<Stretch> of(Piece base, Piece other) {
    if (base.text().equals(other.text())) {
      return whole(Stretch.Kind.SAME, base);
    }
    List<String> before = base.tokens();
    List<String> now = other.tokens();
    if ((long) before.size() * now.size() > MOST_WORK) {
      List<Stretch> both = new ArrayList<>(whole(Stretch.Kind.REMOVED, base));
      both.addAll(whole(Stretch.Kind.ADDED, other));
      return both;
    }
    WordDiff diff = new WordDiff();
    diff.compare(before, now);
    return diff.stretches;
  }

  static List<Stretch> whole(Stretch.Kind kind, Piece piece) {
    return piece.text().isEmpty() ? List.of() : List.of(new Stretch(kind, piece.text()));
  }

  private void compare(List<String> before, List<String> now) {
    int at = 0;
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, now).getDeltas()) {
      String same = String.join("", before.subList(at, delta.getSource().getPosition()));
      if (isGlue(same) && !removed.isEmpty() && !added.isEmpty()) {
        removed.append(same);
        added.append(same);
      } else {
        flush(removed, added);
        add(Stretch.Kind.SAME, same);
      }
      removed.append(String.join("", delta.getSource().getLines()));
      added.append(String.join("", delta.getTarget().getLines()));
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    flush(removed, added);
    add(Stretch.Kind.SAME, String.join("", before.subList(at, before.size())));
  }

  /** A lone blank between two changed words: marked along, so that the eye sees one change. */
  private static boolean isGlue(String same) {
    return !same.isEmpty() && same.isBlank();
  }

  private void flush(StringBuilder removed, StringBuilder added) {
    add(Stretch.Kind.REMOVED, removed.toString());
    add(Stretch.Kind.ADDED, added.toString());
    removed.setLength(0);
    added.setLength(0);
  }

  private void add(Stretch.Kind kind, String text) {
    if (!text.isEmpty()) {
      stretches.add(new Stretch(kind, text));
    }
  }
}
