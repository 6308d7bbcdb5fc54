package dev.polylogue.history;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/** The tags of comparisons. */
final class TagRows {
  private final Db db;

  TagRows(Db db) {
    this.db = db;
  }

  SequencedSet<String> of(UUID comparison) throws SQLException {
    return new LinkedHashSet<>(
        db.list(
            "SELECT tag FROM comparison_tag WHERE comparison = ? ORDER BY tag",
            row -> row.text("tag"),
            comparison));
  }

  SequencedSet<String> all() throws SQLException {
    return new LinkedHashSet<>(
        db.list("SELECT DISTINCT tag FROM comparison_tag ORDER BY tag", row -> row.text("tag")));
  }

  /** Of those comparisons that were voted on. */
  Map<UUID, Set<String>> byComparison() throws SQLException {
    Map<UUID, Set<String>> tags = new HashMap<>();
    db.each(
        "SELECT comparison, tag FROM comparison_tag WHERE comparison IN (SELECT comparison FROM vote)",
        row ->
            tags.computeIfAbsent(row.id("comparison"), id -> new HashSet<>()).add(row.text("tag")));
    return tags;
  }

  void add(UUID comparison, String tag) throws SQLException {
    db.run("INSERT OR IGNORE INTO comparison_tag (comparison, tag) VALUES (?, ?)", comparison, tag);
  }

  void remove(UUID comparison, String tag) throws SQLException {
    db.run("DELETE FROM comparison_tag WHERE comparison = ? AND tag = ?", comparison, tag);
  }
}
