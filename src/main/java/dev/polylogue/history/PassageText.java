package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a passage says from where it is kept; the index itself holds no text. */
final class PassageText {
  private static final String PARTS =
      """
      SELECT group_concat(said, char(10)) AS said, max(kind = 'picture') AS images FROM (
        SELECT kind, CASE kind WHEN 'text' THEN text WHEN 'reasoning' THEN text
            WHEN 'citation' THEN title ELSE name END AS said
        FROM %s_part WHERE %s = ? AND kind IN (%s) ORDER BY position)
      """;

  private static final String PROMPT =
      PARTS.formatted("turn", "turn", "'text', 'picture', 'document'");
  private static final String ANSWER =
      PARTS.formatted("reply", "reply", "'text', 'picture', 'document', 'citation'");
  private static final String THOUGHTS = PARTS.formatted("reply", "reply", "'reasoning'");

  /** Of many passages in one question. */
  private static final String TEXTS =
      """
      SELECT passage.id, CASE passage.role
          WHEN 'title' THEN (SELECT title FROM comparison, passage_comparison
              WHERE passage_comparison.id = passage.comparison
                  AND comparison.id = passage_comparison.comparison)
          WHEN 'user' THEN (SELECT said FROM (%s))
          WHEN 'assistant' THEN (SELECT said FROM (%s))
          ELSE (SELECT said FROM (%s)) END AS said
      FROM json_each(?) AS asked CROSS JOIN passage ON passage.id = asked.value
      """
          .formatted(
              PROMPT.replace("?", "passage.message"),
              ANSWER.replace("?", "passage.message"),
              THOUGHTS.replace("?", "passage.message"));

  private final Db db;

  PassageText(Db db) {
    this.db = db;
  }

  /** What a message says, and whether pictures belong to it. */
  record Said(String text, boolean images) {
    boolean isWorthFinding() {
      return images || IndexText.hasWords(text);
    }
  }

  /**
   * @param message as in {@code passage}; for a title the comparison
   */
  Said of(Role role, String message) throws SQLException {
    return switch (role) {
      case TITLE ->
          db.first(
                  "SELECT title FROM comparison WHERE id = ?",
                  row -> new Said(row.text("title"), false),
                  message)
              .orElse(new Said("", false));
      case USER -> parts(PROMPT, message);
      case ASSISTANT -> parts(ANSWER, message);
      case REASONING -> parts(THOUGHTS, message);
    };
  }

  private Said parts(String sql, String message) throws SQLException {
    return db.first(
            sql,
            row -> {
              String said = row.textOrNull("said");
              return new Said(said == null ? "" : said, row.flag("images"));
            },
            message)
        .orElseThrow();
  }

  /** What passages say, by their numbers; empty where that is not kept any more. */
  Map<Long, String> of(List<Long> passages) throws SQLException {
    Map<Long, String> texts = new HashMap<>();
    db.each(
        TEXTS,
        row -> {
          String said = row.textOrNull("said");
          texts.put(row.whole("id"), said == null ? "" : said);
        },
        passages.toString());
    return texts;
  }

  /**
   * When the prompt was sent that a message is or answers; for a title, when it was made.
   *
   * @throws java.time.format.DateTimeParseException when that is no moment
   */
  Optional<Instant> at(Role role, String message) throws SQLException {
    String sql =
        switch (role) {
          case TITLE -> "SELECT created_at FROM comparison WHERE id = ?";
          case USER -> "SELECT created_at FROM turn WHERE id = ?";
          case ASSISTANT, REASONING ->
              "SELECT created_at FROM turn WHERE id = (SELECT turn FROM reply WHERE id = ?)";
        };
    return db.first(sql, row -> Moments.read(row.text("created_at")), message);
  }
}
