package dev.polylogue.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a base and another answer.
 *
 * @param rows blocks of both in the order of the base, with those that only the other has behind
 *     the block they follow
 */
public record TextDiff(List<Row> rows, Figures figures) {
  /** Longer answers are compared up to here. */
  public static final int MOST_PIECES = 4_000;

  public TextDiff {
    rows = List.copyOf(rows);
  }

  public static TextDiff of(List<Piece> base, List<Piece> other) {
    List<Piece> before = bounded(base);
    List<Piece> now = bounded(other);
    List<Alignment.Pair> pairs = Alignment.of(before, now);
    Map<Integer, Integer> moves = Moves.of(before, now, pairs);
    Map<Integer, Integer> origins = new HashMap<>();
    moves.forEach((from, to) -> origins.put(to, from));
    List<Row> rows = new ArrayList<>();
    for (Alignment.Pair pair : pairs) {
      Piece left = piece(before, pair.base());
      Piece right = piece(now, pair.other());
      if (left != null && right != null) {
        rows.add(pair(left, right));
      } else if (left != null) {
        rows.add(gone(left, moves.containsKey(pair.base())));
      } else if (right != null) {
        rows.add(come(right, piece(before, origins.get(pair.other()))));
      }
    }
    return new TextDiff(rows, Figures.of(rows));
  }

  private static List<Piece> bounded(List<Piece> pieces) {
    return pieces.subList(0, Math.min(pieces.size(), MOST_PIECES));
  }

  private static @Nullable Piece piece(List<Piece> pieces, @Nullable Integer place) {
    return place == null ? null : pieces.get(place);
  }

  private static Row pair(Piece base, Piece other) {
    List<Stretch> words = WordDiff.of(base, other);
    return new Row(base.equals(other) ? Row.Change.SAME : Row.Change.CHANGED, base, other, words);
  }

  private static Row gone(Piece base, boolean moved) {
    return new Row(
        moved ? Row.Change.MOVED_AWAY : Row.Change.REMOVED,
        base,
        null,
        WordDiff.whole(Stretch.Kind.REMOVED, base));
  }

  private static Row come(Piece other, @Nullable Piece origin) {
    return origin == null
        ? new Row(Row.Change.ADDED, null, other, WordDiff.whole(Stretch.Kind.ADDED, other))
        : new Row(Row.Change.MOVED_HERE, null, other, WordDiff.of(origin, other));
  }
}
