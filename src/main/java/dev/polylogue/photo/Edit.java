package dev.polylogue.photo;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One change of a mask.
 *
 * @param before the tiles it touched, by their numbers, as they were
 * @param weight of these tiles, in bytes
 */
record Edit(Area area, Map<Integer, Tile> before, long weight) {

  /** A change under way. */
  static final class Builder {
    private final Map<Integer, Tile> before = new HashMap<>();

    /** Whether it was the first time. */
    boolean remember(int number, Tile tile) {
      return before.putIfAbsent(number, tile) == null;
    }

    Set<Integer> tiles() {
      return before.keySet();
    }

    Edit build(Area area) {
      long weight = before.values().stream().mapToLong(Tile::weight).sum();
      return new Edit(area, Map.copyOf(before), weight);
    }
  }
}
