package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.history.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are whole may hold what is not what it was, or makes no sense (D34). */
class ContentCheckTest {
  private static final String FULL = "“word title”";

  @TempDir Path temp;
  private Places places;
  private Doctor doctor;

  @BeforeEach
  void keepSomethingOfEverything() throws HistoryException {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, Instant::now);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      FullComparison full = new FullComparison(store, new Samples(), "word");
      full.live();
    }
    HistoryStore.open(places.folder()).close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE comparison SET title = 'tampered'   | LOST_WORDS | 1 differ, the first in “tampered”
          UPDATE turn_part SET text = 'Other words'  | LOST_WORDS | 2 differ, the first in FULL
          UPDATE reply_part SET text = 'word answer' | LOST_WORDS | differ, the first in FULL
          UPDATE passage SET model = 3 - model       | INDEX      | answers by other models than the messages: 6, the first in FULL
          UPDATE passage SET message = 'x' WHERE role = 'user' | LOST_WORDS | say nothing any more: 2, the first in FULL
          DELETE FROM reply_part                     | LOST_WORDS | say nothing any more: 11, the first in FULL
          UPDATE turn SET created_at = 'yesterday'   | DATE | Rows of turn whose created_at can't be read: 2
          UPDATE comparison SET updated_at = ''      | DATE | Rows of comparison whose updated_at
          UPDATE pane SET parameters = '{broken'     | UNREADABLE | Rows of pane whose parameters can't be read: 2
          UPDATE pane SET parameters = '{broken'     | UNREADABLE | Something in FULL can't be read
          UPDATE exchange SET request_headers = '{'  | UNREADABLE | Rows of exchange whose request_headers
          UPDATE exchange SET request_body = x'0011' | UNREADABLE | What went over the wire for an answer in FULL
          UPDATE turn_part SET blob = 'x' WHERE kind = 'picture' | UNREADABLE | Rows of turn_part whose blob
          UPDATE vote_reply SET winner = 0           | UNREADABLE | Something in FULL can't be read
          UPDATE comparison SET id = replace(id, '-', 'z') | UNREADABLE | Rows of comparison whose id can't be read: 1
          UPDATE turn SET id = 'z' WHERE position = 0 | UNREADABLE | Rows of turn whose id can't be read: 1
          UPDATE reply SET id = replace(id, '-', 'z') | UNREADABLE | Rows of reply whose id can't be read
          """)
  void valuesThatAreNotWhatTheyWere(String damage, Kind kind, String sentence) throws Exception {
    assertFound(damage, kind, sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE reply SET first_token = 9; DELETE FROM reply_part | An answer in FULL that was complete says nothing
          DELETE FROM vote_reply                                   | A vote in FULL is about no answer
          UPDATE comparison SET kind = 'photo'; DELETE FROM photo  | Which photo was edited in FULL is not known
          UPDATE comparison SET kind = 'photo'                     | What was edited in a step of FULL is not known
          """)
  void partsThatAreGone(String damage, String sentence) throws Exception {
    assertFound(damage, Kind.UNREACHABLE_ROW, sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE reply_part    | The table reply_part is missing
          CREATE TRIGGER own AFTER INSERT ON turn BEGIN DELETE FROM turn; END | The trigger own changes
          """)
  void aSchemaThatIsNotThatOfItsVersion(String damage, String sentence) throws Exception {
    assertFound(damage, Kind.UNREADABLE, sentence);
  }

  /** All that is needed for them is in the program. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP VIEW metrics        | The view metrics is missing
          DROP INDEX reply_live    | The index reply_live is missing
          DROP INDEX turn_in_use   | The index turn_in_use is missing
          DROP VIEW messages; CREATE VIEW messages AS SELECT 1 | The view messages is not as Polylogue made it
          DROP INDEX reply_live; CREATE INDEX reply_live ON turn (id) | The index reply_live is not as Polylogue made it
          """)
  void viewsAndIndexesAreMadeAnew(String damage, String sentence) throws Exception {
    assertFound(damage, Kind.SCHEMA, sentence);

    doctor.mendSchema();

    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void anIndexThatRowsContradictIsNotMadeAndNothingIsChanged() throws Exception {
    sql("DROP VIEW metrics; DROP INDEX reply_in_use; UPDATE reply SET active = 1");

    assertThatThrownBy(doctor::mendSchema)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("The index reply_in_use can't be made anew, because rows contradict");

    assertThat(doctor.examine().of(Kind.SCHEMA)).hasSize(2);
  }

  @Test
  void anIndexOfATableThatIsGoneIsLeftOut() throws Exception {
    sql(
        "PRAGMA foreign_keys = OFF; DROP TABLE picture_mark; DROP TABLE reply_part; DROP INDEX vote_on");

    doctor.mendSchema();

    assertThat(doctor.examine().of(Kind.SCHEMA))
        .singleElement()
        .satisfies(left -> assertThat(left.sentence()).contains("index reply_part_blob"));
  }

  /** What makes no sense goes, and not the words around it. */
  @Test
  void salvagingMendsValuesAndTheSchema() throws Exception {
    sql(
        """
        UPDATE turn SET created_at = 'yesterday';
        UPDATE pane SET parameters = '{broken';
        UPDATE reply SET warnings = '[';
        UPDATE exchange SET request_body = x'0011' WHERE ordinal = 0;
        UPDATE turn_part SET blob = 'x' WHERE kind = 'picture';
        DROP VIEW metrics;
        DROP TABLE passage_spent
        """);
    assertThat(doctor.examine().of(Kind.UNREADABLE)).hasSize(5);

    new Restorer(places, Instant::now).salvage();

    assertThat(doctor.examine().of(Kind.UNREADABLE)).isEmpty();
    assertThat(doctor.examine().of(Kind.INDEX)).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(9, 0)).hasSize(1);
      assertThat(store.load(store.list(9, 0).getFirst().id()).orElseThrow().panes()).hasSize(2);
    }
  }

  @Test
  void whatSomebodyAddedForItselfIsNoDamage() throws Exception {
    sql("CREATE VIEW mine AS SELECT title FROM comparison; CREATE INDEX own ON comparison (title)");

    assertThat(doctor.examine().findings()).isEmpty();
  }

  private void assertFound(String damage, Kind kind, String sentence) throws Exception {
    assertThat(doctor.examine().findings()).isEmpty();

    sql("PRAGMA foreign_keys = OFF; " + damage);

    assertThat(doctor.examine().of(kind))
        .as("D34")
        .anySatisfy(
            finding -> assertThat(finding.sentence()).contains(sentence.replace("FULL", FULL)));
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script(script);
    }
  }
}
