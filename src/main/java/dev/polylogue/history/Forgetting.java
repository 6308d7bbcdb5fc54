package dev.polylogue.history;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Removes comparisons from every table. For {@link Database#erase} only, which keeps SQLite from
 * looking for references to each row that goes: nothing refers to a comparison from outside, and to
 * look would read whole tables.
 */
final class Forgetting {
  private static final String PANES = " IN (SELECT id FROM pane WHERE comparison = ?)";
  private static final String TURNS = " IN (SELECT id FROM turn WHERE comparison = ?)";
  private static final String REPLIES =
      " IN (SELECT reply.id FROM pane JOIN reply ON reply.pane = pane.id WHERE comparison = ?)";
  private static final String VOTES = " IN (SELECT id FROM vote WHERE comparison = ?)";

  /** Each with the identifier of the comparison as its only parameter; owners go last. */
  private static final List<String> STEPS =
      List.of(
          "DELETE FROM picture_mark WHERE reply" + REPLIES,
          "DELETE FROM exchange WHERE reply" + REPLIES,
          "DELETE FROM reply_words WHERE reply" + REPLIES,
          "DELETE FROM reply_part WHERE reply" + REPLIES,
          "DELETE FROM vote_reply WHERE vote" + VOTES,
          "DELETE FROM vote WHERE comparison = ?",
          "DELETE FROM edit_step WHERE turn" + TURNS,
          "DELETE FROM photo WHERE comparison = ?",
          "DELETE FROM blinding WHERE comparison = ?",
          "DELETE FROM comparison_tag WHERE comparison = ?",
          "DELETE FROM reply WHERE pane" + PANES,
          "DELETE FROM turn_part WHERE turn" + TURNS,
          "DELETE FROM pane WHERE comparison = ?",
          "DELETE FROM turn WHERE comparison = ?",
          "DELETE FROM comparison WHERE id = ?");

  private final Db db;

  Forgetting(Db db) {
    this.db = db;
  }

  void forget(Collection<UUID> comparisons) throws SQLException, HistoryException {
    for (UUID comparison : comparisons) {
      forget(comparison);
    }
    new PassageRows(db).forgetModels();
  }

  /** Whatever keeps something of a comparison lets it go here. */
  private void forget(UUID comparison) throws SQLException, HistoryException {
    refuseLive(comparison);
    new SpentBlobs(db).note(comparison);
    new PassageRows(db).forget(comparison);
    for (String step : STEPS) {
      db.run(step, comparison);
    }
  }

  private void refuseLive(UUID comparison) throws SQLException, HistoryException {
    if (db.has(
        "SELECT 1 FROM pane JOIN reply ON reply.pane = pane.id WHERE comparison = ? AND "
            + ReplyRows.LIVE,
        comparison)) {
      throw new HistoryException(
          "Comparison %s is still being answered, so nothing was deleted. Stop it first."
              .formatted(comparison));
    }
  }
}
