package dev.polylogue.history;

import dev.polylogue.history.Finding.Kind;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What rows that belong together must not say of each other.
 *
 * @param sentence with how many break it, and where the first one is
 * @param question gives the title of a comparison for each that does
 * @param remedies one after the other make all keep it
 */
record Rule(String sentence, String question, List<String> remedies) {
  Rule {
    remedies = List.copyOf(remedies);
  }

  static void check(Collection<Rule> rules, Kind kind, Db db, Consumer<Finding> found)
      throws SQLException {
    for (Rule rule : rules) {
      List<String> titles = db.list(rule.question, row -> row.text("title"));
      if (!titles.isEmpty()) {
        String first = RowChecks.called(titles.getFirst());
        found.accept(new Finding(kind, rule.sentence.formatted(titles.size(), first)));
      }
    }
  }

  /** In a transaction. */
  static void mend(Collection<Rule> rules, Db db) throws SQLException {
    for (Rule rule : rules) {
      for (String remedy : rule.remedies) {
        db.run(remedy);
      }
    }
  }
}
