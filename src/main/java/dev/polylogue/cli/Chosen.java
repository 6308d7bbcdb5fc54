package dev.polylogue.cli;

import dev.polylogue.history.HistoryException;
import java.util.List;
import java.util.UUID;

/** Comparisons that were named on the command line. */
final class Chosen {
  private Chosen() {}

  /**
   * @throws IllegalArgumentException when one of them is not in the history
   */
  static void check(Services services, List<UUID> ids) throws HistoryException {
    for (UUID id : ids) {
      if (!services.comparisons().has(id)) {
        throw new IllegalArgumentException("There is no comparison " + id + ".");
      }
    }
  }
}
