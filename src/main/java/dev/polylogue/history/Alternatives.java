package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Wordings of a prompt, and answers of a pane to one, stand beside each other, and one of them is
 * in use. Where none or several are, the newest of them is chosen, which loses nothing.
 */
final class Alternatives {
  private static final String WORDINGS = "comparison, coalesce(parent, '')";
  private static final String ANSWERS = "pane, turn";

  private static final Numbering IN_ORDER = new Numbering("reply", ANSWERS, "ordinal");
  private static final String OUT_OF_ORDER =
      IN_ORDER.broken() + " OR count(DISTINCT ordinal) <> count(*)";

  private static final List<Rule> RULES =
      List.of(
          none("Prompts of which no wording is in use", "turn", WORDINGS, "position"),
          several("Prompts of which several wordings are in use", "turn", WORDINGS, "position"),
          none("Panes of which no answer to a prompt is in use", "reply", ANSWERS, "ordinal"),
          several(
              "Panes of which several answers to a prompt are in use", "reply", ANSWERS, "ordinal"),
          new Rule(
              "Panes whose answers to a prompt are not numbered one after the other: %d, the first in %s.",
              titles("reply", OUT_OF_ORDER), IN_ORDER.remedies(OUT_OF_ORDER)));

  private Alternatives() {}

  private static Rule none(String what, String table, String together, String order) {
    String none =
        "SELECT rowid AS at, max(%2$s), %3$s FROM %1$s GROUP BY %3$s HAVING sum(active) = 0"
            .formatted(table, order, together);
    return new Rule(
        what + ", so what follows is not shown: %d, the first in %s.",
        titles(table, none),
        List.of(
            "UPDATE %s SET active = 1 WHERE rowid IN (SELECT at FROM (%s))"
                .formatted(table, none)));
  }

  private static Rule several(String what, String table, String together, String order) {
    String several =
        "SELECT %2$s FROM %1$s WHERE active = 1 GROUP BY %2$s HAVING count(*) > 1"
            .formatted(table, together);
    String newest =
        "SELECT rowid AS at, max(%s) FROM %s WHERE active = 1 GROUP BY %s"
            .formatted(order, table, together);
    return new Rule(
        what + ": %d, the first in %s.",
        titles(table, several),
        List.of(
            "UPDATE %1$s SET active = 0 WHERE active = 1 AND rowid NOT IN (SELECT at FROM (%2$s))"
                .formatted(table, newest)));
  }

  private static String titles(String table, String rows) {
    String joined =
        table.equals("turn")
            ? "JOIN comparison ON comparison.id = it.comparison"
            : "JOIN pane ON pane.id = it.pane JOIN comparison ON comparison.id = pane.comparison";
    return "SELECT comparison.title AS title FROM (%s) AS it %s".formatted(rows, joined);
  }

  /** While words are gone, which one is in use may tell where they stood: a salvage asks. */
  static void check(Db db, Consumer<Finding> found) throws SQLException {
    List<Finding> broken = new ArrayList<>();
    Rule.check(RULES, Kind.ALTERNATIVES, db, broken::add);
    boolean evidence = !broken.isEmpty() && LostWords.areMissed(db);
    for (Finding one : broken) {
      found.accept(evidence ? new Finding(Kind.UNREADABLE, one.sentence()) : one);
    }
  }

  /** In a transaction. */
  static void mend(Db db) throws SQLException {
    Rule.mend(RULES, db);
  }
}
