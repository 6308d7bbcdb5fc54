package dev.polylogue.history;

import dev.polylogue.conversation.Found.Role;
import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Whether the index for searching says what the messages say; and making it anew. Whether it hangs
 * together is told with the pages.
 */
final class IndexCheck {
  /** Passages without words, words without a passage, and what is there and said to be gone. */
  private static final String PARTED =
      """
      SELECT 1 FROM passage
      WHERE NOT EXISTS (SELECT 1 FROM passage_words_docsize AS words WHERE words.id = passage.id)
      UNION ALL
      SELECT 1 FROM passage_words_docsize AS words
      WHERE NOT EXISTS (SELECT 1 FROM passage WHERE passage.id = words.id)
      UNION ALL
      SELECT 1 FROM passage_spent JOIN passage ON passage.id = passage_spent.passage
      LIMIT 1
      """;

  private static final String TITLES =
      """
      SELECT comparison.id FROM comparison
      LEFT JOIN passage_comparison AS held ON held.comparison = comparison.id
      WHERE NOT EXISTS (
        SELECT 1 FROM passage WHERE passage.comparison = held.id AND role = 'title')
      AND comparison.id NOT IN (
        SELECT pane.comparison FROM reply JOIN pane ON pane.id = reply.pane WHERE reply.%s)
      """
          .formatted(ReplyRows.LIVE);

  /** What refers to nothing is not indexed, nor what is in two comparisons. */
  private static final String HELD =
      """
      EXISTS (SELECT 1 FROM turn JOIN pane ON pane.comparison = turn.comparison
        WHERE turn.id = said.turn AND pane.id = said.pane)
      """;

  private static final Rule MISNAMED =
      new Rule(
          "The index for searching has answers by other models than the messages: %d, the first in %s. Either was changed.",
          """
          SELECT DISTINCT reply.id, comparison.title AS title FROM passage
          JOIN passage_model ON passage_model.id = passage.model
          JOIN reply ON reply.id = passage.message
          JOIN turn ON turn.id = reply.turn JOIN comparison ON comparison.id = turn.comparison
          WHERE passage_model.provider <> reply.provider OR passage_model.model <> reply.model
          """,
          List.of());

  /** What is being answered is put into the index with the first words of an answer. */
  private static final String ANSWERED =
      "said.id NOT IN (SELECT turn FROM reply WHERE %s)".formatted(ReplyRows.LIVE);

  /** Then it can't tell either whether words were changed. */
  static final Finding DAMAGED = new Finding(Kind.INDEX, "The index for searching is damaged.");

  private static final String LOST =
      "Words are gone: the index for searching, damaged as it is, knows messages that say nothing any more. ";

  private static final String SALVAGE =
      " \"polylogue history salvage\" make a history that says where words are missing. The index is not made anew while it is all that tells of them.";

  private IndexCheck() {}

  /** Whether a failure says that a virtual table is damaged; there is none but the index. */
  static boolean isDamage(@Nullable Throwable failure) {
    return failure instanceof SQLiteException e
        && e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT_VTAB;
  }

  /** Whether a line of SQLite's own examination speaks of a virtual table. */
  static boolean isAbout(String line) {
    return line.contains("FTS5") || line.contains("fts5");
  }

  /** Whether a table is part of the index, and so made anew rather than copied. */
  static boolean isDerived(String table) {
    return table.startsWith("passage");
  }

  static boolean exists(Db db) throws SQLException {
    return db.has("SELECT 1 FROM sqlite_schema WHERE name = 'passage_words'");
  }

  /**
   * What the index is held against.
   *
   * @param damaged whether it is known already that the index is
   * @param elsewhere where words may be that are gone
   */
  record Aids(boolean damaged, Elsewhere elsewhere) {}

  /**
   * Whether it says of every message what that says. In a transaction; only reads.
   *
   * @param share told how much is done
   */
  static void words(Db db, Aids aids, Consumer<Finding> found, DoubleConsumer share)
      throws SQLException {
    if (exists(db)) {
      unlessDamaged(() -> compare(db, aids, found, share), db, found);
    }
  }

  @FunctionalInterface
  private interface Question {
    void ask() throws SQLException;
  }

  /** One that is damaged may still know of words that are gone. */
  private static void unlessDamaged(Question question, Db db, Consumer<Finding> found)
      throws SQLException {
    try {
      question.ask();
    } catch (SQLException e) {
      if (!Trouble.isDamage(e) && !Trouble.isLack(e)) {
        throw e;
      }
      found.accept(DAMAGED);
      if (LostWords.isKnown(db)) {
        found.accept(
            new Finding(Kind.LOST_WORDS, LOST + "A backup may have them; or let" + SALVAGE));
      }
    }
  }

