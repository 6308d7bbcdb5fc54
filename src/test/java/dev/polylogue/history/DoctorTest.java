package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.history.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every damage that is done here is found, said in a sentence, and repaired where it can be. */
class DoctorTest {
  @TempDir Path temp;
  private Places places;
  private Path database;
  private Path blob;
  private Doctor doctor;

  @BeforeEach
  void keepSomething() throws HistoryException {
    places = Places.usual(temp.resolve("home"));
    database = places.folder().resolve("polylogue.db");
    doctor = new Doctor(places, () -> Instant.now().plus(Duration.ofHours(1)));
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      Samples.Asked asked = new Samples().asked(store);
      byte[] bytes = "a picture".getBytes(StandardCharsets.UTF_8);
      Blob picture = store.blobs().keep(Bytes.owning(bytes), "image/png", "cat.png");
      store.finish(
          asked.ended(
              ReplyState.COMPLETE, new Part.Text("word ".repeat(9000)), new Part.Picture(picture)),
          List.of());
      blob = DataFolder.asItIs(places.folder()).blob(picture.sha256());
    }
  }

  @Test
  void aSoundHistoryIsFoundSound() throws Exception {
    Doctor.Report report = doctor.examine();

    assertThat(report.findings()).isEmpty();
    assertThat(report.contents().pictures()).isEqualTo(1);
    assertThat(report.blobBytes()).isEqualTo(9);
  }

  /** SQLite has written the first page, and the program not yet a table. */
  @Test
  void whatAFirstStartLeavesThatWasCutOffIsNoDamage_D23() throws Exception {
    Places fresh = Places.usual(Files.createDirectory(temp.resolve("fresh")));
    try (Db db = Connections.fresh(fresh.folder().resolve("polylogue.db"))) {
      db.first("PRAGMA journal_mode = WAL", row -> row.text("journal_mode"));
    }
    assertThat(fresh.folder().resolve("polylogue.db")).hasSize(4096);

    assertThatThrownBy(() -> new Doctor(fresh, Instant::now).examine())
        .hasMessageContaining("There is no history in");
    assertThatThrownBy(() -> new Restorer(fresh, Instant::now).salvage())
        .hasMessageContaining("There is no history in");
    HistoryStore.open(fresh.folder()).close();
    assertThat(new Doctor(fresh, Instant::now).examine().findings()).isEmpty();
  }

  @Test
  void anExaminationSaysHowFarItIsAndNeverGoesBack() throws Exception {
    List<Double> places = new ArrayList<>();
    Set<Progress.Step> steps = new LinkedHashSet<>();

    doctor.examine(
        (step, share) -> {
          steps.add(step);
          places.add(step.overall(share));
        });

    assertThat(steps).containsExactly(Progress.Step.values());
    assertThat(places).isSorted().startsWith(0.0).allMatch(place -> place <= 1 + 1e-9);
    assertThat(places.getLast()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aMissingPicture() throws Exception {
    Files.delete(blob);

    assertFound(Kind.MISSING_BLOB, "The file cat.png in “Explain tides.” is missing", "D33");
  }

  @Test
  void aChangedPicture() throws Exception {
    Files.writeString(blob, "another p");

    assertFound(Kind.CHANGED_BLOB, "The file cat.png in “Explain tides.” was changed", "D33");
  }

  @ParameterizedTest(name = "damaged: {0}")
  @ValueSource(booleans = {false, true})
  void aPictureThatABackupHoldsExactlyIsFetched(boolean damaged) throws Exception {
    byte[] picture = Files.readAllBytes(blob);
    new Backups(places, Instant::now).make();
    if (damaged) {
      Files.writeString(blob, "another p");
    } else {
      Files.delete(blob);
    }

    assertFound(Kind.SPARE_BLOB, "It lies whole among the backups", "D33");
    assertThat(doctor.fetchFiles(List.of())).isEqualTo(new Doctor.Moved(0, null, 0));
    Doctor.Moved fetched = doctor.fetchFiles(doctor.examine().findings());

    assertThat(fetched.files()).isEqualTo(1);
    assertThat(blob).hasBinaryContent(picture);
    if (damaged) {
      assertThat(fetched.place().resolve(places.folder().relativize(blob)))
          .as("nothing is thrown away")
          .hasContent("another p");
    } else {
      assertThat(fetched.place()).isNull();
    }
    assertThat(doctor.examine().findings()).isEmpty();
  }

  @Test
  void aPictureThatIsDamagedInTheBackupTooIsNotFetched() throws Exception {
    new Backups(places, Instant::now).make();
    Path spare = DataFolder.asItIs(places.backups()).blob(String.valueOf(blob.getFileName()));
    Files.delete(blob);
    List<Finding> shown = doctor.examine().findings();
    Files.writeString(spare, "another p");

    assertFound(Kind.MISSING_BLOB, "The file cat.png in “Explain tides.” is missing", "D33");
    assertThat(doctor.fetchFiles(shown)).isEqualTo(new Doctor.Moved(0, null, 0));
    assertThat(blob).doesNotExist();
  }

  @Test
  void filesThatBelongToNothingArePutAsideWhenSomebodyAgrees() throws Exception {
    Path own = Files.writeString(places.folder().resolve("blobs/holiday.txt"), "somebody's own");
    Path orphan = Files.writeString(blob.resolveSibling("0".repeat(64)), "nobody's");
    Path left = Files.writeString(blob.resolveSibling(blob.getFileName() + "-1.part"), "half");

    Doctor.Report report = doctor.examine();
    assertThat(report.of(Kind.ORPHAN_BLOB)).as("D34").hasSize(2);
    assertThat(report.of(Kind.LEFTOVER)).as("D35").hasSize(1);
    assertThat(doctor.putFilesAside(List.of()))
        .as("nobody agreed")
        .isEqualTo(new Doctor.Moved(0, null, 0));
    Doctor.Moved moved = doctor.putFilesAside(report.findings());

    assertThat(moved.files()).isEqualTo(3);
    for (Path file : List.of(own, orphan, left)) {
      assertThat(file).doesNotExist();
      assertThat(moved.place().resolve(places.folder().relativize(file)))
          .as("D34: nothing is thrown away, for it may be all that is left of something")
          .exists();
    }
    assertThat(blob).exists();
    assertThat(doctor.examine().isSound()).isTrue();
    HistoryStore.open(places.folder()).close();
    assertThat(moved.place()).as("not swept by a start either").isNotEmptyDirectory();
    assertThat(new Restorer(places, Instant::now).putAside()).isEmpty();
  }

  @Test
  void aFileThatWasMadeThisMomentIsNotRemoved() throws Exception {
    Path orphan = Files.writeString(blob.resolveSibling("0".repeat(64)), "about to be referred to");
    Doctor now = new Doctor(places, Instant::now);

    assertThat(now.putFilesAside(now.examine().findings()).files()).isZero();

    assertThat(orphan).as("D35").exists();
    assertThat(now.examine().notes())
        .as("D34: and it is said why")
        .anyMatch(
            note -> note.contains("were made in the last 15 minutes. They are not put aside"));
    assertThat(doctor.examine().notes()).noneMatch(note -> note.contains("15 minutes"));
  }

  @Test
  void aStartAloneSweepsWhatADeadProgramLeft() throws Exception {
    Path left = Files.writeString(blob.resolveSibling(blob.getFileName() + "-1.part"), "half");

    HistoryStore.open(places.folder()).close();

    assertThat(left).as("D35").doesNotExist();
  }

  @Test
  void rowsThatReferToNothingAreRemoved() throws Exception {
    sql("PRAGMA foreign_keys = OFF; INSERT INTO comparison_tag VALUES ('nobody', 'x')");

    assertFound(
        Kind.ORPHAN_ROW, "rows of comparison_tag refer to a comparison that is not there", "D34");

    assertThat(doctor.removeOrphanRows()).isEqualTo(1);
    assertThat(doctor.examine().isSound()).isTrue();
  }

  /** What they belong to is made anew by a salvage; a repair must not take them away. */
  @ParameterizedTest
  @ValueSource(strings = {"comparison", "pane", "turn", "reply"})
  void wordsThatReferToNothingAreNeverRemoved(String owner) throws Exception {
    sql("PRAGMA foreign_keys = OFF; DELETE FROM " + owner);

    assertFound(Kind.UNREADABLE, "Words are among what refers to nothing", "D34");
    assertThat(doctor.examine().of(Kind.ORPHAN_ROW)).isEmpty();
    assertThatThrownBy(doctor::removeOrphanRows)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("nothing was removed");

    assertThat(count("turn_part")).isEqualTo(1);
    assertThat(count("reply_part")).isEqualTo(2);
  }

  private int count(String table) throws SQLException {
    try (Db db = Connections.reading(database, 50)) {
      return db.first("SELECT count(*) AS n FROM " + table, row -> row.number("n")).orElseThrow();
    }
  }

  @Test
  void rowsThatNothingLeadsTo() throws Exception {
    sql("DELETE FROM turn_part");
    assertFound(Kind.UNREACHABLE_ROW, "says nothing", "D34");
  }

  @Test
  void damagedPagesACutFileAndAnotherHeader() throws Exception {
    byte[] whole = Files.readAllBytes(database);
    Damage.garbage(database, 4096L * 6, 4096L * 20);
    assertThat(doctor.examine().of(Kind.DATABASE)).as("D19").isNotEmpty();

    Files.write(database, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(doctor.examine().of(Kind.DATABASE)).as("D20").isNotEmpty();

    Files.write(database, whole);
    Damage.garbage(database, 0, 100);
    assertThat(doctor.examine().of(Kind.DATABASE)).as("D18").isNotEmpty();
  }

  @Test
  void anIndexThatDoesNotSayWhatTheMessagesSayIsMadeAnew() throws Exception {
    assertThat(doctor.examine().isSound()).isTrue();
    sql("DELETE FROM passage WHERE id = (SELECT min(id) FROM passage)");

    assertFound(Kind.INDEX, "index for searching", "D21");
    doctor.rebuildIndex();

    assertThat(doctor.examine().isSound()).as("D21").isTrue();
  }

  @Test
  void aFolderThatAnotherProgramSynchronisesIsNoted() throws Exception {
    Path synced = temp.resolve("Dropbox").resolve("home");
    HistoryStore.open(synced).close();
    Files.writeString(synced.resolve("polylogue (conflicted copy).db"), "");

    Doctor.Report report = new Doctor(Places.usual(synced), Instant::now).examine();

    assertThat(report.notes()).as("D14").hasSize(2);
    assertThat(report.isSound()).isTrue();
  }

  private void assertFound(Kind kind, String sentence, String number) throws HistoryException {
    assertThat(doctor.examine().of(kind))
        .as(number)
        .isNotEmpty()
        .anySatisfy(finding -> assertThat(finding.sentence()).contains(sentence));
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(database, 50)) {
      db.script(script);
    }
  }
}
