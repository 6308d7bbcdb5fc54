package dev.polylogue.history;

import java.sql.SQLException;
import java.util.List;

/**
 * Words that are gone, and of which something still tells. The index for searching holds no text,
 * but knows which messages had some; it is then evidence, and not what is damaged.
 */
final class LostWords {
  /** Sizes are known without reading what they are of. */
  private static final String GONE =
      """
      SELECT 1 FROM passage WHERE role = '%1$s' AND NOT EXISTS (
        SELECT 1 FROM %2$s_part AS part WHERE part.%2$s = passage.message AND kind IN (%3$s)
          AND (kind = 'picture' OR octet_length(
            CASE kind WHEN 'text' THEN text WHEN 'reasoning' THEN text
                WHEN 'citation' THEN title ELSE name END) > 0))
      LIMIT 1
      """;

  private static final List<String> KNOWN =
      List.of(
          GONE.formatted("user", "turn", "'text', 'picture', 'document'"),
          GONE.formatted("assistant", "reply", "'text', 'picture', 'document', 'citation'"),
          GONE.formatted("reasoning", "reply", "'reasoning'"),
          """
          SELECT 1 FROM passage WHERE role = 'title' AND NOT EXISTS (
            SELECT 1 FROM passage_comparison AS held
            JOIN comparison ON comparison.id = held.comparison
            WHERE held.id = passage.comparison AND comparison.title <> '')
          LIMIT 1
          """);

  private static final List<String> TOLD =
      List.of(
          new Numbering("turn_part", "turn", "position").broken(),
          new Numbering("reply_part", "reply", "position").broken(),
          """
          SELECT 1 FROM reply WHERE state = 'complete' AND first_token IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = reply.id)
          LIMIT 1
          """);

  private LostWords() {}

  /** Whether the index knows a message that says nothing any more. Takes seconds for a million. */
  static boolean isKnown(Db db) throws SQLException {
    return has(db, KNOWN);
  }

  /** Whether the index or the rows themselves tell that words are gone, or refer to nothing. */
  static boolean areTold(Db db) throws SQLException {
    return isKnown(db) || has(db, TOLD) || Orphans.has(db);
  }

  /**
   * What is only put in order or made anew would hide them.
   *
   * @param undone what was not done for that
   * @throws HistoryException when words refer to nothing, or the index tells of some that are gone
   */
  static void refuse(Db db, String undone) throws SQLException, HistoryException {
    if (areMissed(db)) {
      throw new HistoryException(
          "Words are gone of which only the index for searching tells, or words refer to nothing, so %s. Restore a backup that has them, or salvage the history."
              .formatted(undone));
    }
  }

  static boolean areMissed(Db db) throws SQLException {
    Orphans orphans = new Orphans(db);
    return isKnown(db) || orphans.holdWords(orphans.all());
  }

  /** Tables that an earlier version did not have, or that are gone, tell nothing. */
  private static boolean has(Db db, List<String> questions) throws SQLException {
    for (String question : questions) {
      try {
        if (db.has(question)) {
          return true;
        }
      } catch (SQLException e) {
        if (!Trouble.isLack(e)) {
          throw e;
        }
      }
    }
    return false;
  }
}
