package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import dev.polylogue.conversation.Title;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left in a salvaged history of messages that were lost. The index of the damaged one lists
 * each message a second time, without its words, so those that are lost can be named.
 */
final class Remnants {
  private static final String PROMPT = "[The words of this prompt could not be saved.]";
  private static final String ANSWER = "[The words of this answer could not be saved.]";

  private static final String LISTED =
      """
      SELECT passage.id AS number, role, message, provider || '/' || passage_model.model AS model,
          passage_comparison.comparison AS comparison
      FROM passage
      LEFT JOIN passage_comparison ON passage_comparison.id = passage.comparison
      LEFT JOIN passage_model ON passage_model.id = passage.model
      WHERE role IN ('user', 'assistant')
      """;

  private static final String LOST =
      """
      SELECT listed.*, comparison.title, comparison.created_at AS made_at, turn.created_at AS at
      FROM temp.listed LEFT JOIN comparison ON comparison.id = listed.comparison
      LEFT JOIN reply ON reply.id = listed.message
      LEFT JOIN turn ON turn.id = coalesce(reply.turn, listed.message)
      WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = listed.message)
        AND NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = listed.message)
      ORDER BY number
      """;

  private final Db db;

  /**
   * @param db the salvaged history, in a transaction
   */
  Remnants(Db db) {
    this.db = db;
  }

  /** Says of each message that is lost that it is; those of which nothing else is left go. */
  List<LostMessage> of(Db damaged) throws SQLException {
    db.script(
        "CREATE TEMP TABLE listed (number INTEGER, role TEXT, message TEXT, model TEXT,"
            + " comparison TEXT)");
    list(damaged);
    List<LostMessage> lost = db.list(LOST, Remnants::message);
    dropTurnsOfWhichNothingIsLeft();
    db.run(
        "INSERT INTO reply_part (reply, position, kind, text) SELECT message, 0, 'text', ?"
            + " FROM temp.listed JOIN reply ON reply.id = message"
            + " WHERE NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = message)",
        ANSWER);
    db.run(
        "INSERT INTO turn_part (turn, position, kind, text) SELECT id, 0, 'text', ? FROM turn"
            + " WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)",
        PROMPT);
    nameAdopted();
    db.script("DROP TABLE temp.listed");
    return lost;
  }

  /** As far as the list can be read. */
  private void list(Db damaged) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try {
      damaged.each(LISTED, row -> rows.add(row.values(1, 5)));
    } catch (SQLException e) {
      // Older ones have none; of a damaged one its beginning is better than nothing.
    }
    for (@Nullable Object[] row : rows) {
      db.run("INSERT INTO temp.listed VALUES (?, ?, ?, ?, ?)", row);
    }
  }

  private static LostMessage message(Row row) throws SQLException {
    Instant at = row.momentOrNull("at");
    if (at == null) {
      at = PassageNumbers.hour(row.whole("number")).orElse(row.momentOrNull("made_at"));
    }
    String title = row.textOrNull("title");
    return new LostMessage(
        Role.of(row.text("role")),
        title == null || title.equals(Orphans.SALVAGED) ? "" : title,
        row.textOrNull("model"),
        at);
  }

  /** Neither words of the prompt, nor of an answer, nor anything that follows. */
  private void dropTurnsOfWhichNothingIsLeft() throws SQLException {
    String gone =
        """
        SELECT id FROM turn
        WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)
          AND NOT EXISTS (SELECT 1 FROM reply JOIN reply_part ON reply_part.reply = reply.id
            WHERE reply.turn = turn.id)
          AND NOT EXISTS (SELECT 1 FROM turn AS next WHERE next.parent = turn.id)
        """;
    while (db.run("DELETE FROM turn WHERE id IN (%s)".formatted(gone)) > 0) {
      new Orphans(db).remove();
    }
    db.run(
        "DELETE FROM comparison WHERE title = ? AND id NOT IN (SELECT comparison FROM turn)",
        Orphans.SALVAGED);
    new Orphans(db).remove();
  }

  /** Comparisons of which only the messages are left are called by their first words again. */
  private void nameAdopted() throws SQLException {
    Map<UUID, String> titles = new HashMap<>();
    db.each(
        """
        SELECT comparison.id, (SELECT turn_part.text FROM turn
            JOIN turn_part ON turn_part.turn = turn.id AND turn_part.kind = 'text'
            WHERE turn.comparison = comparison.id AND turn_part.text <> ?
            ORDER BY turn.position, turn_part.position LIMIT 1) AS words
        FROM comparison WHERE title = ?
        """,
        row -> {
          String words = row.textOrNull("words");
          if (words != null && !Title.of(words).isEmpty()) {
            titles.put(row.id("id"), Title.of(words));
          }
        },
        PROMPT,
        Orphans.SALVAGED);
    for (Map.Entry<UUID, String> title : titles.entrySet()) {
      db.run("UPDATE comparison SET title = ? WHERE id = ?", title.getValue(), title.getKey());
    }
  }
}
