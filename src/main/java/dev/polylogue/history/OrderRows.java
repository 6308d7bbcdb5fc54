package dev.polylogue.history;

import dev.polylogue.conversation.ComparisonKind;
import dev.polylogue.conversation.Drawers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where comparisons were put. */
final class OrderRows {
  private static final String THESE = "WHERE id IN (SELECT value FROM json_each(?))";

  private final Db db;

  OrderRows(Db db) {
    this.db = db;
  }

  void pin(Collection<UUID> comparisons, boolean pinned) throws SQLException {
    db.run("UPDATE comparison SET pinned = ? " + THESE, pinned, Db.array(comparisons));
  }

  void file(Collection<UUID> comparisons, String folder) throws SQLException {
    db.run("UPDATE comparison SET folder = ? " + THESE, folder, Db.array(comparisons));
  }

  void renameFolder(ComparisonKind kind, String folder, String name) throws SQLException {
    db.run(
        "UPDATE comparison SET folder = ? WHERE folder = ? AND kind = ?",
        name,
        folder,
        kind.word());
  }

  void tag(Collection<UUID> comparisons, String tag) throws SQLException {
    db.run(
        "INSERT OR IGNORE INTO comparison_tag (comparison, tag) SELECT id, ? FROM comparison "
            + THESE,
        tag,
        Db.array(comparisons));
  }

  void untag(Collection<UUID> comparisons, String tag) throws SQLException {
    db.run(
        "DELETE FROM comparison_tag WHERE tag = ?"
            + " AND comparison IN (SELECT value FROM json_each(?))",
        tag,
        Db.array(comparisons));
  }

  void trash(Collection<UUID> comparisons, Instant now) throws SQLException {
    db.run(
        "UPDATE comparison SET trashed_at = ? " + THESE + " AND trashed_at IS NULL",
        now,
        Db.array(comparisons));
  }

  void restore(Collection<UUID> comparisons) throws SQLException {
    db.run("UPDATE comparison SET trashed_at = NULL " + THESE, Db.array(comparisons));
  }

  List<UUID> trashedBefore(Instant moment, int most) throws SQLException {
    return db.list(
        """
        SELECT id FROM comparison WHERE trashed_at < ?
          AND NOT EXISTS (SELECT 1 FROM pane JOIN reply ON reply.pane = pane.id
            WHERE pane.comparison = comparison.id AND %s)
        ORDER BY trashed_at LIMIT ?
        """
            .formatted(ReplyRows.LIVE),
        row -> row.id("id"),
        moment,
        most);
  }

  List<UUID> trashed(ComparisonKind kind) throws SQLException {
    return db.list(
        "SELECT id FROM comparison WHERE trashed_at IS NOT NULL AND kind = ?",
        row -> row.id("id"),
        kind.word());
  }

  Drawers drawers(ComparisonKind kind) throws SQLException {
    String word = kind.word();
    return new Drawers(
        count("SELECT count(*) AS n FROM comparison WHERE trashed_at IS NULL AND kind = ?", word),
        db.list(
            """
            SELECT folder, count(*) AS n FROM comparison
            WHERE trashed_at IS NULL AND folder <> '' AND kind = ?
            GROUP BY folder ORDER BY folder COLLATE NOCASE
            """,
            row -> new Drawers.Label(row.text("folder"), row.number("n")),
            word),
        tags(kind),
        count(
            "SELECT count(*) AS n FROM comparison WHERE trashed_at IS NOT NULL AND kind = ?",
            word));
  }

  /**
   * Counts every tag where it stands, in an index, and takes off those that are not in the list:
   * there are few of them, while to look up all the others would take long.
   */
  private List<Drawers.Label> tags(ComparisonKind kind) throws SQLException {
    List<String> others =
        Stream.of(ComparisonKind.values())
            .filter(other -> other != kind)
            .map(other -> "'" + other.word() + "'")
            .toList();
    return db.list(
        """
        WITH elsewhere (tag, n) AS (
          SELECT tag, count(*)
          FROM (
            SELECT id FROM comparison WHERE trashed_at IS NOT NULL
            UNION ALL
            SELECT id FROM comparison WHERE trashed_at IS NULL AND kind IN (%s)
          ) AS missing CROSS JOIN comparison_tag ON comparison_tag.comparison = missing.id
          GROUP BY tag)
        SELECT tag, count(*)
          - coalesce((SELECT n FROM elsewhere WHERE elsewhere.tag = comparison_tag.tag), 0) AS n
        FROM comparison_tag GROUP BY tag HAVING n > 0 ORDER BY tag
        """
            .formatted(String.join(", ", others)),
        row -> new Drawers.Label(row.text("tag"), row.number("n")));
  }

  boolean isListed(UUID comparison) throws SQLException {
    return db.has("SELECT 1 FROM comparison WHERE id = ? AND trashed_at IS NULL", comparison);
  }

  private int count(String sql, String kind) throws SQLException {
    return db.first(sql, row -> row.number("n"), kind).orElse(0);
  }
}
