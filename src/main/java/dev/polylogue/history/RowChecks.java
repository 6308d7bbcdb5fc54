package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whether the pages are whole, and every row leads somewhere and is led to. */
final class RowChecks {
  private record Question(String sentence, String sql) {}

  /** Each query gives the title of the comparison it is about. */
  private static final List<Question> UNREACHABLE =
      List.of(
          new Question(
              "An answer in %s belongs to a prompt of another comparison, so it is never shown.",
              """
              SELECT comparison.title AS title
              FROM reply JOIN turn ON turn.id = reply.turn JOIN pane ON pane.id = reply.pane
              JOIN comparison ON comparison.id = pane.comparison
              WHERE turn.comparison <> pane.comparison
              """),
          new Question(
              "A prompt in %s follows one of another comparison, so it is never shown.",
              """
              SELECT comparison.title AS title
              FROM turn JOIN turn AS before ON before.id = turn.parent
              JOIN comparison ON comparison.id = turn.comparison
              WHERE before.comparison <> turn.comparison
              """),
          new Question(
              "An answer in %s that was complete says nothing.",
              """
              SELECT comparison.title AS title
              FROM reply JOIN pane ON pane.id = reply.pane
              JOIN comparison ON comparison.id = pane.comparison
              WHERE reply.state = 'complete'
                AND (reply.output_tokens > 0 OR reply.first_token IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM reply_part WHERE reply_part.reply = reply.id)
              """),
          new Question(
              "A vote in %s is about no answer.",
              """
              SELECT comparison.title AS title
              FROM vote JOIN comparison ON comparison.id = vote.comparison
              WHERE NOT EXISTS (SELECT 1 FROM vote_reply WHERE vote_reply.vote = vote.id)
              """),
          new Question(
              "Words of an answer in %s that has ended were left in the journal.",
              """
              SELECT DISTINCT comparison.title AS title
              FROM reply_words JOIN reply ON reply.id = reply_words.reply
              JOIN pane ON pane.id = reply.pane JOIN comparison ON comparison.id = pane.comparison
              WHERE reply.state NOT IN ('queued', 'connecting', 'waiting', 'streaming')
              """));

  /** Imported prompts may be empty: the index tells them from those that said something once. */
  private static final Question SILENT =
      new Question(
          "A prompt in %s says nothing.",
          """
          SELECT comparison.title AS title
          FROM turn JOIN comparison ON comparison.id = turn.comparison
          JOIN passage_comparison ON passage_comparison.comparison = comparison.id
          WHERE NOT EXISTS (SELECT 1 FROM turn_part WHERE turn_part.turn = turn.id)
            AND EXISTS (SELECT 1 FROM passage
              WHERE passage.comparison = passage_comparison.id AND passage.message = turn.id)
          """);

  private static final List<Question> LOST =
      List.of(
          new Question(
              "Which photo was edited in %s is not known any more.",
              """
              SELECT title FROM comparison WHERE kind = 'photo'
                AND NOT EXISTS (SELECT 1 FROM photo WHERE photo.comparison = comparison.id)
              """),
          new Question(
              "What was edited in a step of %s is not known any more.",
              """
              SELECT comparison.title AS title
              FROM turn JOIN comparison ON comparison.id = turn.comparison
              WHERE comparison.kind = 'photo'
                AND NOT EXISTS (SELECT 1 FROM edit_step WHERE edit_step.turn = turn.id)
              """));

  private static final int MOST_LINES = 20;

  private RowChecks() {}

  /** Damaged pages, and rows that contradict what their table promises. */
  static void pages(Db db, Consumer<Finding> found) throws SQLException {
    try {
      tell(Integrity.lines(db, MOST_LINES), found);
    } catch (SQLException e) {
      if (!Trouble.isLack(e)) {
        throw e;
      }
      found.accept(IndexCheck.DAMAGED);
      for (String table : Contents.tables(db)) {
        if (!IndexCheck.isDerived(table)) {
          tell(Integrity.ofTable(db, table), found);
        }
      }
    }
  }

  private static void tell(List<String> lines, Consumer<Finding> found) {
    for (String line : lines) {
      if (IndexCheck.isAbout(line)) {
        found.accept(new Finding(Kind.INDEX, "The index for searching is damaged: " + line));
      } else if (!line.equals(Integrity.OK)) {
        found.accept(new Finding(Kind.DATABASE, "The database is damaged: " + line));
      }
    }
  }

  /** Rows that refer to rows that are not there (D34). */
  static void references(Db db, Consumer<Finding> found) throws SQLException {
    Orphans orphans = new Orphans(db);
    List<Orphans.Orphan> all = orphans.all();
    boolean words = orphans.holdWords(all);
    Kind kind = words ? Kind.UNREADABLE : Kind.ORPHAN_ROW;
    Map<String, Integer> counts = new TreeMap<>();
    for (Orphans.Orphan orphan : all) {
      counts.merge(
          "%s refer to a %s that is not there".formatted(orphan.table(), orphan.parent()),
          1,
          Integer::sum);
    }
    counts.forEach(
        (what, count) -> found.accept(new Finding(kind, "%d rows of %s.".formatted(count, what))));
    if (words) {
      found.accept(
          new Finding(
              kind,
              "Words are among what refers to nothing, or are gone and told of by it, so no repair removes it. Salvaging makes anew what they belong to."));
    }
  }

  /** Rows that are kept and never shown. */
  static void reachability(Db db, Consumer<Finding> found) throws SQLException {
    ask(UNREACHABLE, db, found);
  }

  /** Prompts that lost their words, and edit sessions that lack a part. */
  static void losses(Db db, Consumer<Finding> found) throws SQLException {
    ask(LOST, db, found);
    if (Contents.tables(db).containsAll(List.of("passage", "passage_comparison"))) {
      ask(List.of(SILENT), db, found);
    }
  }

  private static void ask(List<Question> questions, Db db, Consumer<Finding> found)
      throws SQLException {
    for (Question question : questions) {
      db.each(
          question.sql,
          row ->
              found.accept(
                  new Finding(
                      Kind.UNREACHABLE_ROW,
                      question.sentence.formatted(called(row.text("title"))))));
    }
  }

  static String called(String title) {
    return title.isEmpty() ? "an untitled comparison" : "“" + title + "”";
  }
}
