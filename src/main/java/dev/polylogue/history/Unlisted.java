package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;

/**
 * Words whose owners are lost, and of which the index does not tell in which comparison they stood.
 * They are listed as of one comparison, in the order of their identifiers, most of which tell the
 * time. In a transaction of the salvaged history, with what the index lists.
 */
final class Unlisted {
  /** As they are read from pages, parts of prompts and of answers look the same. */
  private static final List<String> SORTING =
      List.of(
          """
          DELETE FROM turn_part WHERE turn NOT IN (SELECT id FROM turn) AND turn IN (
            SELECT reply FROM reply_part WHERE kind NOT IN ('text', 'picture', 'document')
            UNION ALL SELECT reply FROM exchange
            UNION ALL SELECT id FROM reply
            UNION ALL SELECT message FROM temp.listed WHERE role = 'assistant')
          """,
          """
          DELETE FROM reply_part WHERE reply NOT IN (SELECT id FROM reply)
            AND reply IN (SELECT turn FROM turn_part UNION ALL SELECT id FROM turn)
          """);

  private static final String FOUND =
      """
      SELECT turn AS id, 'user' AS role FROM turn_part
      WHERE turn NOT IN (SELECT id FROM turn) AND turn NOT IN (SELECT turn FROM reply)
        AND turn NOT IN (SELECT parent FROM turn WHERE parent IS NOT NULL)
        AND turn NOT IN (SELECT message FROM temp.listed WHERE comparison IS NOT NULL)
      UNION
      SELECT said.reply, 'assistant'
      FROM (SELECT reply FROM reply_part UNION SELECT reply FROM reply_words) AS said
      WHERE said.reply NOT IN (SELECT id FROM reply)
        AND said.reply NOT IN (SELECT message FROM temp.listed WHERE comparison IS NOT NULL)
      UNION
      SELECT reply.id, 'assistant' FROM reply
      WHERE turn NOT IN (SELECT id FROM turn)
        AND turn NOT IN (SELECT parent FROM turn WHERE parent IS NOT NULL)
        AND turn NOT IN (SELECT other.turn FROM reply AS other
          WHERE other.pane IN (SELECT id FROM pane)
            OR other.id IN (SELECT message FROM temp.listed WHERE comparison IS NOT NULL))
        AND turn NOT IN (SELECT message FROM temp.listed WHERE comparison IS NOT NULL)
      ORDER BY 1
      """;

  private final Db db;
  private final String comparison;
  private long number;
  private String prompt = "";

  /**
   * @param comparison one that is not there yet
   */
  Unlisted(Db db, String comparison) {
    this.db = db;
    this.comparison = comparison;
  }

  private record Found(String id, boolean isPrompt) {
    static Found read(Row row) throws SQLException {
      return new Found(row.text("id"), row.text("role").equals("user"));
    }

    /** Whether it tells the time: version 7. */
    boolean isTimed() {
      return id.charAt(14) == '7';
    }
  }

  void list() throws SQLException {
    for (String sorting : SORTING) {
      db.run(sorting);
    }
    for (Found found : db.list(FOUND, Found::read)) {
      if (db.run("UPDATE temp.listed SET comparison = ? WHERE message = ?", comparison, found.id)
          == 0) {
        db.run(
            "INSERT INTO temp.listed VALUES (?, ?, ?, '', '', ?)",
            found.isPrompt || isAnswer(found) ? ++number : 0,
            found.isPrompt ? "user" : "assistant",
            found.id,
            comparison);
      }
      prompt = found.isPrompt && found.isTimed() ? found.id : prompt;
    }
  }

  /** Whether no other prompt is known that it may be an answer to; number 0 stands before all. */
  private boolean isAnswer(Found found) throws SQLException {
    return !prompt.isEmpty()
        && found.isTimed()
        && !db.has("SELECT 1 FROM turn WHERE id > ? AND id < ?", prompt, found.id);
  }

  /** What of it stands in that comparison, once its owners were made. */
  void note() throws SQLException {
    db.run(
        """
        INSERT OR IGNORE INTO temp.guessed
        SELECT ?1, id FROM turn
        WHERE comparison = ?2 AND EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)
        UNION ALL
        SELECT ?1, reply.id FROM reply JOIN turn ON turn.id = reply.turn WHERE comparison = ?2
        """,
        Guess.WORDS.word(),
        comparison);
    db.run(
        "DELETE FROM temp.guessed WHERE guess = ? AND id IN (SELECT id FROM turn WHERE comparison = ?)",
        Guess.THREADS.word(),
        comparison);
  }
}
