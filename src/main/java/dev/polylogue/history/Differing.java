package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one history holds and another does not. */
final class Differing {
  private Differing() {}

  /** Prompts of each comparison, by its identifier. */
  static Map<String, Integer> turns(Db db) throws SQLException {
    Map<String, Integer> turns = new HashMap<>();
    db.each(
        """
        SELECT comparison.id AS id, count(turn.id) AS turns
        FROM comparison LEFT JOIN turn ON turn.comparison = comparison.id GROUP BY comparison.id
        """,
        row -> turns.put(row.text("id"), row.number("turns")));
    return turns;
  }

  /** Titles of the comparisons that the other lacks, or has fewer prompts of; newest first. */
  static List<String> onlyIn(Db db, Map<String, Integer> other) throws SQLException {
    Map<String, Integer> mine = turns(db);
    List<String> titles = new ArrayList<>();
    db.each(
        "SELECT id, title FROM comparison ORDER BY used DESC",
        row -> {
          String id = row.text("id");
          if (other.getOrDefault(id, -1) < mine.getOrDefault(id, 0)) {
            titles.add(row.text("title"));
          }
        });
    return titles;
  }
}
