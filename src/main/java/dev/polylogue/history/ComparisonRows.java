package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Title;
import dev.polylogue.conversation.TurnTree;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Comparisons: made, used, named and loaded. */
final class ComparisonRows {
  private final Db db;

  ComparisonRows(Db db) {
    this.db = db;
  }

  /** Adds a comparison with all it holds. One that is there already stays as it is (D27). */
  void add(Comparison comparison) throws SQLException {
    if (has(comparison.id())) {
      return;
    }
    List<TurnTree.Node> nodes = comparison.tree().nodes();
    Instant lastUse = nodes.isEmpty() ? comparison.createdAt() : nodes.getLast().turn().createdAt();
    db.run(
        """
        INSERT INTO comparison (id, used, created_at, updated_at, title, draft)
        VALUES (?, (SELECT coalesce(max(used), 0) + 1 FROM comparison), ?, ?, ?, ?)
        """,
        comparison.id(),
        comparison.createdAt(),
        lastUse,
        comparison.title(),
        comparison.draft());
    new PassageRows(db).titled(comparison.id());
    new TurnRows(db).add(comparison.id(), comparison.tree());
    for (Pane pane : comparison.panes()) {
      new PaneRows(db).add(comparison.id(), pane);
    }
  }

  boolean has(UUID comparison) throws SQLException {
    return db.has("SELECT 1 FROM comparison WHERE id = ?", comparison);
  }

  void require(UUID comparison) throws SQLException, HistoryException {
    if (!has(comparison)) {
      throw new HistoryException("There is no comparison %s in the history.".formatted(comparison));
    }
  }

  void rename(UUID comparison, String title) throws SQLException, HistoryException {
    require(comparison);
    PassageRows passages = new PassageRows(db);
    passages.untitle(comparison);
    db.run("UPDATE comparison SET title = ?, title_by = 'person' WHERE id = ?", title, comparison);
    passages.titled(comparison);
  }

  /** What a model calls it; a title that a person gave stays. Says whether that was so. */
  boolean entitle(UUID comparison, String title) throws SQLException {
    PassageRows passages = new PassageRows(db);
    passages.untitle(comparison);
    int changed =
        db.run(
            """
            UPDATE comparison SET title = ?, title_by = 'model'
            WHERE id = ? AND title_by <> 'person'
            """,
            title,
            comparison);
    passages.titled(comparison);
    return changed > 0;
  }

  void saveDraft(UUID comparison, String draft) throws SQLException, HistoryException {
    require(comparison);
    db.run("UPDATE comparison SET draft = ? WHERE id = ?", draft, comparison);
  }

  /**
   * Moves a comparison to the top of the list, out of the trash if need be; what the clock says
   * plays no part (D26).
   */
  void use(UUID comparison, Instant now) throws SQLException {
    db.run("UPDATE comparison SET updated_at = ? WHERE id = ?", now, comparison);
    rise(comparison);
  }

  /** One that is at the top already stays what it is: its indexes need not be written. */
  void rise(UUID comparison) throws SQLException {
    db.run(
        """
        UPDATE comparison
        SET used = (SELECT max(used) + 1 FROM comparison), trashed_at = NULL
        WHERE id = ?
          AND (trashed_at IS NOT NULL OR used < (SELECT max(used) FROM comparison))
        """,
        comparison);
  }

  /** A prompt has been sent: nothing stands in the composer. */
  void prompted(UUID comparison, Instant now) throws SQLException {
    db.run("UPDATE comparison SET draft = '', updated_at = ? WHERE id = ?", now, comparison);
  }

  /** Its first prompt names an entry. */
  void nameBy(UUID comparison, String prompt) throws SQLException {
    db.run("UPDATE comparison SET title = ? WHERE id = ?", Title.of(prompt), comparison);
  }

  /**
   * To be called before the first prompt of an entry that goes by something else so far: the prompt
   * names it then, unless somebody named it meanwhile.
   */
  void unname(UUID comparison) throws SQLException {
    String provisional =
        """
        SELECT 1 FROM comparison WHERE id = ?1 AND title <> '' AND title_by = 'words'
          AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.comparison = ?1)
        """;
    if (db.has(provisional, comparison)) {
      new PassageRows(db).untitle(comparison);
      db.run("UPDATE comparison SET title = '' WHERE id = ?", comparison);
    }
  }

  Optional<UUID> ofPane(UUID pane) throws SQLException {
    return db.first("SELECT comparison FROM pane WHERE id = ?", row -> row.id("comparison"), pane);
  }

  Optional<Comparison> load(UUID comparison, int last) throws SQLException {
    TurnRows.Stretch turns = new TurnRows(db).of(comparison, last);
    List<Pane> panes =
        new PaneRows(db).of(comparison, new AnswerRows(db).of(comparison, turns.from()));
    return db.first(
        "SELECT title, created_at, draft FROM comparison WHERE id = ?",
        row ->
            new Comparison(
                comparison,
                row.text("title"),
                row.moment("created_at"),
                panes,
                turns.tree(),
                row.text("draft")),
        comparison);
  }
}
