package dev.polylogue.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the backup that still has words which are gone. */
final class Elsewhere {
  private final BackupFolder backups;

  Elsewhere(BackupFolder backups) {
    this.backups = backups;
  }

  /**
   * That with the words of most of them, of several the newest; one that can't be read has none.
   */
  Optional<Backup> of(List<Passages.Passage> lost) {
    Optional<Backup> best = Optional.empty();
    int most = 0;
    for (Backup backup : all()) {
      int held = held(backup, lost);
      if (held > most) {
        most = held;
        best = Optional.of(backup);
      }
    }
    return best;
  }

  private List<Backup> all() {
    try {
      return backups.all();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static int held(Backup backup, List<Passages.Passage> lost) {
    int held = 0;
    try (Db db = Connections.distrusting(backup.file())) {
      PassageText texts = new PassageText(db);
      for (Passages.Passage passage : lost) {
        PassageText.Said said = texts.of(passage.role(), passage.message());
        held += said.isWorthFinding() && !said.equals(passage.said()) ? 1 : 0;
      }
      return held;
    } catch (SQLException e) {
      return 0;
    }
  }
}
