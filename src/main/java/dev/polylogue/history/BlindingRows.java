package dev.polylogue.history;

import dev.polylogue.vote.Blinding;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which comparisons have their models hidden, and how. */
final class BlindingRows {
  private final Db db;

  BlindingRows(Db db) {
    this.db = db;
  }

  Optional<Blinding> of(UUID comparison) throws SQLException {
    return db.first(
        "SELECT * FROM blinding WHERE comparison = ?",
        row -> {
          Long seed = row.longOrNull("seed");
          String after = row.textOrNull("after_turn");
          return new Blinding(
              seed == null ? 0 : seed,
              after == null ? null : UUID.fromString(after),
              row.flag("hold"),
              row.flag("revealed"));
        },
        comparison);
  }

  void set(UUID comparison, @Nullable Blinding blinding) throws SQLException {
    db.run("DELETE FROM blinding WHERE comparison = ?", comparison);
    if (blinding != null) {
      db.run(
          "INSERT INTO blinding (comparison, seed, after_turn, hold, revealed) VALUES (?, ?, ?, ?, ?)",
          comparison,
          blinding.seed(),
          blinding.after(),
          blinding.hold(),
          blinding.revealed());
    }
  }
}
