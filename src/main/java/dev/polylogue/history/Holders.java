package dev.polylogue.history;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prompts and answers whose own rows are lost while their words, or what follows them, are there.
 * The index says of most in which comparison they stood, and in which order.
 */
final class Holders {
  private static final String ANSWERS =
      """
      SELECT message AS id, comparison, coalesce(provider, '') AS provider,
          coalesce(model, '') AS model,
          (SELECT asked.message FROM temp.listed AS asked
           WHERE asked.comparison = listed.comparison AND asked.role = 'user'
             AND asked.number < listed.number
           ORDER BY asked.number DESC LIMIT 1) AS turn
      FROM temp.listed
      WHERE role = 'assistant' AND comparison IS NOT NULL
        AND (EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = listed.message)
          OR EXISTS (SELECT 1 FROM reply_words WHERE reply_words.reply = listed.message))
        AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.id = listed.message)
      ORDER BY number
      """;

  /** The one of the same model first, and of those one that has no answer yet. */
  private static final String PANE =
      """
      SELECT id FROM pane WHERE comparison = ?1
      ORDER BY provider = ?2 AND model = ?3 DESC,
        EXISTS (SELECT 1 FROM reply WHERE reply.pane = pane.id AND reply.turn = ?4), position
      LIMIT 1
      """;

  private static final String PROMPTS =
      """
      SELECT id, owner, min(rank) AS best FROM (
        SELECT reply.turn AS id, pane.comparison AS owner, reply.rowid AS at, 0 AS rank
        FROM reply JOIN pane ON pane.id = reply.pane
        UNION ALL
        SELECT parent, comparison, NULL, 1 FROM turn WHERE parent IS NOT NULL
        UNION ALL
        SELECT reply.turn, listed.comparison, reply.rowid, 2
        FROM reply JOIN temp.listed ON listed.message = reply.id
        UNION ALL
        SELECT message, comparison, NULL, 3 FROM temp.listed
        WHERE role = 'user'
          AND EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = listed.message))
      WHERE owner IS NOT NULL AND id NOT IN (SELECT id FROM turn)
      GROUP BY id
      ORDER BY coalesce((SELECT number FROM temp.listed WHERE listed.message = id), at), id
      """;

  private static final String FREE_BEFORE =
      """
      SELECT coalesce(max(place), -1) FROM (SELECT ?2 - 1 AS place UNION ALL
        SELECT position - 1 FROM turn WHERE comparison = ?1 AND position < ?2)
      WHERE place >= 0 AND place NOT IN (SELECT position FROM turn WHERE comparison = ?1)
      """;

  private static final String FREE_AFTER =
      """
      SELECT min(place) FROM (SELECT ?2 + 1 AS place UNION ALL
        SELECT position + 1 FROM turn WHERE comparison = ?1 AND position > ?2)
      WHERE place NOT IN (SELECT position FROM turn WHERE comparison = ?1)
      """;

  private static final String LISTED_BEFORE =
      """
      SELECT coalesce((SELECT turn.position FROM temp.listed AS own
        JOIN temp.listed AS other ON other.comparison = ?1 AND other.role = 'user'
          AND other.number < own.number
        JOIN turn ON turn.id = other.message AND turn.comparison = ?1
        WHERE own.message = ?2 ORDER BY other.number DESC LIMIT 1), -1)
      """;

  private final Db db;
  private final Insert insert;

  /** Makes a row of what is known of it. */
  @FunctionalInterface
  interface Insert {
    void row(String table, Map<String, @Nullable Object> told) throws SQLException;
  }

  Holders(Db db, Insert insert) {
    this.db = db;
    this.insert = insert;
  }

  void make() throws SQLException {
    for (Answer answer : db.list(ANSWERS, Answer::read)) {
      answer(answer);
    }
    for (Prompt prompt : db.list(PROMPTS, Prompt::read)) {
      prompt(prompt);
    }
  }

  private record Answer(
      String id, String comparison, String provider, String model, @Nullable String turn) {
    static Answer read(Row row) throws SQLException {
      return new Answer(
          row.text("id"),
          row.text("comparison"),
          row.text("provider"),
          row.text("model"),
          row.textOrNull("turn"));
    }
  }

  private record Prompt(String id, String comparison) {
    static Prompt read(Row row) throws SQLException {
      return new Prompt(row.text("id"), row.text("owner"));
    }
  }

  private void answer(Answer answer) throws SQLException {
    String turn = answer.turn == null ? madeUp("turn of " + answer.id) : answer.turn;
    if (db.has("SELECT 1 FROM turn WHERE id = ? AND comparison <> ?", turn, answer.comparison)) {
      return;
    }
    String pane =
        db.first(
                PANE, row -> row.text("id"), answer.comparison, answer.provider, answer.model, turn)
            .orElse(
                madeUp(
                    "pane of %s %s %s"
                        .formatted(answer.comparison, answer.provider, answer.model)));
    long ordinal =
        whole(
            "SELECT coalesce(max(ordinal) + 1, 0) FROM reply WHERE pane = ? AND turn = ?",
            pane,
            turn);
    insert.row(
        "reply",
        Map.of(
            "id",
            answer.id,
            "pane",
            pane,
            "turn",
            turn,
            "ordinal",
            ordinal,
            "provider",
            answer.provider,
            "model",
            answer.model));
  }

  /** In a place that is free: what it is made of had one of its own. */
  private void prompt(Prompt prompt) throws SQLException {
    long follower =
        whole("SELECT coalesce(min(position), -1) FROM turn WHERE parent = ?", prompt.id);
    long place = follower < 0 ? -1 : whole(FREE_BEFORE, prompt.comparison, follower);
    if (place < 0) {
      place =
          whole(FREE_AFTER, prompt.comparison, whole(LISTED_BEFORE, prompt.comparison, prompt.id));
    }
    insert.row("turn", Map.of("id", prompt.id, "comparison", prompt.comparison, "position", place));
  }

  private long whole(String sql, Object... values) throws SQLException {
    return db.first("SELECT (%s) AS n".formatted(sql), row -> row.whole("n"), values).orElse(0L);
  }

  private static String madeUp(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
