package dev.polylogue.cli;

import dev.polylogue.history.HistoryException;
import java.util.Optional;

/** The commands that lead on from a history that can't be used as it is. */
final class WaysOn {
  private static final String BACKUP =
      "To put a backup in its place: polylogue history backup --list, then polylogue history restore"
          + " FILE.";
  private static final String SALVAGE =
      " To save what can still be read: polylogue history salvage.";

  private static final String EMPTY =
      " To start with an empty history: polylogue history restore --empty.";

  private WaysOn() {}

  static Optional<String> of(HistoryException.Kind kind) {
    return switch (kind) {
      case DAMAGED, UNRECOGNISED -> Optional.of(BACKUP + SALVAGE + EMPTY);
      case MISSING, FOREIGN -> Optional.of(BACKUP + EMPTY);
      case IN_USE, UNWRITABLE, FULL, GONE, NEWER, OTHER -> Optional.empty();
    };
  }
}
