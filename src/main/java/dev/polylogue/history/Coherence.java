package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What rows that belong together say of each other, beyond what the tables themselves see to. The
 * rows that break a rule can be made to keep it, at the price of what they said.
 *
 * <p>Nothing tells that a part is gone that was the last of its message and had no words, nor that
 * two files of one size and kind changed places, nor that a photo had a name: not all have.
 */
final class Coherence {
  private static final String TURNS =
      " JOIN turn ON turn.id = it.turn JOIN comparison ON comparison.id = turn.comparison ";
  private static final String REPLIES =
      " JOIN reply ON reply.id = it.reply JOIN pane ON pane.id = reply.pane"
          + " JOIN comparison ON comparison.id = pane.comparison ";
  private static final String VOTES =
      " JOIN vote ON vote.id = it.vote JOIN comparison ON comparison.id = vote.comparison ";

  /** Which columns a part has is said by its kind. */
  private static final String ODD =
      """
      (it.kind IN ('picture', 'document')) <> (it.blob IS NOT NULL)
        OR (it.kind = 'tool_call') <> (it.call_id IS NOT NULL)
        OR (it.kind = 'citation') <> (it.url IS NOT NULL)
        OR (it.kind = 'opaque') <> (it.voice IS NOT NULL)
      """;

  private static final List<String> FIGURES =
      List.of(
          "input_tokens",
          "output_tokens",
          "cached_tokens",
          "reasoning_tokens",
          "cache_write_tokens",
          "searches",
          "sent",
          "connected",
          "first_thought",
          "first_token",
          "last_token",
          "total");

  private static final String NEGATIVE =
      FIGURES.stream()
          .map(figure -> "coalesce(reply.%s, 0)".formatted(figure))
          .collect(Collectors.joining(", ", "min(", ") < 0"));

