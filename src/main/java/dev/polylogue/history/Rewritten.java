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

  Rewritten(BackupFolder backups) {
    this.backups = backups;
  }

  /**
   * The backup in which they are as they were, if another hand changed some or may have.
   *
   * @param copy no transaction is open in it
   */
  Optional<Backup> in(Db copy) throws SQLException, IOException, HistoryException {
    Optional<Backup> last = backups.all().stream().findFirst();
    if (last.isEmpty() || !differs(copy, last.get().file())) {
      return Optional.empty();
    }
    List<Finding> found = new ArrayList<>();
    IndexCheck.Aids aids = new IndexCheck.Aids(false, new Elsewhere(backups));
    Transaction.run(copy, "BEGIN", db -> IndexCheck.words(db, aids, found::add, _ -> {}));
    return found.isEmpty() ? Optional.empty() : last;
  }

  /** A backup that can't be read may differ. */
  private static boolean differs(Db copy, Path backup) throws SQLException {
    copy.run("ATTACH ? AS former", backup.toUri() + "?mode=ro&immutable=1");
    try {
      return copy.has(DIFFERING.formatted("turn")) || copy.has(DIFFERING.formatted("reply"));
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) && !Trouble.isLack(e)) {
        throw e;
      }
      return true;
    } finally {
      copy.script("DETACH former");
    }
  }
}
