package dev.polylogue.history;

import java.sql.SQLException;
import java.util.UUID;

/**
 * Sees to it that every message can be reached where rows were lost: a prompt that followed a lost
 * one follows the one before that, and of those that stand beside each other one is in use. In a
 * transaction.
 */
final class Choosing {
  private final Db db;

  Choosing(Db db) {
    this.db = db;
  }

  void all() throws SQLException {
    for (UUID turn :
        db.list(
            """
            SELECT id FROM turn WHERE parent IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM turn AS before
              WHERE before.id = turn.parent AND before.comparison = turn.comparison)
            ORDER BY comparison, position
            """,
            row -> row.id("id"))) {
      follow(turn);
    }
    Alternatives.mend(db);
  }

  /** Where the one before has a follower in use already, this is another wording of that. */
  private void follow(UUID turn) throws SQLException {
    String before =
        db.first(
                """
            SELECT before.id FROM turn JOIN turn AS before
            ON before.comparison = turn.comparison AND before.position < turn.position
            WHERE turn.id = ? ORDER BY before.position DESC LIMIT 1
            """,
                row -> row.text("id"),
                turn)
            .orElse(null);
    db.run(
        """
        UPDATE turn SET parent = ?2, active = active AND NOT EXISTS (
          SELECT 1 FROM turn AS beside WHERE beside.comparison = turn.comparison
            AND coalesce(beside.parent, '') = coalesce(?2, '') AND beside.active = 1)
        WHERE id = ?1
        """,
        turn,
        before);
  }
}
