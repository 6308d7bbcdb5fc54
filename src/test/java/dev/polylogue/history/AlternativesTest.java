package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D34: of what stands beside each other one is in use, and a repair that loses nothing says which.
 */
class AlternativesTest {
  @TempDir Path temp;
  private final Samples samples = new Samples();
  private Places places;
  private Doctor doctor;
  private Samples.Asked asked;
  private Reply newest;

  @BeforeEach
  void keepTwoOfEach() throws Exception {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, () -> Samples.NOON);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      asked = samples.asked(store);
      store.finish(asked.complete("The moon."), List.of());
      newest = again(store, "The sun.");
      Turn other = samples.turn("Explain ebb.");
      store.beginBranch(asked.comparison().id(), asked.turn().id(), other, Map.of());
      store.useTurn(asked.turn().id());
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  private Reply again(HistoryStore store, String words) throws HistoryException {
    Reply queued = samples.queued(asked.comparison().panes().getFirst());
    store.beginAlternative(asked.pane(), asked.turn().id(), queued);
    Reply ended = new Samples.Asked(asked.comparison(), asked.turn(), queued).complete(words);
    store.finish(ended, List.of());
    return ended;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE reply SET active = 0 | Panes of which no answer to a prompt is in use, so what follows is not shown: 1, the first in “Explain tides.”.
          UPDATE turn SET active = 0 | Prompts of which no wording is in use, so what follows is not shown: 1, the first in “Explain tides.”.
          DROP INDEX reply_in_use; UPDATE reply SET active = 1 | Panes of which several answers to a prompt are in use: 1, the first in “Explain tides.”.
          DROP INDEX turn_in_use; UPDATE turn SET active = 1 | Prompts of which several wordings are in use: 1, the first in “Explain tides.”.
          UPDATE reply SET ordinal = 7 WHERE ordinal = 0 | Panes whose answers to a prompt are not numbered one after the other: 1, the first in “Explain tides.”.
          UPDATE reply SET ordinal = ordinal + 1 WHERE ordinal = 1 | Panes whose answers to a prompt are not numbered one after the other: 1, the first in “Explain tides.”.
          """)
  void oneIsChosenAndTheyAreNumberedAnew(String damage, String sentence) throws Exception {
    sql(damage);
    assertThat(doctor.examine().of(Kind.ALTERNATIVES))
        .extracting(Finding::sentence)
        .containsExactly(sentence);

    doctor.chooseAlternatives();
    doctor.mendSchema();

    assertThat(doctor.examine().findings()).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      var answer =
          store.load(asked.comparison().id()).orElseThrow().panes().getFirst().answers().getFirst();
      assertThat(answer.alternatives())
          .extracting(Reply::text)
          .containsExactlyInAnyOrder("The moon.", "The sun.");
    }
  }

  /** Which one is in use may be all that tells where a lost one stood. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM turn WHERE active = 1",
        "UPDATE turn SET active = 0; DELETE FROM turn_part WHERE turn = (SELECT min(id) FROM turn)",
        "UPDATE reply SET active = 0; DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply)",
      })
  void noneIsChosenWhileWordsAreGone_D34(String damage) throws Exception {
    sql("PRAGMA foreign_keys = OFF; " + damage);

    Doctor.Report report = doctor.examine();

    assertThat(report.of(Kind.ALTERNATIVES)).isEmpty();
    assertThat(report.of(Kind.UNREADABLE))
        .extracting(Finding::sentence)
        .anyMatch(sentence -> sentence.contains("in use, so what follows is not shown"));
    assertThatThrownBy(doctor::chooseAlternatives)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("nothing was put in use");
  }

  /** What a salvage finds at odds it can put in order too, and loses no figure for it. */
  @Test
  void aSalvageChoosesOneToo() throws Exception {
    sql(
        "UPDATE reply SET active = 0; UPDATE turn SET active = 0; UPDATE reply SET ordinal = ordinal + 3");

    Restorer.Restored saved = new Restorer(places, () -> Samples.NOON).salvage();

    assertThat(saved.isWhole()).isTrue();
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void anotherAnswerCanBeAskedForBehindAGap() throws Exception {
    sql("UPDATE reply SET ordinal = 2 WHERE id = '%s'".formatted(newest.id()));

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      again(store, "The wind.");
    }

    assertThat(doctor.examine().of(Kind.UNREACHABLE_ROW)).isEmpty();
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script(script);
    }
  }
}
