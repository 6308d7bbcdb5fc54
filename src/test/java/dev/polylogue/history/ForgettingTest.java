package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted for good leaves nothing behind (D36). */
class ForgettingTest {
  private static final String SECRET = "Kanarienvogel";

  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private Instant now = Samples.NOON;
  private HistoryStore store;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder, () -> now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void noTableKeepsARowAndNoRowDangles_D36() throws HistoryException {
    FullComparison full = new FullComparison(store, samples, SECRET);
    assertThat(FullComparison.rows(store))
        .as("a new table needs a row in FullComparison, and a step in Forgetting and Copies")
        .allSatisfy(
            (table, rows) ->
                assertThat(rows)
                    .as(table)
                    .isGreaterThan(table.matches("reply_words|spent_blob|passage_spent") ? -1 : 0));
    later();

    assertThat(store.order().forget(List.of(full.id))).isTrue();

    assertThat(FullComparison.rows(store)).allSatisfy((table, rows) -> assertThat(rows).isZero());
  }

  @Test
  void noFileOfTheDataFolderHoldsAWordOfIt_D36() throws Exception {
    List<UUID> secrets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      new FullComparison(store, samples, "harmless" + i);
      secrets.add(new FullComparison(store, samples, SECRET + i).id);
    }
    assertThat(filesThatHold(SECRET)).isNotEmpty();
    later();

    assertThat(store.order().forget(secrets)).isTrue();

