package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What is left in a salvaged history of messages that were lost. The index of the damaged one lists
 * each message a second time, without its words, so those that are lost can be named.
 */
final class Remnants {
  private static final String PROMPT = "[The words of this prompt could not be saved.]";
  private static final String ANSWER = "[The words of this answer could not be saved.]";

  private static final String LOST =
      """
      SELECT listed.*, listed.provider || '/' || listed.model AS named, comparison.title,
          comparison.created_at AS made_at, turn.created_at AS at
      FROM temp.listed LEFT JOIN comparison ON comparison.id = listed.comparison
      LEFT JOIN reply ON reply.id = listed.message
      LEFT JOIN turn ON turn.id = coalesce(reply.turn, listed.message)
      WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = listed.message)
        AND NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = listed.message)
        AND NOT EXISTS (SELECT 1 FROM reply_words WHERE reply_words.reply = listed.message)
        AND role IN ('user', 'assistant')
      ORDER BY number
      """;

  private final Db db;

  /**
   * @param db the salvaged history, in a transaction, with what the index lists
   */
  Remnants(Db db) {
    this.db = db;
  }

  /** Says of each message that is lost that it is; those of which nothing else is left go. */
  List<LostMessage> messages() throws SQLException {
    List<LostMessage> lost = db.list(LOST, Remnants::message);
    dropTurnsOfWhichNothingIsLeft();
    db.run(
        "INSERT INTO reply_part (reply, position, kind, text) SELECT message, 0, 'text', ?"
            + " FROM temp.listed JOIN reply ON reply.id = message"
            + " WHERE NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = message)"
            + " AND NOT EXISTS (SELECT 1 FROM reply_words WHERE reply_words.reply = message)",
        ANSWER);
    db.run(
        "INSERT INTO turn_part (turn, position, kind, text) SELECT id, 0, 'text', ? FROM turn"
            + " WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)",
        PROMPT);
    return lost;
  }

  private static LostMessage message(Row row) throws SQLException {
    Instant at = row.momentOrNull("at");
    if (at == null) {
      at = PassageNumbers.hour(row.whole("number")).orElse(row.momentOrNull("made_at"));
    }
    String title = row.textOrNull("title");
    return new LostMessage(
        Role.of(row.text("role")), title == null ? "" : title, row.textOrNull("named"), at);
  }

  /** Neither words of the prompt, nor of an answer, nor anything that follows. */
  private void dropTurnsOfWhichNothingIsLeft() throws SQLException {
    String gone =
        """
        SELECT id FROM turn
        WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)
          AND NOT EXISTS (SELECT 1 FROM reply JOIN reply_part ON reply_part.reply = reply.id
            WHERE reply.turn = turn.id)
          AND NOT EXISTS (SELECT 1 FROM reply JOIN reply_words ON reply_words.reply = reply.id
            WHERE reply.turn = turn.id)
          AND NOT EXISTS (SELECT 1 FROM turn AS next WHERE next.parent = turn.id)
        """;
    while (db.run("DELETE FROM turn WHERE id IN (%s)".formatted(gone)) > 0) {
      new Orphans(db).remove();
    }
    db.run(
        "DELETE FROM comparison WHERE id IN (SELECT id FROM temp.guessed WHERE guess = ?)"
            + " AND id NOT IN (SELECT comparison FROM turn)",
        Guess.TITLES.word());
    new Orphans(db).remove();
  }
}
