package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Comparison;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D19: words are kept of which neither a row nor the index for searching says where they stood. */
class UnlistedTest {
  private static final int PAGE = 4096;

  @TempDir Path home;
  private Path database;
  private Restorer restorer;
  private Samples.Asked lost;
  private Samples.Asked live;

  @BeforeEach
  void keepSome() throws Exception {
    database = home.resolve("polylogue.db");
    restorer = new Restorer(Places.usual(home), () -> Samples.NOON);
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked sound = new Samples(new UUID(0x0190_0000_0001_7000L, 0)).asked(store);
      store.finish(sound.complete("The sun warms."), List.of());
      lost = new Samples(new UUID(0x0190_0000_0002_7000L, 0)).asked(store);
      store.finish(lost.complete("The moon pulls."), List.of());
      live = new Samples(new UUID(0x0190_0000_0003_7000L, 0)).asked(store);
      store.append(live.words("Half a wave"));
    }
  }

  @Test
  void aPromptAndItsAnswerWithoutOwnersAreGatheredAndCounted() throws Exception {
    damage(
        "DELETE FROM comparison WHERE id = '%s'".formatted(lost.comparison().id()),
        "DELETE FROM pane WHERE id = '%s'".formatted(lost.pane()),
        "DELETE FROM turn WHERE id = '%s'".formatted(lost.turn().id()),
        "DELETE FROM reply WHERE id = '%s'".formatted(lost.reply().id()),
        "DELETE FROM passage WHERE message IN ('%s', '%s')"
            .formatted(lost.turn().id(), lost.reply().id()));

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.losses().guessed()).containsEntry(Guess.WORDS, 2);
    assertThat(Guess.WORDS.sentence(2)).contains("gathered in a comparison of their own: 2.");
    assertThat(saved.losses().messages()).isEmpty();
    Comparison gathered = holding("The moon pulls.");
    assertThat(gathered.id()).isNotEqualTo(lost.comparison().id());
    assertThat(gathered.tree().path())
        .singleElement()
        .satisfies(turn -> assertThat(turn.id()).isEqualTo(lost.turn().id()));
    assertSound();
  }

  @Test
  void anAnswerIsNotGivenToAPromptThatHasItsOwn() throws Exception {
    damage(
        "DELETE FROM turn WHERE id = '%s'".formatted(lost.turn().id()),
        "DELETE FROM pane WHERE comparison = '%s'".formatted(lost.comparison().id()),
        "DELETE FROM comparison WHERE id = '%s'".formatted(lost.comparison().id()),
        "DELETE FROM reply WHERE id IN ('%s', '%s')"
            .formatted(lost.reply().id(), live.reply().id()),
        "DELETE FROM passage");

    assertThat(restorer.salvage().losses().guessed()).containsEntry(Guess.WORDS, 3);

    Comparison gathered = holding("Half a wave");
    assertThat(gathered.id()).as("words of the journal").isNotEqualTo(live.comparison().id());
    assertThat(gathered.tree().path()).hasSize(2);
    assertThat(holding("The moon pulls.").id()).isEqualTo(gathered.id());
    assertSound();
  }

  @Test
  void anAnswerWhosePaneAndPromptAreLostStaysWithItsPrompt() throws Exception {
    damage(
        "DELETE FROM comparison WHERE id = '%s'".formatted(lost.comparison().id()),
        "DELETE FROM pane WHERE id = '%s'".formatted(lost.pane()),
        "DELETE FROM turn WHERE id = '%s'".formatted(lost.turn().id()),
        "DELETE FROM passage");

    assertThat(restorer.salvage().losses().guessed()).containsEntry(Guess.WORDS, 2);

    assertThat(holding("The moon pulls.").tree().path())
        .singleElement()
        .satisfies(turn -> assertThat(turn.id()).isEqualTo(lost.turn().id()));
    assertSound();
  }

  @Test
  void aModelThatTheIndexDoesNotNameCostsNoWords() throws Exception {
    damage(
        "DELETE FROM reply WHERE id = '%s'".formatted(lost.reply().id()),
        "DELETE FROM passage_model");

    assertThat(restorer.salvage().losses().guessed())
        .containsExactlyInAnyOrderEntriesOf(Map.of(Guess.FIGURES, 1));

    assertThat(holding("The moon pulls.").id()).isEqualTo(lost.comparison().id());
    assertSound();
  }

  /** Both tables of parts are read from their pages, on which they look the same. */
  @Test
  void wordsOfPagesWithoutAWayToThemAreKeptOnce() throws Exception {
    for (String table : List.of("turn", "reply", "passage", "turn_part", "reply_part")) {
      loseFirstPageOf(table);
    }

    restorer.salvage();

    try (HistoryStore store = HistoryStore.open(home)) {
      for (String words : List.of("Explain tides", "moon pulls", "sun warms", "half a wave")) {
        assertThat(store.search(Clock.systemUTC()).page(words, Long.MAX_VALUE, 9).found())
            .as(words)
            .isNotEmpty();
      }
    }
    assertSound();
  }

  private void loseFirstPageOf(String table) throws Exception {
    long begin = (Damage.root(database, table) - 1) * PAGE;
    // Only what tells that it is one of rows, and how many.
    Damage.garbage(database, begin + 1, begin + 3);
  }

  private void damage(String... statements) throws Exception {
    try (Db db = Connections.writing(database, 50)) {
      db.script("PRAGMA foreign_keys = OFF");
      for (String statement : statements) {
        db.run(statement);
      }
    }
  }

  private Comparison holding(String words) throws Exception {
    try (HistoryStore store = HistoryStore.open(home)) {
      for (var entry : store.list(99, 0)) {
        Comparison comparison = store.load(entry.id()).orElseThrow();
        if (comparison.panes().stream()
            .flatMap(pane -> pane.answers().stream())
            .flatMap(answer -> answer.alternatives().stream())
            .anyMatch(reply -> reply.text().equals(words))) {
          return comparison;
        }
      }
    }
    throw new AssertionError("nobody says " + words);
  }

  private void assertSound() throws Exception {
    assertThat(new Doctor(Places.usual(home), () -> Samples.NOON).examine().findings()).isEmpty();
  }
}
