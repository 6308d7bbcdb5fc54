package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D21: whatever is done to the index alone is found, and ends when it is made anew. */
class BrokenIndexTest {
  @TempDir Path home;
  private Doctor doctor;

  @BeforeEach
  void keepSome() throws Exception {
    doctor = new Doctor(Places.usual(home), Instant::now);
    try (HistoryStore store = HistoryStore.open(home)) {
      for (int i = 0; i < 4; i++) {
        Samples.Asked asked = new Samples(new UUID(0x6100L, i * 1000L)).asked(store);
        store.finish(
            asked.ended(ReplyState.COMPLETE, new Part.Text("Harbour hasty %d.".formatted(i))),
            List.of());
      }
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE passage_words",
        "DELETE FROM passage_words_config",
        "DELETE FROM passage_words_data",
        "DELETE FROM passage_words_docsize",
        "DROP TABLE passage",
        "DROP TABLE passage_comparison",
        "DROP TABLE passage_model",
        "DROP TABLE passage_spent",
        "DROP INDEX passage_in",
      })
  void itIsMadeAnewWhateverIsMissing(String damage) throws Exception {
    sql("PRAGMA foreign_keys = OFF; " + damage);
    assertThat(doctor.examine().findings())
        .as("D21")
        .isNotEmpty()
        .extracting(Finding::kind)
        .contains(Kind.INDEX)
        .doesNotContain(Kind.DATABASE, Kind.UNREADABLE);

    doctor.rebuildIndex();

    assertThat(doctor.examine().findings()).as("D21").isEmpty();
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.search(Clock.systemUTC()).page("harb", Long.MAX_VALUE, 10).found())
          .hasSize(4);
    }
  }

  /**
   * No question fails by any of these, but ranks are wrong, and what is there is said to be gone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE passage_words_data SET block = zeroblob(length(block)) WHERE id = 1",
        "UPDATE passage_words_data SET block = x'0500' WHERE id = 1",
        "UPDATE passage_words_data SET block = x'FF' WHERE id = 1",
        "DELETE FROM passage_words_data WHERE id = 1",
        "UPDATE passage_words_data SET block = zeroblob(length(block)) WHERE id = 10",
        "UPDATE passage_words_docsize SET sz = x'01' WHERE id = (SELECT max(id) FROM passage)",
        "INSERT INTO passage_spent SELECT id FROM passage WHERE role = 'title'",
      })
  void whatItSaysOfItselfIsComparedToo(String damage) throws Exception {
    sql(damage);

    assertThat(doctor.examine().findings())
        .as("D21")
        .isNotEmpty()
        .allMatch(finding -> finding.kind() == Kind.INDEX);
    doctor.rebuildIndex();

    assertThat(doctor.examine().findings()).as("D21").isEmpty();
  }

  @Test
  void anAnswerThatIsGivenToAnotherModelIsFound() throws Exception {
    sql("UPDATE reply SET provider = 'other', model = 'else' WHERE rowid = 1");

    assertThat(doctor.examine().of(Kind.INDEX))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.sentence())
                    .contains("answers by other models than the messages: 1"));
  }

  @Test
  void aModelThatTheIndexHasWrongIsNoLossOfWords() throws Exception {
    sql(
        """
        INSERT INTO passage_model (provider, model) VALUES ('other', 'else');
        UPDATE passage SET model = (SELECT max(id) FROM passage_model) WHERE model IS NOT NULL
        """);
    assertThat(doctor.examine().canRebuildIndex()).as("D21").isTrue();

    doctor.rebuildIndex();

    assertThat(doctor.examine().findings()).as("D21").isEmpty();
  }

  /** An answer comes in while the index keeps no beginnings of three letters. */
  @Test
  void aBeginningThatFindsLessThanItsWordsIsFound() throws Exception {
    makeIndex("'2 3'", "'2'");
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = new Samples(new UUID(0x6200L, 0)).asked(store);
      store.finish(asked.complete("Harbour hasty."), List.of());
    }
    makeIndex("'2'", "'2 3'");

    assertThat(doctor.examine().of(Kind.INDEX)).as("D21").hasSize(1);
    doctor.rebuildIndex();
    assertThat(doctor.examine().findings()).as("D21").isEmpty();
  }

  /** What is only looked for is worth less than what is gone. */
  @Test
  void aSearchDoesNotMakeItAnewWhileItTellsOfWordsThatAreGone_D34() throws Exception {
    sql(
        "DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply);"
            + "UPDATE passage_words_data SET block = randomblob(length(block)) WHERE id > 10");

    try (HistoryStore store = HistoryStore.open(home)) {
      SearchStore search = store.search(Clock.systemUTC());
      assertThatThrownBy(() -> search.page("harbour", Long.MAX_VALUE, 10))
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("was not made anew");
    }

    assertThat(doctor.examine().of(Kind.LOST_WORDS)).as("still told").isNotEmpty();
  }

  /** New words are stored whatever is damaged, and what told of others is told from then on. */
  @Test
  void whereItIsMadeAnewForNewWordsTheLossIsAnAlarm_D21() throws Exception {
    sql(
        "DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply);"
            + "UPDATE passage_words_data SET block = randomblob(length(block)) WHERE id = 10");

    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = new Samples(new UUID(0x6200L, 0)).asked(store);
      store.finish(asked.complete("Harbour hasty."), List.of());
      assertThat(asked.stored(store).text()).isEqualTo("Harbour hasty.");
    }

    assertThat(doctor.alarm()).contains("only the index for searching told");
    assertThat(new Backups(Places.usual(home), Instant::now).make().wordsMissing()).isTrue();
  }

  private void makeIndex(String now, String then) throws SQLException {
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script("PRAGMA writable_schema = ON");
      db.run(
          "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'passage_words'",
          now,
          then);
      db.script("PRAGMA writable_schema = RESET");
    }
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script(script);
    }
  }
}