  private static final List<Rule> RULES =
      List.of(
          odd("prompts", "turn_part", TURNS),
          odd("answers", "reply_part", REPLIES),
          inRow("prompts", "turn_part", "turn", "position", TURNS),
          inRow("answers", "reply_part", "reply", "position", REPLIES),
          inRow("what went over the wire for answers", "exchange", "reply", "ordinal", REPLIES),
          new Rule(
              "What went over the wire for answers has no address: %d, the first in %s.",
              "SELECT comparison.title AS title FROM exchange AS it"
                  + REPLIES
                  + "WHERE it.url = ''",
              List.of("UPDATE exchange SET url = 'https://unknown.invalid/' WHERE url = ''")),
          inRow("votes", "vote_reply", "vote", "position", VOTES),
          new Rule(
              "Panes share a place in their row: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM pane JOIN comparison ON comparison.id = pane.comparison
              GROUP BY comparison.id, position HAVING count(*) > 1
              """,
              List.of(
                  """
                  UPDATE pane SET position = ranked.place
                  FROM (SELECT rowid AS at, row_number()
                      OVER (PARTITION BY comparison ORDER BY position, rowid) - 1 AS place
                    FROM pane) AS ranked
                  WHERE ranked.at = pane.rowid
                  """)),
          new Rule(
              "Prompts stand before those that they follow: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM turn JOIN turn AS before ON before.id = turn.parent
              JOIN comparison ON comparison.id = turn.comparison
              WHERE before.position >= turn.position
              """,
              List.of(
                  """
                  UPDATE turn SET parent = NULL, active = 0 WHERE position <=
                    (SELECT before.position FROM turn AS before WHERE before.id = turn.parent)
                  """)),
          new Rule(
              "Votes are about answers to another prompt: %d, the first in %s.",
              """
              SELECT DISTINCT vote.id, comparison.title AS title FROM vote
              JOIN comparison ON comparison.id = vote.comparison
              JOIN turn ON turn.id = vote.turn
              LEFT JOIN vote_reply ON vote_reply.vote = vote.id
              LEFT JOIN reply ON reply.id = vote_reply.reply
              WHERE turn.comparison <> vote.comparison OR reply.turn <> vote.turn
                OR reply.pane <> vote_reply.pane
              """,
              List.of(
                  """
                  DELETE FROM vote WHERE comparison <>
                    (SELECT comparison FROM turn WHERE turn.id = vote.turn)
                  """,
                  """
                  DELETE FROM vote WHERE id IN (
                    SELECT vote FROM vote_reply JOIN reply ON reply.id = vote_reply.reply
                    JOIN vote AS given ON given.id = vote_reply.vote
                    WHERE reply.turn <> given.turn OR reply.pane <> vote_reply.pane)
                  """,
                  "DELETE FROM vote_reply WHERE vote NOT IN (SELECT id FROM vote)")),
          new Rule(
              "Places where panes were read are in another comparison: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM pane JOIN turn ON turn.id = pane.place_turn
              JOIN comparison ON comparison.id = pane.comparison
              WHERE turn.comparison <> pane.comparison
              """,
              List.of(
                  """
                  UPDATE pane SET place_turn = NULL WHERE comparison <>
                    (SELECT comparison FROM turn WHERE turn.id = pane.place_turn)
                  """)),
          new Rule(
              "Hidden models are to be named from a prompt of another comparison on: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM blinding JOIN turn ON turn.id = blinding.after_turn
              JOIN comparison ON comparison.id = blinding.comparison
              WHERE turn.comparison <> blinding.comparison
              """,
              List.of(
                  """
                  DELETE FROM blinding WHERE comparison <>
                    (SELECT comparison FROM turn WHERE turn.id = blinding.after_turn)
                  """)),
          new Rule(
              "Steps edit the result of another photo: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM edit_step JOIN turn ON turn.id = edit_step.turn
              JOIN comparison ON comparison.id = turn.comparison
              JOIN reply ON reply.id = edit_step.source_reply
              JOIN pane ON pane.id = reply.pane
              WHERE pane.comparison <> turn.comparison
              """,
              List.of(
                  """
                  UPDATE edit_step SET source_reply = NULL, source_picture = NULL
                  WHERE (SELECT comparison FROM turn WHERE turn.id = edit_step.turn) <>
                    (SELECT comparison FROM reply JOIN pane ON pane.id = reply.pane
                     WHERE reply.id = edit_step.source_reply)
                  """)),
          new Rule(
              "Marks are on pictures that are not there: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM picture_mark AS it
              """
                  + REPLIES
                  + """
                  WHERE picture NOT BETWEEN 0 AND (SELECT count(*) FROM reply_part
                    WHERE reply_part.reply = it.reply AND kind = 'picture') - 1
                  """,
              List.of(
                  """
                  DELETE FROM picture_mark WHERE picture NOT BETWEEN 0 AND
                    (SELECT count(*) FROM reply_part
                     WHERE reply_part.reply = picture_mark.reply AND kind = 'picture') - 1
                  """)),
          new Rule(
              "Edited photos are listed as comparisons: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM comparison JOIN photo ON photo.comparison = comparison.id
              WHERE kind <> 'photo' AND NOT EXISTS (SELECT 1 FROM turn
                WHERE turn.comparison = comparison.id
                  AND turn.id NOT IN (SELECT turn FROM edit_step))
              """,
              List.of(
                  """
                  UPDATE comparison SET kind = 'photo' WHERE id IN (SELECT comparison FROM photo)
                    AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.comparison = comparison.id
                      AND turn.id NOT IN (SELECT turn FROM edit_step))
                  """)),
          new Rule(
              "Answers took less than no time, or less than no words: %d, the first in %s.",
              """
              SELECT comparison.title AS title FROM reply JOIN pane ON pane.id = reply.pane
              JOIN comparison ON comparison.id = pane.comparison
              WHERE\s"""
                  + NEGATIVE,
              List.of(
                  "UPDATE reply SET "
                      + FIGURES.stream()
                          .map(figure -> "%1$s = max(%1$s, 0)".formatted(figure))
                          .collect(Collectors.joining(", "))
                      + " WHERE "
                      + NEGATIVE)));

  private Coherence() {}

  private static Rule inRow(String what, String table, String owner, String place, String join) {
    Numbering rows = new Numbering(table, owner, place);
    return new Rule(
        "Parts of " + what + " are missing or out of their order: %d, the first in %s.",
        "SELECT comparison.title AS title FROM (%s) AS it %s".formatted(rows.broken(), join),
        rows.remedies(rows.broken()));
  }

  private static Rule odd(String what, String table, String join) {
    return new Rule(
        "Parts of " + what + " are not what their kind says: %d, the first in %s.",
        "SELECT comparison.title AS title FROM %s AS it %s WHERE %s".formatted(table, join, ODD),
        List.of("DELETE FROM %s AS it WHERE %s".formatted(table, ODD)));
  }

  static void check(Db db, Consumer<Finding> found) throws SQLException {
    Rule.check(RULES, Kind.UNREACHABLE_ROW, db, found);
  }

  /** For a history of which rows were lost anyway. In a transaction. */
  static void mend(Db db) throws SQLException {
    Rule.mend(RULES, db);
  }
}
