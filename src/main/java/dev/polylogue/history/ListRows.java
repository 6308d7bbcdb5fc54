package dev.polylogue.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawer;
import dev.polylogue.conversation.ModelRef;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Stream;

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
          END AS turns
      """;

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
                + "FROM comparison WHERE trashed_at IS NULL ORDER BY used DESC LIMIT ? OFFSET ?"),
        limit,
        offset);
  }

  /** What was deleted, of every kind, the latest first. */
  List<ComparisonEntry> trash(int limit, int offset) throws SQLException {
    return page(
        new Question(
            COLUMNS
                + "FROM comparison WHERE trashed_at IS NOT NULL"
                + " ORDER BY trashed_at DESC, used DESC LIMIT ? OFFSET ?"),
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
                  + " ORDER BY trashed_at DESC, used DESC LIMIT ? OFFSET ?",
              word);
    };
  }

  private static Question listed(String from, Object... values) {
    return new Question(
        COLUMNS
            + from
            + " trashed_at IS NULL AND kind = ? ORDER BY pinned DESC, used DESC LIMIT ? OFFSET ?",
        values);
  }

  private boolean isOnMany(String tag) throws SQLException {
    return db.has("SELECT 1 FROM comparison_tag WHERE tag = ? LIMIT 1 OFFSET " + MANY, tag);
  }

  private List<ComparisonEntry> page(Question question, int limit, int offset) throws SQLException {
    List<ComparisonEntry> bare =
        db.list(question.sql, ListRows::entry, question.with(limit, offset));
    List<UUID> ids = bare.stream().map(ComparisonEntry::id).toList();
    Map<UUID, List<ModelRef>> models = new PaneRows(db).models(ids);
    Map<UUID, SequencedSet<String>> tags = new TagRows(db).of(ids);
    return bare.stream().map(entry -> filled(entry, models, tags)).toList();
  }

  private static ComparisonEntry entry(Row row) throws SQLException {
    return new ComparisonEntry(
        row.id("id"),
        row.text("title"),
        row.moment("created_at"),
        row.moment("updated_at"),
        new ComparisonEntry.Contents(
            ComparisonKind.of(row.text("kind")), List.of(), row.number("turns")),
        new ComparisonEntry.Filing(
            row.flag("pinned"),
            row.text("folder"),
            new LinkedHashSet<>(),
            row.momentOrNull("trashed_at")));
  }

  private static ComparisonEntry filled(
      ComparisonEntry bare,
      Map<UUID, List<ModelRef>> models,
      Map<UUID, SequencedSet<String>> tags) {
    UUID id = bare.id();
    ComparisonEntry.Filing filing = bare.filing();
    return new ComparisonEntry(
        id,
        bare.title(),
        bare.createdAt(),
        bare.updatedAt(),
        new ComparisonEntry.Contents(bare.kind(), models.getOrDefault(id, List.of()), bare.turns()),
        new ComparisonEntry.Filing(
            filing.pinned(),
            filing.folder(),
            tags.getOrDefault(id, new LinkedHashSet<>()),
            filing.trashedAt()));
  }
}
