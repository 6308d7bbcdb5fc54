package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows anew that others hang on, where they are lost: of what the indexes on their table
 * still tell, and of what hangs on them. What could only be guessed stands in {@code temp.guessed}
 * until it is counted. In a transaction of the salvaged history, with foreign keys off and with
 * what the index lists.
 */
final class Remaking {
  private static final String ASKED =
      "message = ?1 OR message IN (SELECT id FROM reply WHERE turn = ?1)";

  private final Db damaged;
  private final Db db;
  private final Instant now;
  private final Following following;

  Remaking(Db damaged, Db db, Instant now) {
    this.damaged = damaged;
    this.db = db;
    this.now = now;
    this.following = new Following(db);
  }

  /**
   * @param tables those of which something could not be read
   */
  void all(Set<String> tables) throws SQLException {
    db.script("CREATE TEMP TABLE guessed (guess TEXT, id TEXT, PRIMARY KEY (guess, id))");
    for (String table : List.of("comparison", "pane", "turn", "reply")) {
      if (tables.contains(table)) {
        for (Map<String, @Nullable Object> row : IndexedRows.missing(damaged, db, table)) {
          insert(table, row);
        }
      }
    }
    Unlisted unlisted = new Unlisted(db, UUID.randomUUID().toString());
    unlisted.list();
    new Holders(db, this::insert).make();
    following.settle();
    live();
    comparisons();
    panes();
    strangers();
    unlisted.note();
    models();
    times();
    db.run("UPDATE pane SET place_turn = NULL WHERE place_turn NOT IN (SELECT id FROM turn)");
    new Choosing(db).all();
  }

