package dev.polylogue.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index of a damaged history lists, in the table {@code temp.listed} of the salvaged one:
 * each title and message a second time, without its words. Where all of it could be read, {@code
 * temp.indexed} holds the comparisons of which it lists every message that had words.
 */
final class Listed {
  private static final String PASSAGES =
      """
      SELECT passage.id AS number, role, message, provider, passage_model.model AS model,
          passage_comparison.comparison AS comparison
      FROM passage
      LEFT JOIN passage_comparison ON passage_comparison.id = passage.comparison
      LEFT JOIN passage_model ON passage_model.id = passage.model
      WHERE role IN ('title', 'user', 'assistant')
      """;

  private Listed() {}

  /** As far as it can be read: older histories have none, of a damaged one there is a beginning. */
  static void copy(Db damaged, Db to) throws SQLException {
    to.script(
        """
        CREATE TEMP TABLE listed (number INTEGER, role TEXT, message TEXT, provider TEXT,
          model TEXT, comparison TEXT);
        CREATE TEMP TABLE indexed (comparison TEXT PRIMARY KEY);
        """);
    List<@Nullable Object[]> rows = new ArrayList<>();
    boolean all = true;
    try {
      damaged.each(PASSAGES, row -> rows.add(row.values(1, 6)));
    } catch (SQLException e) {
      all = false;
    }
    for (@Nullable Object[] row : rows) {
      to.run("INSERT INTO temp.listed VALUES (?, ?, ?, ?, ?, ?)", row);
    }
    to.script(
        "CREATE INDEX temp.listed_message ON listed (message);"
            + "CREATE INDEX temp.listed_in ON listed (comparison, role, number)");
    if (all) {
      to.run(
          "INSERT INTO temp.indexed SELECT DISTINCT comparison FROM temp.listed"
              + " WHERE comparison IS NOT NULL");
    }
  }
}
