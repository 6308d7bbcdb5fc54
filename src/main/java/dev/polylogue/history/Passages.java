package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Passages of which the index says something else than the messages: their number, and the first.
 */
final class Passages {
  private static final int MOST = 100;

  private final List<Passage> first = new ArrayList<>();
  private int count;

  /**
   * @param message of a title its comparison
   * @param said what stands there now
   * @param title of its comparison
   */
  record Passage(Role role, String message, PassageText.Said said, String title) {}

  void add(Passage passage) {
    if (count++ < MOST) {
      first.add(passage);
    }
  }

  int count() {
    return count;
  }

  /** No more than are told apart in a moment. */
  List<Passage> first() {
    return List.copyOf(first);
  }
}