    assertThat(filesThatHold(SECRET)).isEmpty();
    assertThat(filesThatHold("harmless")).isNotEmpty();
    assertThat(store.list(50, 0)).hasSize(12);
    assertThat(Files.size(folder.resolve("polylogue.db-wal"))).isLessThan(100_000);
    assertThat(
            store
                .database()
                .<List<String>>read(
                    db -> db.list("PRAGMA foreign_key_check", row -> row.text("table"))))
        .isEmpty();
  }

  @Test
  void whatIsForgottenLaterLeavesNothingEither_D36() throws Exception {
    List<UUID> secrets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      new FullComparison(store, samples, "harmless" + i);
      secrets.add(new FullComparison(store, samples, SECRET + (char) ('a' + i)).id);
    }
    later();

    for (int i = 0; i < 12; i++) {
      assertThat(store.order().forget(List.of(secrets.get(i)))).isTrue();
      assertThat(filesThatHold(SECRET + (char) ('a' + i))).as("of the last one, " + i).isEmpty();
    }
  }

  @Test
  void aFileThatSomethingElseRefersToStays_D36() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    FullComparison stays = new FullComparison(store, samples, SECRET);
    later();

    store.order().forget(List.of(gone.id));
    assertThat(store.blobs().read(stays.picture).size()).isEqualTo(stays.picture.size());

    store.order().forget(List.of(stays.id));
    assertThatThrownBy(() -> store.blobs().read(stays.picture)).hasMessageContaining("missing");
    assertThatThrownBy(() -> store.blobs().read(stays.mask)).hasMessageContaining("missing");
  }

  @Test
  void aFileThatWasKeptAnewJustNowGoesLaterUnlessSomethingRefersToIt_D35() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);

    assertThat(store.order().forget(List.of(gone.id))).isFalse();
    assertThat(store.blobs().read(gone.picture).size()).isEqualTo(gone.picture.size());

    later();
    assertThat(store.order().sweep()).isTrue();
    assertThatThrownBy(() -> store.blobs().read(gone.picture)).hasMessageContaining("missing");
  }

  @Test
  void aFileThatAnEarlierRunKeptGoesAtOnceWhereNobodyElseIs_D36() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    reopen();

    assertThat(store.order().forget(List.of(gone.id))).isTrue();

    assertThat(filesThatHold(SECRET)).isEmpty();
  }

  @Test
  void aFileThatThisRunKeptJustNowIsGoneWhenItEnds_D36() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    assertThat(store.order().forget(List.of(gone.id))).isFalse();

    store.close();

    assertThat(filesThatHold(SECRET)).isEmpty();
  }

  @Test
  void aFileThatAnotherProgramMayHaveKeptStaysUntilTheLastOneEnds_D35() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    reopen();
    try (ChildJvm guest = ChildJvm.start(OrderlyGuest.class, List.of(), folder.toString())) {
      assertThat(guest.line()).isEqualTo("in");

      assertThat(store.order().forget(List.of(gone.id))).isFalse();

      assertThat(store.blobs().read(gone.picture).size()).isEqualTo(gone.picture.size());
      store.close();
      assertThat(filesThatHold(SECRET)).as("the other one may need it").isNotEmpty();
      guest.goOn();
      assertThat(guest.line()).isEqualTo("out");
    }
    assertThat(filesThatHold(SECRET)).as("the last one leaves nothing").isEmpty();
  }

  /** What is about to go is neither taken along by a backup nor called a stray file. */
  @Test
  void aFileThatWentOutOfUseIsInNoBackup_D36(@TempDir Path elsewhere) throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    new FullComparison(store, samples, "harmless");
    store.order().forget(List.of(gone.id));
    Places places = new Places(folder, elsewhere);

    new Backups(places, () -> now).make();

    DataFolder backups = DataFolder.asItIs(places.backups());
    assertThat(backups.storedBlobs()).hasSize(3);
    assertThat(backups.blob(gone.picture.sha256())).doesNotExist();
    assertThat(new Doctor(places, () -> now).examine().findings()).isEmpty();
  }

  @Test
  void whatWasPutAsideIsNamedWhereItHoldsSomeOfIt() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    assertThat(store.order().aside(List.of(gone.id))).isEmpty();
    store.close();
    Path aside = new Restorer(Places.usual(folder), () -> now).startEmpty();
    store = HistoryStore.open(folder, () -> now);
    FullComparison other = new FullComparison(store, new Samples(new UUID(7, 7)), "harmless");

    assertThat(store.order().aside(List.of(gone.id))).as("D36").containsExactly(aside);
    assertThat(store.order().aside(List.of(other.id))).isEmpty();

    Damage.garbage(aside.resolve("polylogue.db"), 4096, 40_960);
    assertThat(store.order().aside(List.of(other.id))).as("who knows").containsExactly(aside);
  }

  /** Strays and half-written files that were put aside may be copies of what is forgotten. */
  @Test
  void filesThatWerePutAsideAreNamedWhereTheyAreSomeOfIt() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    FullComparison other = new FullComparison(store, new Samples(new UUID(7, 7)), "harmless");
    Path stray = DataFolder.asItIs(folder).blob(gone.mask.sha256());
    Path copy = folder.resolve("blobs").resolve(stray.getFileName());
    Files.copy(stray, copy);
    Path half = Files.writeString(stray.resolveSibling(gone.made.sha256() + "-1.part"), SECRET);
    Path own = Files.writeString(folder.resolve("blobs/holiday.txt"), "nobody's");
    Quarantine quarantine = new Quarantine(DataFolder.asItIs(folder));
    List<Path> aside = new ArrayList<>();
    for (Path file : List.of(copy, half, own)) {
      aside.addFirst(quarantine.putAside(List.of(file), now).getParent());
      now = now.plusSeconds(60);
    }

    assertThat(store.order().aside(List.of(gone.id)))
        .as("D36")
        .containsExactlyElementsOf(aside.subList(1, 3));
    assertThat(store.order().aside(List.of(other.id))).isEmpty();
  }

  /** A history whose database was lost leaves a folder of pictures behind, and a log at times. */
  @Test
  void picturesWithoutADatabaseAreNamedToo() throws Exception {
    FullComparison gone = new FullComparison(store, samples, SECRET);
    store.close();
    Path backup = Files.copy(folder.resolve("polylogue.db"), folder.resolve("copy"));
    Files.delete(folder.resolve("polylogue.db"));
    Path aside = new Restorer(Places.usual(folder), () -> now).startEmpty();
    Files.move(backup, folder.resolve("polylogue.db"), StandardCopyOption.REPLACE_EXISTING);
    store = HistoryStore.open(folder, () -> now);

    assertThat(store.order().aside(List.of(gone.id))).as("D36").containsExactly(aside);
  }

  private void reopen() throws HistoryException {
    store.close();
    store = HistoryStore.open(folder, () -> now);
  }

  @Test
  void whatIsBeingAnsweredIsRefusedAndNothingIsForgotten() throws HistoryException {
    FullComparison quiet = new FullComparison(store, samples, "quiet");
    FullComparison full = new FullComparison(store, samples, SECRET);
    full.live();
    Map<String, Integer> before = FullComparison.rows(store);

    assertThatThrownBy(() -> store.order().forget(List.of(quiet.id, full.id)))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("Stop it first");

    assertThat(FullComparison.rows(store)).isEqualTo(before);
    assertThat(store.order().trashedBefore(now, 9)).isEmpty();
  }

  @Test
  void theSpaceIsGivenBackToTheDisk_D36() throws Exception {
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(new FullComparison(store, samples, SECRET + i).id);
    }
    store.database().erase(db -> {});
    long before = Files.size(folder.resolve("polylogue.db"));
    later();

    store.order().forget(many);

    assertThat(Files.size(folder.resolve("polylogue.db"))).isLessThan(before / 2);
  }

  @Test
  void referencesAreLookedForAgainAfterwards() throws HistoryException {
    store.order().forget(List.of(new UUID(1, 1)));
    Comparison comparison = samples.comparison(Samples.SCRIBE);
    assertThatThrownBy(() -> store.addPane(comparison.id(), comparison.panes().getFirst()))
        .isInstanceOf(HistoryException.class);
    assertThatThrownBy(
            () ->
                store
                    .database()
                    .write(db -> db.run("INSERT INTO comparison_tag VALUES ('nobody', 'x')")))
        .hasStackTraceContaining("FOREIGN KEY");
  }

  /** What moves between pages while a copy is made leaves nothing that is overwritten later. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHistoryThatWasMadeOfAnotherKeepsNothingEither_D36(boolean salvaged, @TempDir Path elsewhere)
      throws Exception {
    List<UUID> secrets = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      new FullComparison(store, samples, "harmless" + i);
      secrets.add(new FullComparison(store, samples, (SECRET + i + " ").repeat(1 + 17 * i)).id);
    }
    later();
    store.close();
    Restorer restorer = new Restorer(new Places(folder, elsewhere), () -> now);
    Path aside =
        (salvaged
                ? restorer.salvage()
                : restorer.restore(Files.copy(database(), elsewhere.resolve("one.db"))))
            .aside();
    store = HistoryStore.open(folder, () -> now);

    assertThat(store.order().forget(secrets)).isTrue();

    assertThat(filesThatHold(SECRET)).allMatch(file -> file.startsWith(aside));
    assertThat(filesThatHold("harmless")).contains(database());
  }

  private Path database() {
    return folder.resolve("polylogue.db");
  }

  private void later() {
    now = Samples.NOON.plus(Duration.ofHours(1));
  }

  private List<Path> filesThatHold(String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("native")))
          .filter(file -> text(file).contains(word.toLowerCase(Locale.ROOT)))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
