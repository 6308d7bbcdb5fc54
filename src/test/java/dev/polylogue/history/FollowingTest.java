package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D19: a prompt that lost its own row stands where it stood, or is said to be guessed. */
class FollowingTest {
  @TempDir Path home;
  private Path database;
  private Restorer restorer;
  private UUID comparison;
  private List<String> before;
  private Turn original;
  private Turn edited;

  /** Two wordings of a beginning; after the one that is shown, two of what follows. */
  @BeforeEach
  void keepATree() throws Exception {
    database = home.resolve("polylogue.db");
    restorer = new Restorer(Places.usual(home), () -> Samples.NOON);
    Samples samples = new Samples();
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = samples.asked(store);
      comparison = asked.comparison().id();
      Turn first = asked.turn();
      store.finish(asked.complete("The moon."), List.of());
      Turn other = samples.turn("Explain waves.");
      store.beginBranch(comparison, first.id(), other, Map.of());
      show(store, first, other);
      original = samples.turn("And then?");
      store.beginTurn(comparison, original, Map.of());
      edited = samples.turn("And after that?");
      store.beginBranch(comparison, original.id(), edited, Map.of());
      show(store, other, first);
      store.beginTurn(comparison, samples.turn("Which waves?"), Map.of());
      show(store, first, other);
    }
    before = turns();
    assertThat(before).hasSize(5);
  }

  private static void show(HistoryStore store, Turn shown, Turn hidden) throws HistoryException {
    store
        .database()
        .write(
            db -> {
              db.run("UPDATE turn SET active = 0 WHERE id = ?", hidden.id());
              db.run("UPDATE turn SET active = 1 WHERE id = ?", shown.id());
            });
  }

  @Test
  void aBranchThatIsGoneComesBackOnTheThreadThatIsShown() throws Exception {
    sql("DELETE FROM turn WHERE id = '%s'".formatted(edited.id()));

    Restorer.Restored saved = restorer.salvage();

    assertThat(turns()).isEqualTo(before);
    assertThat(saved.losses().guessed()).isEqualTo(Map.of(Guess.PROMPTS, 1, Guess.THREADS, 1));
  }

  @Test
  void aWordingThatWasPutAsideStaysAsideAndTheThreadStays() throws Exception {
    sql("DELETE FROM turn WHERE id = '%s'".formatted(original.id()));

    restorer.salvage();

    assertThat(turns()).isEqualTo(before);
  }

  @Test
  void ofATableThatIsLostTheIndexesAndTheOrderTellTheTree() throws Exception {
    Damage.trees(database, "turn");

    Restorer.Restored saved = restorer.salvage();

    assertThat(shown(turns())).isEqualTo(shown(before));
    assertThat(turns()).contains(before.get(2));
    assertThat(saved.losses().guessed()).isEqualTo(Map.of(Guess.PROMPTS, 5, Guess.THREADS, 2));
    assertThat(Guess.THREADS.sentence(2)).contains("what they followed");
  }

  private static List<String> shown(List<String> turns) {
    return turns.stream().filter(turn -> turn.endsWith(" shown")).toList();
  }

  private List<String> turns() throws Exception {
    try (Db db = Connections.reading(database, 50)) {
      return db.list(
          """
          SELECT position || ' ' || id || ' after ' || coalesce(parent, 'nothing')
              || iif(active, ' shown', '') AS said
          FROM turn WHERE comparison = ? ORDER BY position
          """,
          row -> row.text("said"),
          comparison);
    }
  }

  private void sql(String script) throws Exception {
    try (Db db = Connections.writing(database, 50)) {
      db.script("PRAGMA foreign_keys = OFF; " + script);
    }
  }
}