  /** An index that agrees with itself tells of the messages, and not they of it. */
  private static boolean isContradicting(Db db, IndexSums.Result sums) throws SQLException {
    return sums.contradicting() || db.has(PARTED) || IndexTotals.differ(db, sums.words());
  }

  /**
   * Messages and titles that do not say any more what they said when the index was made, as far as
   * that can be read and can tell. Changes nothing but temporary tables.
   */
  static Passages changed(Db db) {
    try {
      IndexSums.Result sums = IndexSums.of(db, _ -> {});
      return isContradicting(db, sums) ? new Passages() : sums.differing();
    } catch (SQLException | RuntimeException e) {
      return new Passages();
    }
  }

  private static void compare(Db db, Aids aids, Consumer<Finding> found, DoubleConsumer share)
      throws SQLException {
    IndexSums.Result sums = IndexSums.of(db, share);
    boolean contradicting = isContradicting(db, sums);
    if (aids.damaged || contradicting) {
      tell(
          sums.differing(),
          Kind.INDEX,
          "The index for searching does not say what the messages say: %d differ, the first in %s. Either was changed.",
          _ -> "",
          found);
    } else {
      tell(
          sums.differing(),
          Kind.LOST_WORDS,
          "Messages do not say any more what they said when the index for searching was made: %d differ, the first in %s. ",
          differing -> wayBack(differing, aids.elsewhere),
          found);
    }
    tell(
        sums.gone(),
        Kind.LOST_WORDS,
        "Words are gone: the index for searching knows messages that say nothing any more: %d, the first in %s. ",
        gone -> wayBack(gone, aids.elsewhere),
        found);
    Rule.check(List.of(MISNAMED), Kind.INDEX, db, found);
    if (contradicting || isAnyMissing(db)) {
      found.accept(
          new Finding(Kind.INDEX, "The index for searching does not say what the messages say."));
    }
  }

  /**
   * @param wayBack not asked for where there are none, since it reads the backups
   */
  private static void tell(
      Passages passages,
      Kind kind,
      String sentence,
      Function<Passages, String> wayBack,
      Consumer<Finding> found) {
    if (passages.count() > 0) {
      String first = RowChecks.called(passages.first().getFirst().title());
      String said = sentence.formatted(passages.count(), first);
      found.accept(new Finding(kind, said + wayBack.apply(passages)));
    }
  }

  private static String wayBack(Passages lost, Elsewhere elsewhere) {
    return elsewhere
            .of(lost.first())
            .map(
                backup ->
                    "A backup still has what is gone: restore %s, or let".formatted(backup.file()))
            .orElse("No backup beside the history has what is gone: let")
        + SALVAGE;
  }

  private static boolean isAnyMissing(Db db) throws SQLException {
    String ended = "NOT said." + ReplyRows.LIVE + " AND " + HELD;
    return isWorthFinding(db, Role.TITLE, db.list(TITLES, row -> row.id("id")))
        || isWorthFinding(db, Role.USER, missing(db, "turn", ANSWERED, Role.USER))
        || isWorthFinding(db, Role.ASSISTANT, missing(db, "reply", ended, Role.ASSISTANT))
        || isWorthFinding(db, Role.REASONING, missing(db, "reply", ended, Role.REASONING));
  }

  private static List<UUID> missing(Db db, String table, String which, Role role)
      throws SQLException {
    return db.list(
        """
        SELECT said.id FROM %s AS said
        WHERE said.id NOT IN (SELECT message FROM passage WHERE role = ?) AND %s
        """
            .formatted(table, which),
        row -> row.id("id"),
        role.word());
  }

  /** Not everything that is missing is wrong: a message without words is not indexed. */
  private static boolean isWorthFinding(Db db, Role role, List<UUID> messages) throws SQLException {
    PassageText texts = new PassageText(db);
    for (UUID message : messages) {
      if (texts.of(role, message.toString()).isWorthFinding()) {
        return true;
      }
    }
    return false;
  }

  /** Makes the index anew from the messages, and its tables too. In a transaction. */
  static void rebuild(Db db) throws SQLException {
    if (Schema.versionOf(db) >= Schema.WITH_INDEX) {
      drop(db);
      Schema.current().makeIndex(db);
      new PassageRows(db).fill();
    }
  }

  /** What the virtual table is made of can be dropped by itself once nothing says that it is. */
  private static void drop(Db db) throws SQLException {
    try {
      db.script("DROP TABLE IF EXISTS passage_words");
    } catch (SQLException e) {
      db.script(
          """
          PRAGMA writable_schema = ON;
          DELETE FROM sqlite_schema WHERE name = 'passage_words';
          PRAGMA writable_schema = RESET;
          """);
    }
    // By name, those that refer to others come before them.
    for (String table : Contents.tables(db)) {
      if (isDerived(table)) {
        db.script("DROP TABLE " + Contents.quoted(table));
      }
    }
  }
}
