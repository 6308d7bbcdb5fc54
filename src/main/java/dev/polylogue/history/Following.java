package dev.polylogue.history;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that were made anew, and of which it is lost what they followed. Each is put after the
 * nearest earlier one that is shown, beside whatever is shown after that. In a transaction of the
 * salvaged history.
 */
final class Following {
  /** The path that is shown, as far as it was made before. */
  private static final String SHOWN =
      """
      WITH RECURSIVE shown (id, position) AS (
        SELECT id, position FROM turn
        WHERE comparison = ?1 AND active = 1 AND coalesce(parent, '') = '' AND position < ?2
        UNION ALL
        SELECT turn.id, turn.position FROM shown JOIN turn ON turn.comparison = ?1
          AND turn.active = 1 AND coalesce(turn.parent, '') = shown.id
        WHERE turn.position < ?2)
      SELECT id FROM shown ORDER BY position DESC
      """;

  private static final String IN_USE =
      "SELECT 1 FROM turn WHERE comparison = ? AND active = 1 AND coalesce(parent, '') = ?";

  private final Db db;
  private final Map<String, Boolean> outOfUse = new LinkedHashMap<>();

  Following(Db db) {
    this.db = db;
  }

  /**
   * @param isOutOfUse whether it is known that another wording was in use
   */
  void add(String turn, boolean isOutOfUse) {
    outOfUse.put(turn, isOutOfUse);
  }

  private record Place(String id, String comparison, long position) {
    static Place read(Row row) throws SQLException {
      return new Place(row.text("id"), row.text("comparison"), row.whole("position"));
    }
  }

  /** Those that come first first, so that others may follow them. */
  void settle() throws SQLException {
    for (Place place :
        db.list("SELECT id, comparison, position FROM turn ORDER BY position", Place::read)) {
      if (outOfUse.containsKey(place.id)) {
        settle(place);
      }
    }
  }

  private void settle(Place place) throws SQLException {
    boolean isBeside = outOfUse.getOrDefault(place.id, false);
    String parent = isBeside ? besideOne(place) : last(place);
    boolean isFree = !db.has(IN_USE, place.comparison, parent == null ? "" : parent);
    db.run(
        "UPDATE turn SET parent = ?, active = ? WHERE id = ?",
        parent,
        isFree && !isBeside ? 1 : 0,
        place.id);
    if (place.position > 0) {
      db.run("INSERT OR IGNORE INTO temp.guessed VALUES (?, ?)", Guess.THREADS.word(), place.id);
    }
  }

  private @Nullable String last(Place place) throws SQLException {
    return db.first(SHOWN, row -> row.text("id"), place.comparison, place.position).orElse(null);
  }

  /** Where there is one in use, there may be another wording of it. */
  private @Nullable String besideOne(Place place) throws SQLException {
    List<String> shown = db.list(SHOWN, row -> row.text("id"), place.comparison, place.position);
    for (String id : shown) {
      if (db.has(IN_USE, place.comparison, id)) {
        return id;
      }
    }
    return null;
  }
}
