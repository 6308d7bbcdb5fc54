package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Facts;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are lost come back from wherever they still are: a backup, or an export. */
class FetchingTest {
  private static final String ANSWER =
      "DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply);";
  private static final String PROMPT =
      "DELETE FROM turn_part WHERE turn = (SELECT max(id) FROM turn);";
  private static final String BEGINNING =
      "DELETE FROM reply_part WHERE position = 0 AND reply = (SELECT max(id) FROM reply);";
  private static final String COMPARISON =
      """
      CREATE TEMP TABLE lost AS SELECT min(id) AS id FROM comparison;
      DELETE FROM turn_part WHERE turn IN (SELECT turn.id FROM turn, lost WHERE comparison = lost.id);
      DELETE FROM reply_part WHERE reply IN (SELECT reply.id FROM lost, pane
        JOIN reply ON reply.pane = pane.id WHERE comparison = lost.id);
      DELETE FROM reply WHERE pane IN (SELECT pane.id FROM pane, lost WHERE comparison = lost.id);
      DELETE FROM turn WHERE comparison IN (SELECT id FROM lost);
      DELETE FROM pane WHERE comparison IN (SELECT id FROM lost);
      DELETE FROM comparison WHERE id IN (SELECT id FROM lost);
      """;

  @TempDir Path temp;
  private Places places;
  private Doctor doctor;
  private Backups backups;
  private Restorer restorer;
  private final List<UUID> comparisons = new ArrayList<>();
  private List<String> words;

