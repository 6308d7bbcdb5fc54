package dev.polylogue.history;

import dev.polylogue.conversation.Facts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Fetches words that a damaged history lost from the newest backups that have them, of the same
 * messages and where the rest of the message is the same. In a transaction of the salvaged history,
 * with the keys that were there.
 */
final class Fetching {
  private final Db db;
  private final Gaps gaps;
  private final Set<String> fetched = new HashSet<>();

  Fetching(Db db) throws SQLException {
    this.db = db;
    this.gaps = new Gaps(db, new KeptWriter(db), () -> {});
  }

  /**
   * @param changed messages of which the index knows other words: some of those may be gone
   * @return the messages that have their words again
   */
  Set<String> from(BackupFolder backups, Passages changed) throws SQLException, IOException {
    Set<String> messages = new LinkedHashSet<>();
    for (String said : List.of("turn", "reply")) {
      messages.addAll(lacking(said));
    }
    changed.first().forEach(passage -> messages.add(passage.message()));
    for (Backup backup : messages.isEmpty() ? List.<Backup>of() : backups.all()) {
      from(backup, messages);
      messages.removeAll(fetched);
    }
    return fetched;
  }

  /** Those that say nothing, say that they are lost, or lack a part, if that can be known. */
  private List<String> lacking(String said) throws SQLException {
    return db.list(
        """
        SELECT id FROM %1$s
        WHERE NOT EXISTS (SELECT 1 FROM %1$s_part AS part WHERE part.%1$s = %1$s.id)
        UNION SELECT %1$s FROM %1$s_part WHERE text IN (?, ?)
        UNION SELECT %1$s FROM %1$s_part GROUP BY %1$s HAVING max(position) >= count(*)
        UNION SELECT had.%1$s FROM temp.key_%1$s_part AS had
        WHERE had.%1$s IN (SELECT id FROM %1$s) AND NOT EXISTS (
          SELECT 1 FROM %1$s_part AS part
          WHERE part.%1$s = had.%1$s AND part.position = had.position)
        """
            .formatted(said),
        row -> row.text("id"),
        Remnants.PROMPT,
        Remnants.ANSWER);
  }

  /** One that can't be read, or is of an earlier version, has none. */
  private void from(Backup backup, Set<String> messages) throws SQLException {
    List<Coming> coming = new ArrayList<>();
    try (Db former = Connections.distrusting(backup.file())) {
      if (Schema.versionOf(former) == Schema.versionOf(db)) {
        KeptReader reader = new KeptReader(former);
        for (String message : messages) {
          for (Kept kept : List.of(Kept.TURN_PART, Kept.REPLY_PART)) {
            List<Facts> parts = reader.parts(kept, message);
            if (!parts.isEmpty()) {
              coming.add(new Coming(kept, message, parts));
            }
          }
        }
      }
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) && !Trouble.isLack(e)) {
        throw e;
      }
    }
    for (Coming one : coming) {
      if (isHere(one) && gaps.bringBack(one.kept, one.message, one.parts)) {
        fetched.add(one.message);
      }
    }
  }

  private record Coming(Kept kept, String message, List<Facts> parts) {}

  private boolean isHere(Coming coming) throws SQLException {
    String table = coming.kept == Kept.TURN_PART ? "turn" : "reply";
    return db.has("SELECT 1 FROM %s WHERE id = ?".formatted(table), coming.message)
        && !gaps.isComing(coming.kept, coming.message);
  }
}
