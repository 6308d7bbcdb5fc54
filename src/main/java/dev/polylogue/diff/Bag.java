package dev.polylogue.diff;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of a piece with how often each occurs. */
final class Bag {
  private final Map<String, Integer> counts = new HashMap<>();
  private int size;

  static Bag of(Piece piece) {
    Bag bag = new Bag();
    for (String token : piece.tokens()) {
      if (!Tokens.isBlank(token)) {
        bag.counts.merge(token.toLowerCase(Locale.ROOT), 1, Integer::sum);
        bag.size++;
      }
    }
    return bag;
  }

  /** From 0, nothing in common, to 1, the same words; the order of the words plays no part. */
  double likeness(Bag other) {
    int all = size + other.size;
    if (all == 0) {
      return 1;
    }
    return 2.0 * (counts.size() < other.counts.size() ? common(other) : other.common(this)) / all;
  }

  private int common(Bag larger) {
    int common = 0;
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      common += Math.min(word.getValue(), larger.counts.getOrDefault(word.getKey(), 0));
    }
    return common;
  }
}
