package dev.polylogue.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A pane's answer to one turn: every reply it ever gave, oldest first, and the one in use.
 *
 * @param active index into {@code alternatives}
 */
public record Answer(UUID turn, List<Reply> alternatives, int active) {

  public Answer {
    alternatives = List.copyOf(alternatives);
    if (active < 0 || active >= alternatives.size()) {
      throw new IllegalArgumentException("No alternative " + active + " of " + alternatives.size());
    }
  }

  public Reply reply() {
    return alternatives.get(active);
  }
}
