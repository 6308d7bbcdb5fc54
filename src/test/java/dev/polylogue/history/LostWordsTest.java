package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of words that are gone is kept, and so are the backups that may have them. */
class LostWordsTest {
  @TempDir Path temp;
  private Places places;
  private Doctor doctor;
  private Backups backups;

  @BeforeEach
  void keepSome() throws Exception {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, Instant::now);
    backups = new Backups(places, Instant::now);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      for (int i = 0; i < 3; i++) {
        Samples.Asked asked = new Samples(new UUID(0x6300L, i * 1000L)).asked(store);
        store.finish(
            asked.ended(
                ReplyState.COMPLETE,
                new Part.Text("Harbour hasty %d.".formatted(i)),
                new Part.Citation("https://tides.example/", "Of tides")),
            List.of());
      }
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply)",
        "DELETE FROM turn_part WHERE turn = (SELECT min(id) FROM turn)",
        "UPDATE turn_part SET text = '' WHERE turn = (SELECT min(id) FROM turn)",
        "UPDATE comparison SET title = '' WHERE id = (SELECT min(id) FROM comparison)",
        "DELETE FROM turn; DELETE FROM turn_part; DELETE FROM reply; DELETE FROM reply_part",
      })
  void anIndexThatKnowsOfWordsThatAreGoneIsNotMadeAnew_D34(String damage) throws Exception {
    backups.make();
    Path whole = backups.make().file();
    sql(damage);
    backups.make();

    Doctor.Report report = doctor.examine();

    assertThat(report.of(Kind.LOST_WORDS))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.sentence())
                    .contains("Words are gone", "restore " + whole, "polylogue history salvage"));
    assertThat(report.canRebuildIndex()).isFalse();
    assertThatThrownBy(doctor::rebuildIndex)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("was not made anew");
    assertThat(doctor.examine().of(Kind.LOST_WORDS)).as("still told").hasSize(1);
  }

  @Test
  void whatIsLeftOfALostComparisonIsNotRemoved_D34() throws Exception {
    sql(
        """
        CREATE TEMP TABLE lost AS SELECT min(id) AS id FROM comparison;
        DELETE FROM turn_part
          WHERE turn IN (SELECT turn.id FROM turn, lost WHERE comparison = lost.id);
        DELETE FROM reply_part WHERE reply IN (
          SELECT reply.id FROM lost, pane JOIN reply ON reply.pane = pane.id
          WHERE comparison = lost.id);
        DELETE FROM reply WHERE pane IN (SELECT pane.id FROM pane, lost WHERE comparison = lost.id);
        DELETE FROM turn WHERE comparison IN (SELECT id FROM lost);
        DELETE FROM pane WHERE comparison IN (SELECT id FROM lost);
        DELETE FROM comparison WHERE id IN (SELECT id FROM lost)
        """);

    Doctor.Report report = doctor.examine();

    assertThat(report.of(Kind.LOST_WORDS)).hasSize(1);
    assertThat(report.of(Kind.ORPHAN_ROW)).isEmpty();
    assertThatThrownBy(doctor::removeOrphanRows)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("nothing was removed");
    assertThat(doctor.examine().of(Kind.LOST_WORDS)).as("still told").hasSize(1);
  }

  /** A part that was the last of several leaves a message that says something. */
  @Test
  void wordsThatAreNotWhatTheyWereAreNotMadeTheTruth_D34() throws Exception {
    Path whole = backups.make().file();
    sql("DELETE FROM reply_part WHERE kind = 'citation' AND reply = (SELECT min(id) FROM reply)");

    Doctor.Report report = doctor.examine();

    assertThat(report.of(Kind.LOST_WORDS))
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).contains("1 differ", "restore " + whole));
    assertThat(report.canRebuildIndex()).isFalse();
  }

  @Test
  void anIndexThatIsBrokenInItselfIsMadeAnewWhereNoWordsAreGone_D21() throws Exception {
    sql("DELETE FROM passage_words_docsize WHERE id = (SELECT min(id) FROM passage)");
    assertThat(doctor.examine().canRebuildIndex()).isTrue();

    doctor.rebuildIndex();

    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void whereNoBackupHasThemItIsSaid_D34() throws Exception {
    sql("DELETE FROM reply_part");

    assertThat(doctor.examine().of(Kind.LOST_WORDS))
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).contains("No backup beside the history"));
  }

  /** Restoring and salvaging both lead out of it. */
  @Test
  void aSalvageMarksThePlaceAndTheHistoryIsSoundThen_D34() throws Exception {
    sql("DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply)");

    Restorer.Restored restored = new Restorer(places, Instant::now).salvage();

    assertThat(restored.losses().messages()).hasSize(1);
    assertThat(doctor.examine().findings()).isEmpty();
    try (Db db = Connections.reading(places.folder().resolve("polylogue.db"), 50)) {
      assertThat(db.has("SELECT 1 FROM reply_part WHERE text LIKE '%could not be saved%'"))
          .isTrue();
    }
  }

  /** An index made anew would lack them still, and be found lacking for ever. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsThatReferToNothingAreNoMatterOfTheIndex_D34(boolean madeAnew) throws Exception {
    sql("DELETE FROM turn WHERE id = (SELECT min(id) FROM turn)");
    if (madeAnew) {
      try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
        Transaction.run(db, "BEGIN", IndexCheck::rebuild);
      }
    }

    Doctor.Report report = doctor.examine();

    assertThat(report.findings()).isNotEmpty().allMatch(found -> found.kind() == Kind.UNREADABLE);
    assertThat(report.canRebuildIndex()).isFalse();
    assertThatThrownBy(doctor::rebuildIndex).hasMessageContaining("salvage the history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply)",
        "DELETE FROM turn_part WHERE turn = (SELECT min(id) FROM turn)",
        "DELETE FROM reply_part WHERE position = 0 AND reply = (SELECT min(id) FROM reply)",
        "DELETE FROM turn WHERE id = (SELECT min(id) FROM turn)",
        "UPDATE reply SET first_token = 1; DELETE FROM reply_part; DELETE FROM passage",
      })
  void noBackupGoesWhileWordsAreMissingInTheNewOnes_D30(String damage) throws Exception {
    Path whole = backups.make().file();
    sql(damage);

    for (int i = 0; i <= Retention.NEWEST; i++) {
      assertThat(backups.make().wordsMissing()).isTrue();
    }
    assertThat(whole).exists();
    assertThat(backups.all()).hasSize(Retention.NEWEST + 2);

    new Restorer(places, Instant::now).restore(whole);
    Backups.Made made = backups.make();

    assertThat(made.wordsMissing()).isFalse();
    assertThat(backups.all()).as("outdated ones go again").hasSize(Retention.NEWEST);
  }

  @Test
  void aBackupInOneFileTellsItToo_D30() throws Exception {
    assertThat(backups.makeIn(temp.resolve("whole.db"), false).wordsMissing()).isFalse();
    sql("DELETE FROM turn_part");

    assertThat(backups.makeIn(temp.resolve("all.db"), false).wordsMissing()).isTrue();
  }

  /** Only the index tells, and that only as long as it is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE reply_part SET text = 'x' WHERE kind = 'text' AND reply = (SELECT min(id) FROM reply)",
        "UPDATE reply_part SET text = 'Harbour nasty 0.' WHERE text = 'Harbour hasty 0.'",
        "UPDATE reply_part SET title = 'Of' WHERE reply = (SELECT min(id) FROM reply)",
        "UPDATE turn_part SET text = substr(text, 1, 4)",
      })
  void noBackupGoesWhileWordsWereChangedByAnotherHand_D30(String damage) throws Exception {
    Path whole = backups.make().file();
    sql(damage);

    for (int i = 0; i <= Retention.NEWEST; i++) {
      assertThat(backups.make().wordsMissing()).isTrue();
    }
    assertThat(whole).exists();
    assertThat(doctor.alarm()).contains("changed by another hand", whole + " still has them");

    doctor.acknowledge();
    assertThat(backups.make().wordsMissing()).isFalse();
    assertThat(backups.all()).as("outdated ones go again").hasSize(Retention.NEWEST);
  }

  @Test
  void whatWasChangedByAnotherHandIsToldNoMoreOnceItIsPutBack_D30() throws Exception {
    Path whole = backups.make().file();
    sql("UPDATE reply_part SET text = 'x' WHERE kind = 'text'");
    backups.make();

    new Restorer(places, Instant::now).restore(whole);

    assertThat(backups.make().wordsMissing()).as("though the last backup has others").isFalse();
    assertThat(doctor.alarm()).isEmpty();
  }

  @Test
  void whatTheProgramChangesIsNoAlarm_D30() throws Exception {
    backups.make();
    UUID comparison;
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      Samples samples = new Samples(new UUID(0x7300L, 0));
      Samples.Asked asked = samples.asked(store);
      comparison = asked.comparison().id();
      store.append(asked.words("Half of it"));
      backups.make();
      store.finish(asked.complete("Half of it and the rest."), List.of());
      store.rename(comparison, "Another name");
    }
    assertThat(backups.make().wordsMissing()).isFalse();

    try (HistoryStore store = HistoryStore.open(places.folder())) {
      store.order().trash(List.of(comparison));
      store.order().forget(List.of(comparison));
    }
    assertThat(backups.make().wordsMissing()).isFalse();
    assertThat(doctor.alarm()).isEmpty();
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script("PRAGMA foreign_keys = OFF; " + script);
    }
  }
}
