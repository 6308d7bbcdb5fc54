package dev.polylogue.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the blocks of two answers beside each other: equal ones first, and between those the ones
 * that resemble each other most, all in the order in which they stand.
 */
final class Alignment {
  /** Blocks that share fewer words than this say different things. */
  private static final double RESEMBLES = 0.35;

  /** Beyond so many pairs between two equal blocks, none is looked for. */
  private static final int MOST_PAIRS = 400_000;

  /** Places of two blocks that belong together; null where there is none. */
  record Pair(@Nullable Integer base, @Nullable Integer other) {}

  private final List<Piece> base;
  private final List<Piece> other;
  private final List<Bag> baseBags;
  private final List<Bag> otherBags;
  private final List<Pair> pairs = new ArrayList<>();

  private Alignment(List<Piece> base, List<Piece> other) {
    this.base = base;
    this.other = other;
    this.baseBags = base.stream().map(Bag::of).toList();
    this.otherBags = other.stream().map(Bag::of).toList();
  }

  static List<Pair> of(List<Piece> base, List<Piece> other) {
    Alignment alignment = new Alignment(base, other);
    alignment.align();
    return alignment.pairs;
  }

  private void align() {
    int left = 0;
    int right = 0;
    for (AbstractDelta<Piece> delta : DiffUtils.diff(base, other).getDeltas()) {
      Chunk<Piece> from = delta.getSource();
      Chunk<Piece> to = delta.getTarget();
      while (left < from.getPosition()) {
        pairs.add(new Pair(left++, right++));
      }
      between(left, from.size(), right, to.size());
      left += from.size();
      right += to.size();
    }
    while (left < base.size()) {
      pairs.add(new Pair(left++, right++));
    }
  }

  /** The pairs in two stretches without equal blocks that have most in common in all. */
  private void between(int left, int lefts, int right, int rights) {
    if ((long) lefts * rights > MOST_PAIRS) {
      unpaired(left, lefts, right, rights);
      return;
    }
    double[][] likeness = new double[lefts][rights];
    double[][] best = new double[lefts + 1][rights + 1];
    for (int i = lefts - 1; i >= 0; i--) {
      for (int j = rights - 1; j >= 0; j--) {
        likeness[i][j] = likeness(left + i, right + j);
        double paired = likeness[i][j] >= RESEMBLES ? likeness[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < lefts && j < rights) {
      if (likeness[i][j] >= RESEMBLES && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
        pairs.add(new Pair(left + i++, right + j++));
      } else if (best[i][j] == best[i + 1][j]) {
        pairs.add(new Pair(left + i++, null));
      } else {
        pairs.add(new Pair(null, right + j++));
      }
    }
    unpaired(left + i, lefts - i, right + j, rights - j);
  }

  private void unpaired(int left, int lefts, int right, int rights) {
    for (int i = 0; i < lefts; i++) {
      pairs.add(new Pair(left + i, null));
    }
    for (int j = 0; j < rights; j++) {
      pairs.add(new Pair(null, right + j));
    }
  }

  private double likeness(int left, int right) {
    return base.get(left).kind().isLike(other.get(right).kind())
        ? baseBags.get(left).likeness(otherBags.get(right))
        : 0;
  }
}
