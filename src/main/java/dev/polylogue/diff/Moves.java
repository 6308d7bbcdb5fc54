package dev.polylogue.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds blocks that stand in both answers, at different places. */
final class Moves {
  /** So much of a block must be the same for it to be the same block elsewhere. */
  private static final double SAME = 0.75;

  /** Shorter blocks are alike by chance. */
  private static final int LEAST_LENGTH = 20;

  private static final int MOST_PAIRS = 400_000;

  private record Candidate(int base, int other, double likeness) {}

  private Moves() {}

  /** Places in the other answer by places in the base, for the blocks that moved. */
  static Map<Integer, Integer> of(List<Piece> base, List<Piece> other, List<Alignment.Pair> pairs) {
    List<Integer> gone = new ArrayList<>();
    List<Integer> come = new ArrayList<>();
    for (Alignment.Pair pair : pairs) {
      Integer left = pair.base();
      Integer right = pair.other();
      if (right == null && left != null && isLong(base.get(left))) {
        gone.add(left);
      } else if (left == null && right != null && isLong(other.get(right))) {
        come.add(right);
      }
    }
    Map<Integer, Integer> moves = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Candidate candidate : candidates(base, other, gone, come)) {
      if (!moves.containsKey(candidate.base) && taken.add(candidate.other)) {
        moves.put(candidate.base, candidate.other);
      }
    }
    return moves;
  }

  private static boolean isLong(Piece piece) {
    return piece.text().strip().length() >= LEAST_LENGTH;
  }

  private static List<Candidate> candidates(
      List<Piece> base, List<Piece> other, List<Integer> gone, List<Integer> come) {
    List<Candidate> found = new ArrayList<>();
    if ((long) gone.size() * come.size() > MOST_PAIRS) {
      return found;
    }
    List<Bag> bags = come.stream().map(place -> Bag.of(other.get(place))).toList();
    for (int left : gone) {
      Bag words = Bag.of(base.get(left));
      for (int i = 0; i < come.size(); i++) {
        double likeness = words.likeness(bags.get(i));
        if (likeness >= SAME && base.get(left).kind().isLike(other.get(come.get(i)).kind())) {
          found.add(new Candidate(left, come.get(i), likeness));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
    return found;
  }
}
