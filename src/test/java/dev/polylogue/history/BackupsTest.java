package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temp;
  private Path home;
  private Instant now = Samples.NOON;
  private Backups backups;

  @BeforeEach
  void keepSomething() throws HistoryException {
    home = temp.resolve("home");
    backups = new Backups(Places.usual(home), () -> now);
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = new Samples().asked(store);
      var picture = store.blobs().keep(Bytes.owning(PICTURE), "image/png", "cat.png");
      store.finish(asked.ended(ReplyState.COMPLETE, new Part.Picture(picture)), List.of());
    }
  }

  @Test
  void aBackupLiesBesideTheDataFolderWithItsPictures() throws Exception {
    Backups.Made made = backups.make();

    assertThat(made.file().getParent()).isEqualTo(temp.resolve("home-backups"));
    assertThat(made.contents().comparisons()).isEqualTo(1);
    assertThat(made.missing()).isZero();
    DataFolder there = DataFolder.asItIs(backups.place());
    assertThat(there.storedBlobs()).hasSize(1);
    assertThat(there.leftovers()).isEmpty();
  }

  /** D33: a name among the backups is not yet the picture. */
  @Test
  void aPictureThatWasCutAmongTheBackupsIsMissingOrCopiedAnew() throws Exception {
    backups.make();
    Path spare = DataFolder.asItIs(backups.place()).storedBlobs().getFirst();
    Path kept = DataFolder.asItIs(home).storedBlobs().getFirst();
    Path away = temp.resolve("away");

    Files.move(kept, away);
    assertThat(backups.make().missing()).as("the backup has it").isZero();
    Files.write(spare, new byte[3]);
    assertThat(backups.make().missing()).as("nobody has it").isEqualTo(1);
    Files.writeString(spare, "another p");
    assertThat(backups.make().missing()).as("as long, and not the same").isEqualTo(1);
    Files.write(spare, new byte[3]);
    Files.move(away, kept);

    assertThat(backups.make().missing()).isZero();
    assertThat(spare).hasBinaryContent(PICTURE);
  }

  @Test
  void aHistoryOfANewerVersionIsNotBackedUpByThisOne() throws Exception {
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script("PRAGMA user_version = 99");
    }

    assertThatThrownBy(() -> backups.makeIn(temp.resolve("copy.db"), false))
        .as("D24")
        .hasMessageContaining("was made by a newer version of Polylogue (schema 99,");
    assertThatThrownBy(() -> backups.make()).as("D24").hasMessageContaining("newer version");
    assertThat(temp.resolve("copy.db")).doesNotExist();
  }

  /** D28: whole turns are written while backups are made of them. */
  @Test
  void aBackupOfAHistoryThatIsBeingWrittenIsWholeAndSound() throws Exception {
    try (HistoryStore store = HistoryStore.open(home)) {
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; !Thread.interrupted(); i++) {
                      write(store, i);
                    }
                  });
      try {
        for (int i = 0; i < 3; i++) {
          Backups.Made made = backups.make();
          try (Db db = Connections.distrusting(made.file())) {
            assertThat(Orphans.has(db)).isFalse();
            assertThat(Contents.of(db).turns())
                .isBetween(Contents.of(db).comparisons() - 1, Contents.of(db).comparisons());
          }
        }
      } finally {
        writer.interrupt();
        writer.join();
      }
    }
  }

  private static void write(HistoryStore store, int number) {
    try {
      new Samples(new UUID(0x8000L, number * 1000L)).asked(store);
    } catch (HistoryException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHistoryThatIsDamagedIsNotBackedUpAndNoBackupGoes() throws Exception {
    for (int i = 0; i < Retention.NEWEST; i++) {
      backups.make();
    }
    List<Backup> before = backups.all();
    Damage.garbage(home.resolve("polylogue.db"), 4096L * 3, 4096L * 12);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(backups::make)
          .as("D30")
          .isInstanceOf(HistoryException.class)
          .hasMessageNotContaining(backups.place().getFileName() + " is damaged");
    }

    assertThat(backups.all()).as("D30").isEqualTo(before);
    assertThat(DataFolder.asItIs(backups.place()).leftovers()).as("D09").isEmpty();
  }

  @Test
  void anIndexWhoseWordsAreDamagedStopsNoBackup() throws Exception {
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script("UPDATE passage_words_data SET block = randomblob(length(block)) WHERE id > 10");
    }
    assertThat(new Doctor(Places.usual(home), () -> now).examine().notes())
        .anyMatch(note -> note.startsWith("Whether words were changed since"));

    assertBackedUpWithItsIndexMadeAnew();
  }

  @Test
  void anIndexWhosePagesCantBeReadStopsNoBackup() throws Exception {
    List<Long> pages;
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      pages =
          db.list(
              "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'passage%' AND rootpage > 0",
              row -> row.whole("rootpage"));
    }
    for (long page : pages) {
      Damage.page(home.resolve("polylogue.db"), page);
    }

    assertBackedUpWithItsIndexMadeAnew();
  }

  private void assertBackedUpWithItsIndexMadeAnew() throws Exception {
    Backups.Made made = backups.make();

    assertThat(made.indexMadeAnew()).as("D21, D30").isTrue();
    assertThat(made.contents().comparisons()).isEqualTo(1);
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.copy(made.file(), other.resolve("polylogue.db"));
    assertThat(new Doctor(Places.usual(other), () -> now).examine().of(Finding.Kind.INDEX))
        .isEmpty();
    assertThat(new Backups(Places.usual(other), () -> now).make().indexMadeAnew()).isFalse();
  }

  private static List<Integer> left(List<Backup> backups) {
    List<Backup> outdated = Retention.outdated(backups);
    return backups.stream()
        .filter(backup -> !outdated.contains(backup))
        .map(Backup::number)
        .toList();
  }

  @Test
  void theNewestBackupsStayByTheirNumberWhateverTheClockSays() {
    List<Backup> many = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      Instant backwards = Samples.NOON.minus(Duration.ofDays(number * 10L));
      many.add(new Backup(Path.of("b" + number), number, backwards));
    }

    assertThat(left(many))
        .as("D26")
        .containsAll(IntStream.rangeClosed(41 - Retention.NEWEST, 40).boxed().toList())
        .hasSizeLessThan(20);
    assertThat(left(many.subList(0, 1))).as("D30").containsExactly(1);
  }

  @Test
  void manyBackupsOfAnHourPushOutNoneOfTheDaysWeeksAndMonthsBefore() {
    List<Backup> all = new ArrayList<>();
    List<String> days =
        List.of("2026-10-12", "2026-11-01", "2026-11-15", "2026-11-20", "2026-11-21", "2026-11-22");
    for (String day : days) {
      all.add(new Backup(Path.of(day), all.size() + 1, Instant.parse(day + "T09:00:00Z")));
    }
    for (int minute = 0; minute < 10; minute++) {
      Instant at = Instant.parse("2026-11-23T04:0%d:00Z".formatted(minute));
      all.add(new Backup(Path.of("today" + minute), all.size() + 1, at));
    }

    assertThat(left(all)).as("D30").containsExactly(1, 2, 3, 4, 5, 6, 12, 13, 14, 15, 16);
  }

  @Test
  void aYearOfDailyBackupsLeavesDaysWeeksAndMonths() {
    List<Backup> all = new ArrayList<>();
    for (int day = 0; day < 365; day++) {
      all.add(new Backup(Path.of("d" + day), day + 1, Samples.NOON.plus(Duration.ofDays(day))));
    }

    List<Integer> left = left(all);

    assertThat(left)
        .as("the last week")
        .containsAll(IntStream.rangeClosed(359, 365).boxed().toList());
    assertThat(left).hasSizeBetween(14, 18);
    assertThat(left.getFirst())
        .as("the end of the fifth month back")
        .isBetween(365 - 165, 365 - 120);
  }

  @Test
  void picturesOfBackupsThatWentGoToo() throws Exception {
    backups.make();
    Path blob = DataFolder.asItIs(backups.place()).storedBlobs().getFirst();
    Files.delete(backups.all().getFirst().file());
    try (Db db = Connections.writing(home.resolve("polylogue.db"), 50)) {
      db.script("DELETE FROM reply_part; DELETE FROM passage WHERE role = 'assistant'");
    }

    backups.make();

    assertThat(blob).doesNotExist();
  }

  @Test
  void aBackupIsDueWhenTheLastIsADayOldAndSomethingHasChanged() throws Exception {
    now = Files.getLastModifiedTime(home.resolve("polylogue.db")).toInstant().plusSeconds(60);
    assertThat(backups.makeIfDue()).isPresent();
    now = now.plus(Duration.ofHours(23));
    assertThat(backups.makeIfDue()).as("too early").isEmpty();
    now = now.plus(Duration.ofHours(2));
    assertThat(backups.makeIfDue()).as("nothing new").isEmpty();
    Files.setLastModifiedTime(home.resolve("polylogue.db"), FileTime.from(now));
    assertThat(backups.makeIfDue()).isPresent();
    now = now.minus(Duration.ofDays(400));
    Files.setLastModifiedTime(
        home.resolve("polylogue.db"), FileTime.from(now.plus(Duration.ofDays(500))));
    assertThat(backups.makeIfDue()).as("D26: the clock was put back").isPresent();
  }

  @Test
  void aBackupInOneFileCarriesItsPicturesAndGivesThemBackWhereverItIsPut() throws Exception {
    Path file = temp.resolve("all.db");
    backups.makeIn(file, true);
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.copy(file, other.resolve("polylogue.db"));

    try (HistoryStore store = HistoryStore.open(other)) {
      var blob = BlobStore.describe(Bytes.owning(PICTURE), "image/png", "");
      assertThat(store.blobs().read(blob).toArray()).isEqualTo(PICTURE);
    }
    assertThat(new Doctor(Places.usual(other), () -> now).examine().findings()).isEmpty();
  }

  @Test
  void onlyAnOlderBackupIsReplacedAndOnlyWhenTold() throws Exception {
    Path photo = Files.writeString(temp.resolve("photo.jpg"), "my only photo");
    Path file = temp.resolve("all.db");
    backups.makeIn(file, false);

    assertThatThrownBy(() -> backups.makeIn(file, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    backups.makeIn(file, true);

    assertThatThrownBy(() -> backups.makeIn(photo, true)).hasMessageContaining("is no backup");
    assertThatThrownBy(() -> backups.makeIn(home.resolve("polylogue.db"), true))
        .hasMessageContaining("in the data folder");
    assertThat(photo).hasContent("my only photo");
  }

  /** D29: what a copy of the main file alone loses, and a backup does not. */
  @Test
  void aCopyOfTheMainFileAloneLosesWhatABackupHolds() throws Exception {
    try (HistoryStore store = HistoryStore.open(home)) {
      new Samples(new UUID(0x8100L, 0)).asked(store);
      Path naive = temp.resolve("naive.db");
      copyInAnotherProcess(home.resolve("polylogue.db"), naive);

      Backups.Made made = backups.make();

      try (Db db = Connections.still(naive)) {
        assertThat(Contents.of(db).comparisons()).isEqualTo(1);
      }
      assertThat(made.contents().comparisons()).isEqualTo(2);
    }
  }

  /** Closing a file here would take the locks of SQLite with it. */
  private static void copyInAnotherProcess(Path from, Path to)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("cp", from.toString(), to.toString()).inheritIO().start().waitFor();
    assertThat(status).isZero();
  }
}
