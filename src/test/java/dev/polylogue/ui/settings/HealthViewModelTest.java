package dev.polylogue.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylogue.attachment.Made;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.history.Finding;
import dev.polylogue.session.Care;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import dev.polylogue.ui.fx.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthViewModelTest {
  @TempDir Path temp;
  private Bench bench;
  private Care care;
  private HealthViewModel health;
  private final List<Path> replaced = new ArrayList<>();
  private final List<Exception> troubles = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(temp.resolve("home"));
    bench.comparison("scribe");
    care = Care.of(temp.resolve("home"), Bench.CLOCK::instant);
    health = new HealthViewModel(care, new OnTheSpot(), Bench.TEXTS, new Replaced(), troubles::add);
  }

  private final class Replaced implements HealthViewModel.Replacing {
    @Override
    public void restore(Path file) {
      replaced.add(file);
    }

    @Override
    public void salvage() {
      replaced.add(care.places().folder());
    }
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(troubles).isEmpty();
  }

  @Test
  void anExaminationSaysThatAllIsSoundOrWhatIsNot() throws Exception {
    health.examine();
    assertThat(health.toldProperty().get()).startsWith("All is sound: one comparison, ");

    Path blobs = Files.createDirectories(temp.resolve("home").resolve("blobs").resolve("00"));
    Files.writeString(blobs.resolve("0".repeat(64)), "nobody's");
    health.examine();

    assertThat(health.toldProperty().get()).isEqualTo("The examination found one thing:");
    assertThat(health.reportProperty().get().findings()).hasSize(1);
  }

  /** D30: it is offered for what it is, and the next one is made. */
  @Test
  void aBackupThatCantBeReadIsSaidToBeOne() throws Exception {
    Path rotten = care.backups().make().file();
    Files.write(rotten, new byte[9]);

    health.backUp();

    assertThat(health.toldProperty().get())
        .startsWith("Backed up to ")
        .endsWith("can’t be read, and were passed over: " + rotten.getFileName() + ".");
    assertThat(health.sources())
        .extracting(HealthViewModel.Source::words)
        .satisfiesExactly(
            newest -> assertThat(newest).doesNotContain("can’t be read"),
            oldest -> assertThat(oldest).endsWith("(can’t be read)"));
  }

  /** Nothing is repaired without a way back. */
  @Test
  void datesAreMendedAfterABackup() throws Exception {
    sql("UPDATE comparison SET updated_at = 'garbage'");
    health.examine();
    assertThat(health.count(Finding.Kind.DATE)).isEqualTo(1);

    health.mendDates();

    assertThat(health.count(Finding.Kind.DATE)).isZero();
    assertThat(health.toldProperty().get())
        .contains(care.backups().all().getFirst().file().toString());
  }

  /** A large history takes minutes: who waits sees what is being read, and how far it is. */
  @Test
  void anExaminationSaysHowFarItIs() throws Exception {
    Later later = new Later();
    health = new HealthViewModel(care, later, Bench.TEXTS, new Replaced(), troubles::add);
    health.examine();
    health.frame();
    assertThat(health.progressProperty().get()).as("nothing is known yet").isEqualTo(-1);

    later.work();
    health.frame();

    assertThat(health.busyProperty().get()).isTrue();
    assertThat(health.stepProperty().get()).isEqualTo("The search index…");
    assertThat(health.progressProperty().get()).isCloseTo(1, within(1e-9));
    later.end();
    health.frame();
    assertThat(health.busyProperty().get()).isFalse();
    assertThat(health.stepProperty().get()).isEmpty();
    assertThat(health.progressProperty().get()).isEqualTo(-1);
  }

  /** Does the work when told, and hands over what came of it when told. */
  private static final class Later implements Work {
    private Callable<Runnable> next = () -> () -> {};
    private Runnable ended = () -> {};

    @Override
    public <T> void run(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      next =
          () -> {
            T result = work.call();
            return () -> done.accept(result);
          };
    }

    void work() throws Exception {
      ended = next.call();
    }

    void end() {
      ended.run();
    }
  }

  @Test
  void whatIsToldOfALogIsToldNoMoreOnceItIsKnown() throws Exception {
    Files.writeString(temp.resolve("home").resolve("polylogue.db-alarm"), "Words are lost.\n");
    health.examine();
    assertThat(health.reportProperty().get().of(Finding.Kind.LOG))
        .as("D22")
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).isEqualTo("Words are lost."));

    health.acknowledge();

    assertThat(health.toldProperty().get()).startsWith("All is sound: ");
  }

  @Test
  void aFileThatBelongsToNothingIsPutAsideAndItIsSaidWhere_D34() throws Exception {
    Path blobs = Files.createDirectories(temp.resolve("home").resolve("blobs"));
    Path own = Files.writeString(blobs.resolve("holiday.txt"), "somebody's own");
    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    health.examine();

    health.putFilesAside();

    assertThat(own).doesNotExist();
    Path quarantine = temp.resolve("home").resolve("quarantine");
    assertThat(health.toldProperty().get())
        .startsWith("One file was put aside in " + quarantine)
        .endsWith("Look there before you delete it.");
    assertThat(health.reportProperty().get().isSound()).isTrue();
  }

  @Test
  void aFileThatWasMadeThisMomentIsSaidNotToBePutAsideYet_D35() throws Exception {
    Path blobs = Files.createDirectories(temp.resolve("home").resolve("blobs"));
    Path fresh = Files.writeString(blobs.resolve("fresh"), "about to be referred to");
    Files.setLastModifiedTime(fresh, FileTime.from(Bench.CLOCK.instant()));
    health.examine();

    health.putFilesAside();

    assertThat(fresh).exists();
    assertThat(health.toldProperty().get())
        .isEqualTo(
            "One file was not put aside yet: made in the last 15 minutes, a message may be about to refer to it. Examine again later.");
  }

  @Test
  void anIndexThatTellsOfLostWordsIsNotOfferedToBeMadeAnew_D34() throws Exception {
    sql("INSERT INTO passage_words_docsize (id, sz) VALUES (9, x'01')");
    health.examine();
    assertThat(health.indexesToMake()).isPositive();

    sql(
        """
        INSERT INTO passage_comparison (comparison) SELECT id FROM comparison;
        INSERT INTO passage (comparison, role, message)
          SELECT id, 'user', 'a prompt that is gone' FROM passage_comparison
        """);
    health.examine();

    assertThat(health.count(Finding.Kind.LOST_WORDS)).isEqualTo(1);
    assertThat(health.count(Finding.Kind.INDEX)).isPositive();
    assertThat(health.indexesToMake()).isZero();
    health.backUp();
    assertThat(health.toldProperty().get()).as("D30").contains("older backups are kept");
  }

  private void sql(String script) throws SQLException {
    Path database = temp.resolve("home").resolve("polylogue.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  @Test
  void aFileThatABackupHoldsComesBackAndTheDamagedOneIsKept_D33() throws Exception {
    byte[] photo = Made.photo(40, 20, 6).toArray();
    bench.services.photos().begin(Bytes.owning(photo.clone()), "image/jpeg", "sea.jpg");
    Path file = stored(temp.resolve("home").resolve("blobs"));
    health.backUp();
    Files.writeString(file, "no photo any more");
    health.examine();
    assertThat(health.count(Finding.Kind.SPARE_BLOB)).isEqualTo(1);

    health.fetchFiles();

    assertThat(file).hasBinaryContent(photo);
    assertThat(health.toldProperty().get())
        .startsWith("One picture or file came back from the backups. What was damaged is kept in ")
        .contains("quarantine");
    assertThat(health.reportProperty().get().isSound()).isTrue();
  }

  @Test
  void whatWasPutAsideIsCalledForWhatItWas_D31() throws Exception {
    Path quarantine = temp.resolve("home").resolve("quarantine");
    for (String name : List.of("replaced-20261122-120000", "damaged-20261122-120001")) {
      Files.createFile(Files.createDirectories(quarantine.resolve(name)).resolve("polylogue.db"));
    }

    health.look();

    assertThat(health.sources())
        .extracting(HealthViewModel.Source::words)
        .containsExactly(
            "Damaged history (damaged-20261122-120001)",
            "Replaced history (replaced-20261122-120000)");
  }

  private static Path stored(Path blobs) throws IOException {
    try (Stream<Path> files = Files.walk(blobs)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void aBackupIsListedAndNothingIsReplacedBeforeItsContentWasShown() {
    health.look();
    assertThat(health.sources()).isEmpty();

    health.backUp();

    assertThat(health.sources()).hasSize(1);
    health.consider(health.sources().getFirst());
    assertThat(replaced).isEmpty();
    assertThat(health.previewProperty().get().there().comparisons()).isEqualTo(1);
    assertThat(health.words().of(health.previewProperty().get()))
        .contains("Everything that is here now is in it.");
    health.restore();
    assertThat(replaced).singleElement().satisfies(file -> assertThat(file).exists());
  }
}
