package dev.polylogue.history;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How replies begin and end. Each step may come twice and counts once (D27). */
final class ReplyLife {
  private final Db db;
  private final ReplyRows replies;

  ReplyLife(Db db) {
    this.db = db;
    this.replies = new ReplyRows(db);
  }

  void begin(UUID comparison, Turn turn, Map<UUID, Reply> queued)
      throws SQLException, HistoryException {
    ComparisonRows comparisons = new ComparisonRows(db);
    Optional<TurnRows.Before> before = new TurnRows(db).add(comparison, turn);
    if (before.isEmpty()) {
      comparisons.require(comparison);
      return;
    }
    comparisons.prompted(comparison, turn.createdAt());
    if (!before.get().isNamed()) {
      comparisons.nameBy(comparison, turn.user().text());
    }
    if (!before.get().isNewest()) {
      comparisons.rise(comparison);
    }
    queue(comparison, turn, queued);
  }

  /** The draft stays: what was edited did not stand in it. */
  void beginBeside(UUID comparison, UUID sibling, Turn turn, Map<UUID, Reply> queued)
      throws SQLException, HistoryException {
    TurnRows turns = new TurnRows(db);
    if (turns.has(turn.id())) {
      return;
    }
    turns.addBeside(comparison, sibling, turn);
    queue(comparison, turn, queued);
    new ComparisonRows(db).use(comparison, turn.createdAt());
  }

  private void queue(UUID comparison, Turn turn, Map<UUID, Reply> queued) throws SQLException {
    if (queued.isEmpty()) {
      new PassageRows(db).unanswered(comparison, turn.id());
    }
    for (Map.Entry<UUID, Reply> entry : queued.entrySet()) {
      replies.addFirst(entry.getKey(), turn.id(), entry.getValue());
    }
  }

  void beginAlternative(UUID pane, UUID turn, Reply queued, Instant now)
      throws SQLException, HistoryException {
    if (replies.has(queued.id())) {
      return;
    }
    ComparisonRows comparisons = new ComparisonRows(db);
    Optional<UUID> comparison = comparisons.ofPane(pane);
    if (comparison.isEmpty() || !new TurnRows(db).has(turn)) {
      throw new HistoryException(
          "There is no pane %s or no turn %s in the history.".formatted(pane, turn));
    }
    replies.add(pane, turn, queued);
    replies.use(queued.id());
    comparisons.use(comparison.get(), now);
  }

  void use(UUID reply) throws SQLException, HistoryException {
    require(reply);
    replies.use(reply);
  }

  void finish(Reply reply, List<Exchange> exchanges) throws SQLException, HistoryException {
    require(reply.id());
    if (!replies.isLive(reply.id())) {
      return;
    }
    new WordRows(db).remove(reply.id());
    PartRows parts = PartRows.ofReplies(db);
    parts.remove(reply.id());
    parts.addFirst(reply.id(), reply.parts());
    replies.describe(reply);
    new PassageRows(db).answered(reply.id());
    new ExchangeRows(db).add(reply.id(), exchanges);
  }

  private void require(UUID reply) throws SQLException, HistoryException {
    if (!replies.has(reply)) {
      throw new HistoryException("There is no reply %s in the history.".formatted(reply));
    }
  }
}
