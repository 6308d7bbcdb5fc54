package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates of comparisons and prompts that can't be read. What stands around them tells them: a prompt
 * was sent when those beside it were, and a comparison begins and ends with its prompts. Where the
 * index for searching knows the hour, it is right.
 */
final class Dates {
  /** Of each, by the name of its column: those around it that can be read, and its passage. */
  private static final Map<String, String> AROUND =
      Map.of(
          "turn.created_at",
          """
          SELECT coalesce(
              (SELECT other.created_at FROM turn AS other
               WHERE other.comparison = it.comparison AND other.rowid NOT IN (%1$s)
               ORDER BY abs(other.position - it.position) LIMIT 1),
              (SELECT created_at FROM comparison
               WHERE comparison.id = it.comparison AND comparison.rowid NOT IN (%2$s))) AS around,
            (SELECT min(passage.id) FROM passage WHERE role = 'user' AND message = it.id) AS number
          FROM turn AS it WHERE it.rowid = ?
          """,
          "comparison.created_at",
          """
          SELECT coalesce(
              (SELECT created_at FROM turn
               WHERE turn.comparison = it.id AND turn.rowid NOT IN (%1$s)
               ORDER BY position LIMIT 1),
              CASE WHEN it.rowid NOT IN (%3$s) THEN it.updated_at END) AS around,
            (SELECT min(passage.id) FROM passage_comparison AS held
             JOIN passage ON passage.comparison = held.id AND role = 'title'
             WHERE held.comparison = it.id) AS number
          FROM comparison AS it WHERE it.rowid = ?
          """,
          "comparison.updated_at",
          """
          SELECT coalesce(
              (SELECT created_at FROM turn
               WHERE turn.comparison = it.id AND turn.rowid NOT IN (%1$s)
               ORDER BY position DESC LIMIT 1),
              CASE WHEN it.rowid NOT IN (%2$s) THEN it.created_at END) AS around,
            NULL AS number
          FROM comparison AS it WHERE it.rowid = ?
          """);

  private static final String UNFIT = "SELECT at FROM temp.undated WHERE said = '%s'";

  private Dates() {}

  static boolean areKnown(String table, String column) {
    return AROUND.containsKey(table + "." + column);
  }

  private record Undated(String table, String column, long row) {
    String name() {
      return table + "." + column;
    }
  }

  /** As far as others tell; the rest stays as it is. In a transaction. */
  static void mend(Db db) throws SQLException {
    List<Undated> all = new ArrayList<>();
    Meaning.each(
        db,
        (table, column, meaning) -> {
          if (areKnown(table, column)) {
            meaning.unfit(db, table, column, row -> all.add(new Undated(table, column, row)));
          }
        });
    db.script("CREATE TEMP TABLE undated (said TEXT, at INTEGER, PRIMARY KEY (said, at))");
    for (Undated one : all) {
      db.run("INSERT INTO temp.undated VALUES (?, ?)", one.name(), one.row);
    }
    for (Undated one : all) {
      Optional<String> date = told(db, one);
      if (date.isPresent()) {
        db.run(
            "UPDATE %s SET %s = ? WHERE rowid = ?".formatted(one.table, one.column),
            date.get(),
            one.row);
      }
    }
    db.script("DROP TABLE temp.undated");
  }

  private static Optional<String> told(Db db, Undated one) throws SQLException {
    String question =
        AROUND
            .getOrDefault(one.name(), "")
            .formatted(
                UNFIT.formatted("turn.created_at"),
                UNFIT.formatted("comparison.created_at"),
                UNFIT.formatted("comparison.updated_at"));
    return db.first(
            question, row -> told(row.textOrNull("around"), row.longOrNull("number")), one.row)
        .flatMap(it -> it);
  }

  /** To the hour where the index knows another one than what stands around. */
  private static Optional<String> told(@Nullable String around, @Nullable Long number) {
    Optional<Instant> hour = number == null ? Optional.empty() : PassageNumbers.hour(number);
    Optional<Instant> near = Optional.ofNullable(around).map(Moments::read);
    boolean agrees = near.map(it -> it.truncatedTo(ChronoUnit.HOURS)).equals(hour);
    return (agrees || hour.isEmpty() ? near : hour).map(Instant::toString);
  }
}
