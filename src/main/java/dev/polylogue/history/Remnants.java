package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left in a salvaged history of messages that were lost. The index of the damaged one lists
 * each message a second time, without its words, so those that are lost can be named.
 */
final class Remnants {
  static final String PROMPT = "[The words of this prompt could not be saved.]";
  static final String ANSWER = "[The words of this answer could not be saved.]";

  private static final String LOST =
      """
      SELECT listed.*, listed.provider || '/' || listed.model AS named,
          coalesce(comparison.title, lost_title.title) AS title,
          comparison.created_at AS made_at, turn.created_at AS at
      FROM temp.listed LEFT JOIN comparison ON comparison.id = listed.comparison
      LEFT JOIN temp.lost_title ON lost_title.comparison = listed.comparison
      LEFT JOIN reply ON reply.id = listed.message
      LEFT JOIN turn ON turn.id = coalesce(reply.turn, listed.message)
      WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = listed.message)
        AND NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = listed.message)
        AND NOT EXISTS (SELECT 1 FROM reply_words WHERE reply_words.reply = listed.message)
        AND role IN ('user', 'assistant')
      ORDER BY number
      """;

  /**
   * Prompts without words of which something tells that they had some, or nothing that they had
   * none: those of an import may be empty.
   */
  private static final String SILENT =
      """
      INSERT INTO temp.unsaid SELECT id FROM turn
      WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)
        AND (id IN (SELECT message FROM temp.listed WHERE role = 'user')
          OR id IN (SELECT turn FROM temp.key_turn_part)
          OR (? OR id IN (SELECT id FROM temp.guessed WHERE guess = ?))
            AND comparison NOT IN (SELECT comparison FROM temp.indexed))
      """;

  private static final String UNLISTED =
      """
      SELECT turn.id AS message, 'user' AS role, 0 AS number, NULL AS named, comparison.title,
          comparison.created_at AS made_at, turn.created_at AS at
      FROM turn JOIN comparison ON comparison.id = turn.comparison
      WHERE turn.id IN (SELECT message FROM temp.unsaid)
        AND turn.id NOT IN (SELECT message FROM temp.listed)
      ORDER BY turn.created_at, turn.rowid
      """;

  private final Db db;
  private final LostRows rows;

  /**
   * @param db the salvaged history, in a transaction, with what the index lists
   */
  Remnants(Db db, LostRows rows) {
    this.db = db;
    this.rows = rows;
  }

  /** Says of each message that is lost that it is; those of which nothing else is left go. */
  List<LostMessage> messages() throws SQLException {
    db.script("CREATE TEMP TABLE unsaid (message TEXT PRIMARY KEY)");
    db.run(SILENT, rows.isKnown("turn_part") ? 0 : 1, Guess.PROMPTS.word());
    List<LostMessage> lost = new ArrayList<>(db.list(LOST, Remnants::message));
    dropTurnsOfWhichNothingIsLeft();
    lost.addAll(db.list(UNLISTED, Remnants::message));
    db.run(
        "INSERT OR IGNORE INTO temp.unsaid SELECT message"
            + " FROM temp.listed JOIN reply ON reply.id = message"
            + " WHERE NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = message)"
            + " AND NOT EXISTS (SELECT 1 FROM reply_words WHERE reply_words.reply = message)");
    for (String said : List.of("reply", "turn")) {
      db.run(
          "INSERT INTO %1$s_part (%1$s, position, kind, text) SELECT id, 0, 'text', ? FROM %1$s"
                  .formatted(said)
              + " WHERE id IN (SELECT message FROM temp.unsaid)",
          said.equals("turn") ? PROMPT : ANSWER);
    }
    return lost;
  }

  /** Whether a text says nothing but that others were lost. */
  static boolean isToldBy(String text) {
    return text.equals(PROMPT) || text.equals(ANSWER);
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
        WHERE id IN (SELECT message FROM temp.unsaid)
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