  private void insert(String table, Map<String, @Nullable Object> told) throws SQLException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(blank(table));
    row.putAll(told);
    if (row.containsKey("parent") && "".equals(row.get("parent"))) {
      row.put("parent", null);
    }
    if (!row.keySet().containsAll(owners(table))
        || !Meaning.IDENTIFIER.fits(String.valueOf(row.get("id")))) {
      return;
    }
    int made =
        db.run(
            "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", row.keySet()),
                    String.join(", ", row.keySet().stream().map(column -> "?").toList())),
            row.values().toArray());
    if (made > 0) {
      guess(table, String.valueOf(row.get("id")), told.keySet());
      if (table.equals("turn") && !told.containsKey("parent")) {
        following.add(String.valueOf(row.get("id")), told.containsKey("active"));
      }
    }
  }

  /** Without whom a row hangs on nothing. */
  private static Set<String> owners(String table) {
    return switch (table) {
      case "reply" -> Set.of("pane", "turn", "ordinal");
      case "comparison" -> Set.of("used");
      default -> Set.of("comparison", "position");
    };
  }

  /** What is not told has no value yet, or that which most have. */
  private static Map<String, Object> blank(String table) {
    return switch (table) {
      case "comparison" ->
          Map.of("created_at", "", "updated_at", "", "title", Naming.SALVAGED, "draft", "");
      case "pane" ->
          Map.of("provider", "", "model", "", "in_sync", 1, "closed", 0, "parameters", "{}");
      case "turn" -> Map.of("active", 0, "created_at", "");
      default -> Map.of("active", 0, "provider", "", "model", "", "state", "complete");
    };
  }

  private void guess(String table, String id, Collection<String> told) throws SQLException {
    switch (table) {
      case "comparison" -> {
        guess(Guess.TITLES, id);
        guess(Guess.DATES, id);
        if (!told.contains("kind") && !told.contains("trashed_at")) {
          guess(Guess.PLACES, id);
        }
      }
      case "pane" -> guess(Guess.SETTINGS, id);
      case "turn" -> guess(Guess.PROMPTS, id);
      default -> guess(Guess.FIGURES, id);
    }
  }

  private void guess(Guess guess, String id) throws SQLException {
    db.run("INSERT OR IGNORE INTO temp.guessed VALUES (?, ?)", guess.word(), id);
  }

  /** How much of what is there now was guessed. */
  static Map<Guess, Integer> guessed(Db db) throws SQLException {
    Map<Guess, Integer> counts = new EnumMap<>(Guess.class);
    for (Guess guess : Guess.values()) {
      int count =
          db.first(
                  """
                  SELECT count(*) AS n FROM temp.guessed WHERE guess = ? AND id IN (
                    SELECT id FROM comparison UNION ALL SELECT id FROM pane
                    UNION ALL SELECT id FROM turn UNION ALL SELECT id FROM reply)
                  """,
                  row -> row.number("n"),
                  guess.word())
              .orElse(0);
      if (count > 0) {
        counts.put(guess, count);
      }
    }
    return counts;
  }

  /** Those with words in the journal, which the next start makes parts of. */
  private void live() throws SQLException {
    db.run(
        """
        UPDATE reply SET state = 'streaming' WHERE id IN (SELECT reply FROM reply_words)
          AND id IN (SELECT id FROM temp.guessed WHERE guess = ?)
        """,
        Guess.FIGURES.word());
  }

  private record Lost(String id, String owner) {
    static Lost read(Row row) throws SQLException {
      return new Lost(row.text("id"), row.text("owner"));
    }
  }

  private void comparisons() throws SQLException {
    long used =
        db.first("SELECT coalesce(max(used), 0) AS used FROM comparison", row -> row.whole("used"))
            .orElse(0L);
    for (String id :
        db.list(
            """
            SELECT DISTINCT owner.comparison AS id
            FROM (SELECT comparison FROM turn UNION SELECT comparison FROM pane) AS owner
            WHERE NOT EXISTS (SELECT 1 FROM comparison WHERE comparison.id = owner.comparison)
            ORDER BY owner.comparison
            """,
            row -> row.text("id"))) {
      insert("comparison", Map.of("id", id, "used", ++used));
    }
    if (Contents.tables(db).contains("photo")) {
      db.run(
          "UPDATE comparison SET kind = 'photo' WHERE id IN (SELECT comparison FROM photo)"
              + " AND id IN (SELECT id FROM temp.guessed)");
    }
  }

  private void panes() throws SQLException {
    for (Lost lost :
        db.list(
            """
            SELECT reply.pane AS id, min(turn.comparison) AS owner
            FROM reply JOIN turn ON turn.id = reply.turn
            WHERE NOT EXISTS (SELECT 1 FROM pane WHERE pane.id = reply.pane)
            GROUP BY reply.pane ORDER BY min(reply.rowid)
            """,
            Lost::read)) {
      insert("pane", Map.of("id", lost.id, "comparison", lost.owner, "position", next(lost.owner)));
    }
  }

  /** What is said to be in two comparisons: the prompt is right, and a pane is made beside it. */
  private void strangers() throws SQLException {
    for (Lost stray :
        db.list(
            """
            SELECT DISTINCT reply.pane AS id, turn.comparison AS owner
            FROM reply JOIN turn ON turn.id = reply.turn JOIN pane ON pane.id = reply.pane
            WHERE pane.comparison <> turn.comparison
            """,
            Lost::read)) {
      String pane = UUID.randomUUID().toString();
      insert("pane", Map.of("id", pane, "comparison", stray.owner, "position", next(stray.owner)));
      db.run(
          "UPDATE reply SET pane = ? WHERE pane = ?"
              + " AND turn IN (SELECT id FROM turn WHERE comparison = ?)",
          pane,
          stray.id,
          stray.owner);
    }
    db.run(
        """
        UPDATE turn SET parent = NULL, active = 0
        WHERE comparison <> (SELECT before.comparison FROM turn AS before WHERE before.id = turn.parent)
        """);
  }

  private long next(String comparison) throws SQLException {
    return db.first(
            "SELECT coalesce(max(position) + 1, 0) AS next FROM pane WHERE comparison = ?",
            row -> row.whole("next"),
            comparison)
        .orElse(0L);
  }

  /** The index names who answered; a pane goes on with the model that answered last in it. */
  private void models() throws SQLException {
    db.run(
        """
        UPDATE reply SET provider = listed.provider, model = listed.model
        FROM temp.listed
        WHERE listed.message = reply.id AND reply.provider = '' AND listed.provider IS NOT NULL
        """);
    db.run(
        """
        UPDATE pane SET (provider, model) = (
          SELECT provider, model FROM reply WHERE reply.pane = pane.id AND provider <> ''
          ORDER BY reply.rowid DESC LIMIT 1)
        WHERE provider = ''
          AND EXISTS (SELECT 1 FROM reply WHERE reply.pane = pane.id AND provider <> '')
        """);
    db.run(
        """
        UPDATE reply SET provider = pane.provider, model = pane.model
        FROM pane WHERE pane.id = reply.pane AND reply.provider = ''
        """);
    db.run("DELETE FROM pane WHERE provider = '' AND id NOT IN (SELECT pane FROM reply)");
    for (String table : List.of("pane", "reply")) {
      db.run(
          "UPDATE %s SET provider = 'unknown', model = 'unknown' WHERE provider = ''"
              .formatted(table));
    }
  }

  private void times() throws SQLException {
    for (UUID turn :
        db.list(
            "SELECT id FROM turn WHERE created_at = '' ORDER BY position", row -> row.id("id"))) {
      db.run("UPDATE turn SET created_at = ? WHERE id = ?", listed(turn, ASKED), turn);
    }
    db.run(
        """
        UPDATE turn SET created_at = coalesce(
          (SELECT other.created_at FROM turn AS other
           WHERE other.comparison = turn.comparison AND other.created_at <> ''
           ORDER BY abs(other.position - turn.position) LIMIT 1),
          (SELECT comparison.created_at FROM comparison
           WHERE comparison.id = turn.comparison AND comparison.created_at <> ''), ?)
        WHERE created_at = ''
        """,
        now);
    for (UUID comparison :
        db.list("SELECT id FROM comparison WHERE created_at = ''", row -> row.id("id"))) {
      String known = listed(comparison, "comparison = ?");
      db.run(
          """
          UPDATE comparison SET
            created_at = coalesce((SELECT turn.created_at FROM turn
              WHERE turn.comparison = comparison.id ORDER BY position LIMIT 1), ?2),
            updated_at = coalesce((SELECT turn.created_at FROM turn
              WHERE turn.comparison = comparison.id ORDER BY position DESC LIMIT 1), ?2)
          WHERE id = ?1
          """,
          comparison,
          known.isEmpty() ? now.toString() : known);
    }
  }

  /** To the hour; {@code ""} where nothing is known. */
  private String listed(UUID id, String which) throws SQLException {
    return db.first(
            "SELECT number FROM temp.listed WHERE %s ORDER BY number LIMIT 1".formatted(which),
            row -> row.whole("number"),
            id)
        .flatMap(PassageNumbers::hour)
        .map(Instant::toString)
        .orElse("");
  }
}
