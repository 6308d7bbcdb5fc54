package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds, for people who have to decide about it.
 *
 * @param schema its version
 * @param comparisons how many there are
 * @param turns how many prompts
 * @param replies how many answers
 * @param pictures how many pictures and files they refer to
 * @param newest the comparison that was used last, or null when that is not known
 */
public record Contents(
    int schema, int comparisons, int turns, int replies, int pictures, @Nullable Newest newest) {

  private static final String SPENT = "spent_blob";

  /** The comparison that was used last. */
  public record Newest(String title, Instant usedAt) {}

  static Contents of(Db db) throws SQLException {
    return new Contents(
        Schema.versionOf(db),
        count(db, "comparison"),
        count(db, "turn"),
        count(db, "reply"),
        blobs(db).size(),
        db.first(
                "SELECT title, updated_at FROM comparison ORDER BY used DESC LIMIT 1",
                Contents::newest)
            .flatMap(it -> it)
            .orElse(null));
  }

  /** Nothing where what is said of its moment is none. */
  private static Optional<Newest> newest(Row row) throws SQLException {
    return Meaning.MOMENT.fits(row.text("updated_at"))
        ? Optional.of(new Newest(row.text("title"), row.moment("updated_at")))
        : Optional.empty();
  }

  private static int count(Db db, String table) throws SQLException {
    return db.first("SELECT count(*) AS n FROM " + quoted(table), row -> row.number("n")).orElse(0);
  }

  /** The tables that hold rows of their own: no index for searching, nothing of SQLite itself. */
  static List<String> tables(Db db) throws SQLException {
    return db.list(
        """
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name
        """,
        row -> row.text("name"));
  }

  /** Rows of each table but the index and the journal, which shrinks when an answer ends. */
  static Map<String, Integer> rows(Db db) throws SQLException {
    Map<String, Integer> rows = new TreeMap<>();
    for (String table : tables(db)) {
      if (!table.equals("reply_words") && !IndexCheck.isDerived(table)) {
        rows.put(table, count(db, table));
      }
    }
    return rows;
  }

  /**
   * The SHA-256 of every blob that any message refers to, in whatever version of the schema; not of
   * those that went out of use.
   */
  static TreeSet<String> blobs(Db db) throws SQLException {
    List<String> places = new ArrayList<>();
    for (String table : tables(db)) {
      if (table.equals(SPENT)) {
        continue;
      }
      db.each(
          "SELECT name FROM pragma_table_info(?) WHERE name IN ('blob', 'mask')",
          row ->
              places.add(
                  "SELECT %2$s AS blob FROM %1$s WHERE %2$s IS NOT NULL"
                      .formatted(quoted(table), row.text("name"))),
          table);
    }
    TreeSet<String> blobs = new TreeSet<>();
    for (String place : places) {
      db.each(
          place,
          row -> {
            if (BlobStore.isName(row.text("blob"))) {
              blobs.add(row.text("blob"));
            }
          });
    }
    return blobs;
  }

  /** Those that went out of use and may still be there for a while. */
  static Set<String> spentBlobs(Db db) throws SQLException {
    return tables(db).contains(SPENT)
        ? Set.copyOf(db.list("SELECT blob FROM spent_blob", row -> row.text("blob")))
        : Set.of();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
