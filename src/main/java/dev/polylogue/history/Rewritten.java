package dev.polylogue.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages that say something else than in the last backup. The program notes in the index for
 * searching whatever it changes: what differs from the index too was changed by another hand. The
 * index is only asked where something differs, since that takes minutes for a million messages.
 */
final class Rewritten {
  private static final String DIFFERING =
      """
      SELECT 1 FROM former.%1$s_part AS was
      LEFT JOIN main.%1$s_part AS said ON said.%1$s = was.%1$s AND said.position = was.position
      WHERE (said.text IS NOT was.text OR said.title IS NOT was.title OR said.name IS NOT was.name)
        AND EXISTS (SELECT 1 FROM main.%1$s AS it WHERE it.id = was.%1$s)
      LIMIT 1
      """;

  private final BackupFolder backups;
  private final List<Backup> unreadable = new ArrayList<>();

  Rewritten(BackupFolder backups) {
    this.backups = backups;
  }

  /**
   * The backup in which they are as they were, if another hand changed some or may have. It is
   * compared with the newest backup that can be read.
   *
   * @param copy no transaction is open in it
   */
  Optional<Backup> in(Db copy) throws SQLException, IOException, HistoryException {
    Optional<Backup> differing = differing(copy);
    if (differing.isEmpty()) {
      return differing;
    }
    List<Finding> found = new ArrayList<>();
    IndexCheck.Aids aids = new IndexCheck.Aids(false, new Elsewhere(backups));
    Transaction.run(copy, "BEGIN", db -> IndexCheck.words(db, aids, found::add, _ -> {}));
    return found.isEmpty() ? Optional.empty() : differing;
  }

  /** The backups that were passed over, or would be, since they can't be read. */
  List<Backup> unreadable() {
    return List.copyOf(unreadable);
  }

  /** Looks into all of them, but compares with one only. */
  private Optional<Backup> differing(Db copy) throws SQLException, IOException {
    Optional<Backup> differing = Optional.empty();
    boolean isCompared = false;
    for (Backup backup : backups.all()) {
      if (!BackupFolder.isReadable(backup)) {
        unreadable.add(backup);
      } else if (!isCompared) {
        try {
          differing = differs(copy, backup.file()) ? Optional.of(backup) : Optional.empty();
          isCompared = true;
        } catch (SQLException e) {
          if (!Trouble.isDamage(e)) {
            throw e;
          }
          unreadable.add(backup);
        }
      }
    }
    return differing;
  }

  /** A backup of an earlier version may differ. */
  private static boolean differs(Db copy, Path backup) throws SQLException {
    copy.run("ATTACH ? AS former", backup.toUri() + "?mode=ro&immutable=1");
    try {
      return copy.has(DIFFERING.formatted("turn")) || copy.has(DIFFERING.formatted("reply"));
    } catch (SQLException e) {
      if (!Trouble.isLack(e)) {
        throw e;
      }
      return true;
    } finally {
      copy.script("DETACH former");
    }
  }
}