  @BeforeEach
  void keepSome() throws Exception {
    places = Places.usual(temp.resolve("home"));
    doctor = new Doctor(places, Instant::now);
    backups = new Backups(places, Instant::now);
    restorer = new Restorer(places, Instant::now);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      for (int i = 0; i < 3; i++) {
        Samples.Asked asked = new Samples(new UUID(0x6300L, i * 1000L)).asked(store);
        comparisons.add(asked.comparison().id());
        store.finish(
            asked.ended(
                ReplyState.COMPLETE,
                new Part.Reasoning("Harbour hm %d".formatted(i), null),
                new Part.Text("Harbour hasty %d.".formatted(i)),
                new Part.Citation("https://tides.example/", "Of tides")),
            List.of());
      }
    }
    words = words();
  }

  @Test
  void aSalvageFetchesLostWordsFromTheBackups_D19() throws Exception {
    backups.make();
    sql(ANSWER + PROMPT + BEGINNING);

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.losses().fetched()).isEqualTo(3);
    assertThat(saved.isWhole()).as("%s", saved.losses()).isTrue();
    assertThat(words()).isEqualTo(words);
    assertThat(doctor.examine().findings()).isEmpty();
    assertThat(doctor.alarm()).isEmpty();
    assertThat(backups.make().wordsMissing()).isFalse();
  }

  @Test
  void aLaterSalvageFetchesWhatTheFirstCouldNot_D19() throws Exception {
    Path whole = backups.make().file();
    Path away = Files.move(whole, temp.resolve("away.db"));
    sql(ANSWER);
    assertThat(restorer.salvage().losses().messages()).hasSize(1);
    Files.move(away, whole);

    assertThat(restorer.salvage().losses().fetched()).isEqualTo(1);
    assertThat(words()).isEqualTo(words);
  }

  @Test
  void noBackupGoesAfterASalvageWithLossesUntilSomebodyKnows_D30() throws Exception {
    Path whole = backups.make().file();
    sql(COMPARISON);
    assertThat(restorer.salvage().losses().messages())
        .isNotEmpty()
        .extracting(LostMessage::title)
        .as("as the index has it")
        .containsOnly("explain tides");

    for (int i = 0; i <= Retention.NEWEST; i++) {
      backups.make();
    }
    assertThat(whole).exists();
    assertThat(doctor.examine().notes()).anyMatch(note -> note.contains("All backups are kept"));
    assertThat(doctor.examine().findings()).isEmpty();

    doctor.acknowledge();
    backups.make();
    assertThat(whole).doesNotExist();
  }

  @Test
  void wordsThatAnotherHandChangedStayAndAreNamed_D20() throws Exception {
    Path whole = backups.make().file();
    sql("UPDATE reply_part SET text = 'x' WHERE text = 'Harbour hasty 1.'");

    assertThat(restorer.trySalvage().losses().changed()).isEqualTo(new Losses.Changed(1, whole));
    assertThat(restorer.salvage().losses().changed()).isEqualTo(new Losses.Changed(1, whole));
    assertThat(words()).anyMatch(row -> row.endsWith("text x"));
    assertThat(doctor.alarm()).contains("may have what is lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {ANSWER, PROMPT, BEGINNING, ANSWER + PROMPT + BEGINNING})
  void anExportBringsWordsBackThatAreGone_D27(String damage) throws Exception {
    Map<UUID, Facts> exported = exported();
    sql(damage);

    int recovered = merge(exported);

    assertThat(recovered).isEqualTo((int) damage.chars().filter(c -> c == ';').count());
    assertThat(words()).isEqualTo(words);
    assertThat(doctor.examine().findings()).isEmpty();
    assertThat(merge(exported)).as("once more").isZero();
  }

  @Test
  void anExportTakesThePlaceOfWhatSaysThatWordsAreLost_D27() throws Exception {
    Map<UUID, Facts> exported = exported();
    sql(ANSWER + PROMPT);
    assertThat(restorer.salvage().losses().messages()).hasSize(2);

    assertThat(merge(exported)).isEqualTo(2);

    assertThat(words()).isEqualTo(words);
    assertThat(doctor.examine().findings()).isEmpty();
    assertThat(merge(exported)).as("once more").isZero();
  }

  /** To index a comparison anew would be to forget what is missing of it. */
  @Test
  void whatIsNewIsNotLetIntoAComparisonOfWhichWordsAreGone_D34() throws Exception {
    Map<UUID, Facts> exported;
    try (HistoryStore other = HistoryStore.open(temp.resolve("other"));
        HistoryStore store = HistoryStore.open(places.folder())) {
      UUID first = comparisons.getFirst();
      other.transfers().merge(store.transfers().facts(first, false).orElseThrow());
      other.beginTurn(first, new Samples(new UUID(0x7000L, 0)).turn("And then?"), Map.of());
      try (Db db = Connections.writing(temp.resolve("other").resolve("polylogue.db"), 50)) {
        db.script("DELETE FROM reply_part");
      }
      exported = Map.of(first, other.transfers().facts(first, false).orElseThrow());
    }
    sql(ANSWER);

    assertThatThrownBy(() -> merge(exported))
        .isInstanceOf(UnfitException.class)
        .hasMessageContaining("words of it are gone here");
    assertThat(doctor.examine().of(Finding.Kind.LOST_WORDS)).as("still told").hasSize(1);
  }

  private Map<UUID, Facts> exported() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      TransferStore transfers = store.transfers();
      Map<UUID, Facts> exported = new LinkedHashMap<>();
      for (UUID comparison : comparisons) {
        exported.put(comparison, transfers.facts(comparison, false).orElseThrow());
      }
      return exported;
    }
  }

  private int merge(Map<UUID, Facts> exported) throws HistoryException {
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      int recovered = 0;
      for (Facts facts : exported.values()) {
        recovered += store.transfers().merge(facts).recovered();
      }
      return recovered;
    }
  }

  private List<String> words() throws SQLException {
    try (Db db = Connections.reading(places.folder().resolve("polylogue.db"), 50)) {
      return db.list(
          """
          SELECT reply || position || coalesce(title, '') || kind || ' ' || text AS one
          FROM (SELECT * FROM reply_part UNION ALL SELECT * FROM turn_part) ORDER BY one
          """,
          row -> row.text("one"));
    }
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(places.folder().resolve("polylogue.db"), 50)) {
      db.script("PRAGMA foreign_keys = OFF; " + script);
    }
  }
}
