package dev.polylogue.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.ModelRef;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of the history, page by page. It reads no message. */
final class ListRows {
  private static final String COLUMNS =
      """
      SELECT comparison.id, title, created_at, updated_at, kind, pinned, folder, trashed_at,
          CASE WHEN EXISTS
              (SELECT 1 FROM turn WHERE turn.comparison = comparison.id AND active = 0)
          THEN (
            WITH RECURSIVE path (id) AS (
              SELECT turn.id FROM turn
              WHERE turn.comparison = comparison.id AND coalesce(parent, '') = '' AND active = 1
              UNION ALL
              SELECT turn.id FROM path JOIN turn
              ON turn.comparison = comparison.id AND coalesce(parent, '') = path.id AND active = 1)
            SELECT count(*) FROM path)
          ELSE (SELECT count(*) FROM turn WHERE turn.comparison = comparison.id)
          END AS turns,
          (SELECT group_concat(name, char(31)) FROM
              (SELECT replace(provider || '/' || model, char(31), '') AS name FROM pane
               WHERE pane.comparison = comparison.id AND closed = 0 ORDER BY position)) AS models,
          (SELECT group_concat(name, char(31)) FROM
              (SELECT replace(tag, char(31), '') AS name FROM comparison_tag
               WHERE comparison_tag.comparison = comparison.id ORDER BY tag)) AS tags
      """;

  /**
   * Nothing leads to any other, and one must not hide the rest. SQLite is told that there are
   * hardly any, or it would sort all rows rather than walk down the list.
   */
  private static final String IDENTIFIED = " AND likely(comparison.id" + Meaning.IDENTIFIES + ") ";

  /** Parts names that were put together, and is taken out of each before. */
  private static final char BETWEEN = '\u001f';

  /** A tag on more comparisons than this is met soon on the way down the list. */
  private static final int MANY = 2000;

  private final Db db;

  ListRows(Db db) {
    this.db = db;
  }

  /**
   * What is asked of the database.
   *
   * @param sql ends with two parameters more than the values: how many, and after how many
   */
  record Question(String sql, List<Object> values) {
    Question(String sql, Object... values) {
      this(sql, List.of(values));
    }

    Object[] with(Object... more) {
      return Stream.concat(values.stream(), Stream.of(more)).toArray();
    }
  }

  /** Newest first by last use, of every kind. */
  List<ComparisonEntry> newest(int limit, int offset) throws SQLException {
    return page(
        new Question(
            COLUMNS
                + "FROM comparison WHERE trashed_at IS NULL"
                + IDENTIFIED
                + "ORDER BY used DESC LIMIT ? OFFSET ?"),
        limit,
        offset);
  }

  /** What was deleted, of every kind, the latest first. */
  List<ComparisonEntry> trash(int limit, int offset) throws SQLException {
    return page(
        new Question(
            COLUMNS
                + "FROM comparison WHERE trashed_at IS NOT NULL"
                + IDENTIFIED
                + "ORDER BY trashed_at DESC, used DESC LIMIT ? OFFSET ?"),
        limit,
        offset);
  }

  /** What is pinned first, each newest first; in the trash, what was deleted last. */
  List<ComparisonEntry> of(ComparisonKind kind, Drawer drawer, int limit, int offset)
      throws SQLException {
    return page(question(kind, drawer), limit, offset);
  }

  Question question(ComparisonKind kind, Drawer drawer) throws SQLException {
    String word = kind.word();
    return switch (drawer) {
      case Drawer.All all -> listed("FROM comparison INDEXED BY comparison_listed WHERE", word);
      case Drawer.Folder folder ->
          listed(
              "FROM comparison INDEXED BY comparison_filed WHERE folder <> '' AND folder = ? AND",
              folder.name(),
              word);
      case Drawer.Tagged tagged when isOnMany(tagged.tag()) ->
          listed(
              "FROM comparison INDEXED BY comparison_listed CROSS JOIN comparison_tag ON"
                  + " comparison_tag.comparison = comparison.id AND tag = ? WHERE",
              tagged.tag(),
              word);
      case Drawer.Tagged tagged ->
          listed(
              "FROM comparison_tag CROSS JOIN comparison"
                  + " ON comparison.id = comparison_tag.comparison WHERE tag = ? AND",
              tagged.tag(),
              word);
      case Drawer.Trash trash ->
          new Question(
              COLUMNS
                  + "FROM comparison WHERE trashed_at IS NOT NULL AND kind = ?"
                  + IDENTIFIED
                  + "ORDER BY trashed_at DESC, used DESC LIMIT ? OFFSET ?",
              word);
    };
  }

  private static Question listed(String from, Object... values) {
    return new Question(
        COLUMNS
            + from
            + " trashed_at IS NULL AND kind = ?"
            + IDENTIFIED
            + "ORDER BY pinned DESC, used DESC LIMIT ? OFFSET ?",
        values);
  }

  private boolean isOnMany(String tag) throws SQLException {
    return db.has("SELECT 1 FROM comparison_tag WHERE tag = ? LIMIT 1 OFFSET " + MANY, tag);
  }

  private List<ComparisonEntry> page(Question question, int limit, int offset) throws SQLException {
    return db.list(question.sql, ListRows::entry, question.with(limit, offset));
  }

  /** The titles of those that can't be listed, since they bear no identifier. */
  static List<String> unlisted(Db db) throws SQLException {
    return db.list(
        "SELECT title FROM comparison WHERE rowid IN (SELECT rowid FROM comparison WHERE NOT id"
            + Meaning.IDENTIFIES
            + ") ORDER BY used",
        row -> row.text("title"));
  }

  private static ComparisonEntry entry(Row row) throws SQLException {
    Instant created = row.moment("created_at");
    Instant updated = row.moment("updated_at");
    return new ComparisonEntry(
        row.id("id"),
        row.text("title"),
        created.equals(Instant.EPOCH) ? updated : created,
        updated.equals(Instant.EPOCH) ? created : updated,
        new ComparisonEntry.Contents(
            ComparisonKind.of(row.text("kind")), models(row), row.number("turns")),
        new ComparisonEntry.Filing(
            row.flag("pinned"),
            row.text("folder"),
            new LinkedHashSet<>(names(row.textOrNull("tags"))),
            row.momentOrNull("trashed_at")));
  }

  private static List<ModelRef> models(Row row) throws SQLException {
    List<ModelRef> models = new ArrayList<>();
    for (String name : names(row.textOrNull("models"))) {
      int slash = name.indexOf('/');
      models.add(new ModelRef(named(name.substring(0, slash)), named(name.substring(slash + 1))));
    }
    return models;
  }

  private static String named(String name) {
    return name.isBlank() ? "unknown" : name;
  }

  private static List<String> names(@Nullable String joined) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (joined != null && from <= joined.length()) {
      int end = joined.indexOf(BETWEEN, from);
      names.add(joined.substring(from, end < 0 ? joined.length() : end));
      from = end < 0 ? joined.length() + 1 : end + 1;
    }
    return names;
  }
}
