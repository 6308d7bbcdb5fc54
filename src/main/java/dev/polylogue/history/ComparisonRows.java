package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.TurnTree;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Comparisons: made, used, listed and loaded. */
final class ComparisonRows {
  static final String LIST =
      """
      SELECT id, title, created_at, updated_at,
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
      FROM comparison ORDER BY used DESC LIMIT ? OFFSET ?
      """;

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
    db.run("UPDATE comparison SET title = ? WHERE id = ?", title, comparison);
  }

  void saveDraft(UUID comparison, String draft) throws SQLException, HistoryException {
    require(comparison);
    db.run("UPDATE comparison SET draft = ? WHERE id = ?", draft, comparison);
  }

  /** Moves a comparison to the top of the list; what the clock says plays no part (D26). */
  void use(UUID comparison, Instant now) throws SQLException {
    db.run(
        """
        UPDATE comparison
        SET updated_at = ?, used = (SELECT max(used) + 1 FROM comparison)
        WHERE id = ?
        """,
        now,
        comparison);
  }

  /** The prompt has been sent: nothing stands in the composer, and an unnamed entry has a name. */
  void prompted(UUID comparison, String prompt) throws SQLException {
    db.run(
        """
        UPDATE comparison
        SET draft = '', title = CASE WHEN title = '' THEN ? ELSE title END
        WHERE id = ?
        """,
        Title.of(prompt),
        comparison);
  }

  Optional<UUID> ofPane(UUID pane) throws SQLException {
    return db.first("SELECT comparison FROM pane WHERE id = ?", row -> row.id("comparison"), pane);
  }

  /** One page of the list; reads no message. */
  List<ComparisonEntry> list(int limit, int offset) throws SQLException {
    Map<UUID, List<ModelRef>> models = new PaneRows(db).modelsOfPage(limit, offset);
    return db.list(
        LIST,
        row -> {
          UUID id = row.id("id");
          return new ComparisonEntry(
              id,
              row.text("title"),
              row.moment("created_at"),
              row.moment("updated_at"),
              models.getOrDefault(id, List.of()),
              row.number("turns"));
        },
        limit,
        offset);
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
