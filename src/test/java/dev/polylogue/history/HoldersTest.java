package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D19: words whose prompt or answer lost its own row are shown again where they stood. */
class HoldersTest {
  @TempDir Path temp;
  private Places places;
  private List<String> before;

  @BeforeEach
  void keepATalk() throws Exception {
    places = Places.usual(temp.resolve("home"));
    Samples samples = new Samples();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      Samples.Asked first = samples.asked(store);
      store.finish(first.complete("The moon."), List.of());
      for (String words : List.of("And the second?", "And the third?", "And the fourth?")) {
        Turn turn = samples.turn(words);
        store.beginTurn(first.comparison().id(), turn, Map.of());
      }
    }
    before = said();
    assertThat(before).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM turn WHERE rowid = 1",
        "DELETE FROM turn WHERE rowid = 2",
        "DELETE FROM turn WHERE rowid = 3",
        "DELETE FROM turn WHERE rowid IN (2, 3)",
        "DELETE FROM turn WHERE rowid IN (3, 4)",
        "DELETE FROM turn",
        "DELETE FROM reply",
        "DELETE FROM reply; DELETE FROM turn",
        "DELETE FROM reply; DELETE FROM turn; DELETE FROM pane; DELETE FROM comparison"
      })
  void whatTheyHungOnIsMadeAnew(String damage) throws Exception {
    sql("PRAGMA foreign_keys = OFF; " + damage);

    Restorer.Restored saved = new Restorer(places, () -> Samples.NOON).salvage();

    assertThat(saved.losses().messages()).isEmpty();
    assertThat(said()).as("in the order in which it was said").isEqualTo(before);
    assertThat(new Doctor(places, () -> Samples.NOON).examine().findings()).isEmpty();
  }

  private List<String> said() throws SQLException {
    try (Db db = Connections.reading(places.folder().resolve("polylogue.db"), 50)) {
      return db.list(
          "SELECT role || ' ' || text AS said FROM messages WHERE in_use ORDER BY comparison, turn, role DESC",
          row -> row.text("said"));
    }
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script(script);
    }
  }
}
