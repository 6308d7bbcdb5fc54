package dev.polylogue.history;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Turn;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns and the user's messages in them. */
final class TurnRows {
  private final Db db;

  TurnRows(Db db) {
    this.db = db;
  }

  boolean has(UUID turn) throws SQLException {
    return db.has("SELECT 1 FROM turn WHERE id = ?", turn);
  }

  /** Adds a turn behind those that are there. */
  void add(UUID comparison, Turn turn) throws SQLException {
    db.run(
        """
        INSERT INTO turn (id, comparison, position, created_at)
        VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM turn WHERE comparison = ?2), ?3)
        """,
        turn.id(),
        comparison,
        turn.createdAt());
    PartRows.ofTurns(db).add(turn.id(), turn.user().parts());
  }

  List<Turn> of(UUID comparison) throws SQLException {
    Map<UUID, List<Part>> parts =
        PartRows.ofTurns(db).of("SELECT id FROM turn WHERE comparison = ?", comparison);
    return db.list(
        "SELECT id, created_at FROM turn WHERE comparison = ? ORDER BY position",
        row -> {
          UUID id = row.id("id");
          Message user = new Message(Message.Role.USER, parts.getOrDefault(id, List.of()));
          return new Turn(id, user, row.moment("created_at"));
        },
        comparison);
  }
}
