package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D22: the log beside a database is missed, and not mistaken for another, whatever became of it.
 */
class LogGuardTest {
  private static final String LOST = "did not end in order last time";
  private static final String FOREIGN = "is not the log that Polylogue left";

  @TempDir Path temp;
  private Path home;

  @BeforeEach
  void place() {
    home = temp.resolve("home");
  }

  @Test
  void aLogThatWasRemovedAfterAKillIsMissedByAllUntilSomebodyKnows() throws Exception {
    killed(home, 1, 20);
    Files.delete(wal(home));

    assertThat(outside().of(Finding.Kind.LOG)).singleElement().satisfies(LogGuardTest::isLoss);
    assertThat(outside().of(Finding.Kind.LOG)).as("examined again").hasSize(1);
    for (int start = 0; start < 2; start++) {
      try (HistoryStore store = HistoryStore.open(home)) {
        assertThat(store.remark()).contains(LOST).contains("What was stored ");
        assertThat(doctor().examine().of(Finding.Kind.LOG)).as("in the window").hasSize(1);
      }
    }
    assertThat(outside().of(Finding.Kind.LOG)).hasSize(1);
    doctor().acknowledge();
    assertThat(outside().findings()).isEmpty();
    assertThat(remark()).isEmpty();
  }

  private static void isLoss(Finding finding) {
    assertThat(finding.sentence()).contains(LOST).contains("If you still have the whole log");
  }

  @Test
  void aLogThatTurnsUpInTimeIsNotMissed() throws Exception {
    UUID asked = killed(home, 1, 20);
    Files.move(wal(home), temp.resolve("away"));
    assertThat(outside().of(Finding.Kind.LOG)).hasSize(1);
    Files.move(temp.resolve("away"), wal(home), StandardCopyOption.REPLACE_EXISTING);

    assertThat(outside().findings()).isEmpty();
    assertThat(remark()).isEmpty();
    assertThat(words(home, asked)).startsWith(KilledWriter.word(0) + KilledWriter.word(1));
  }

  @Test
  void aLogThatTurnsUpLateIsPutBesideTheCopyThatWasKept() throws Exception {
    UUID asked = killed(home, 1, 20);
    Files.move(wal(home), temp.resolve("away"));
    remark();
    Path aside = new Quarantine(DataFolder.asItIs(home)).all().getFirst();
    Files.move(temp.resolve("away"), aside.resolveSibling("polylogue.db-wal"));

    new Restorer(Places.usual(home), InstantSource.system()).restore(aside);

    assertThat(words(home, asked)).contains(KilledWriter.word(19));
    assertThat(outside().findings()).as("all is back, so nothing is told any more").isEmpty();
    assertThat(remark()).isEmpty();
  }

  @Test
  void aLogThatWasCutShortOrEmptiedIsMissed() throws Exception {
    for (double left : new double[] {0, 0.001, 0.4, 0.9, 0.999}) {
      Path place = temp.resolve("cut" + left);
      killed(place, 1, 30);
      long size = Files.size(wal(place));
      try (FileChannel log = FileChannel.open(wal(place), StandardOpenOption.WRITE)) {
        log.truncate((long) (size * left));
      }

      assertThat(outside(place).of(Finding.Kind.LOG)).as("%s of it", left).hasSize(1);
      try (HistoryStore store = HistoryStore.open(place)) {
        assertThat(store.remark()).as("%s of it", left).contains(LOST);
      }
      assertThat(outside(place).of(Finding.Kind.DATABASE)).as("%s of it", left).isEmpty();
    }
  }

  @Test
  void aLogInWhichBytesWereChangedIsMissed() throws Exception {
    killed(home, 1, 30);
    Damage.garbage(wal(home), Files.size(wal(home)) / 2, Files.size(wal(home)) / 2 + 50);

    assertThat(outside().of(Finding.Kind.LOG)).hasSize(1);
    assertThat(remark()).contains(LOST);
  }

  @Test
  void aLogIsMissedWhateverBecameOfTheLock() throws Exception {
    for (String lock : new String[] {"garbage", "left in good ord", ""}) {
      Path place = temp.resolve("lock" + lock.length());
      killed(place, 1, 20);
      Files.writeString(place.resolve("lock"), lock);
      Files.delete(wal(place));

      try (HistoryStore store = HistoryStore.open(place)) {
        assertThat(store.remark()).as("lock: '%s'", lock).contains(LOST).contains("If it was");
      }
    }
  }

  @Test
  void anOldLogIsPutAsideAlsoWithoutALock() throws Exception {
    killed(home, 1, 20);
    Files.copy(wal(home), temp.resolve("old"));
    UUID newer = null;
    for (int i = 0; i < 10; i++) {
      newer = asked(2 + i, "newer words ".repeat(2000));
    }
    Files.copy(temp.resolve("old"), wal(home));
    Files.delete(home.resolve("lock"));

    assertThat(outside().of(Finding.Kind.LOG)).hasSize(1);
    assertThat(remark()).contains(FOREIGN);
    assertThat(words(home, newer)).startsWith("newer words");
    doctor().acknowledge();
    assertThat(outside().findings()).isEmpty();
  }

  @Test
  void theRightLogIsUsedAlsoWithoutALock() throws Exception {
    UUID asked = killed(home, 1, 1500);
    Files.delete(home.resolve("lock"));

    assertThat(outside().of(Finding.Kind.LOG)).isEmpty();
    assertThat(remark()).isEmpty();
    assertThat(words(home, asked)).contains(KilledWriter.word(1499));
  }

  @Test
  void aLogThatIsWholeIsUsedAfterAKillWithoutAWord() throws Exception {
    for (int kill = 1; kill < 4; kill++) {
      UUID asked = killed(home, kill, 7 * kill);

      assertThat(outside().of(Finding.Kind.LOG)).isEmpty();
      assertThat(remark()).isEmpty();
      assertThat(words(home, asked)).contains(KilledWriter.word(7 * kill - 1));
    }
  }

  /** Long enough for the log to begin anew several times, as it does every thousand pages. */
  @Test
  void aLogThatBeganAnewIsTheRightOne() throws Exception {
    UUID asked = killed(home, 1, 1500);

    assertThat(outside().of(Finding.Kind.LOG)).isEmpty();
    assertThat(remark()).isEmpty();
    assertThat(words(home, asked)).contains(KilledWriter.word(1499));
  }

  @Test
  void anOldLogBesideNewerWordsIsPutAside() throws Exception {
    killed(home, 1, 20);
    Files.copy(wal(home), temp.resolve("old"));
    UUID newer = asked(2, "newer words");
    Files.copy(temp.resolve("old"), wal(home));

    assertThat(outside().of(Finding.Kind.LOG))
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).contains(FOREIGN));
    assertThatThrownBy(() -> doctor().refuseForeignLog()).hasMessageContaining(FOREIGN);
    assertThat(wal(home)).as("only looked at").hasSameBinaryContentAs(temp.resolve("old"));
    assertThat(remark()).contains(FOREIGN).doesNotContain(LOST);

    assertThat(words(home, newer)).isEqualTo("newer words");
    assertThat(wal(home)).doesNotExist();
    Path aside = new Quarantine(DataFolder.asItIs(home)).all().getFirst();
    assertThat(wal(aside.getParent())).hasSameBinaryContentAs(temp.resolve("old"));
    doctor().acknowledge();
    assertThat(outside().findings()).isEmpty();
  }

  @Test
  void anOldLogInThePlaceOfTheRightOneIsPutAsideAndTheLossTold() throws Exception {
    killed(home, 1, 20);
    Files.copy(wal(home), temp.resolve("old"));
    UUID newer = asked(2, "newer words");
    killed(home, 3, 20);
    Files.copy(temp.resolve("old"), wal(home), StandardCopyOption.REPLACE_EXISTING);

    assertThat(remark()).contains(LOST).contains("does not fit");
    assertThat(words(home, newer)).isEqualTo("newer words");
    assertThat(outside().of(Finding.Kind.DATABASE)).isEmpty();
  }

  @Test
  void theLogOfADatabaseThatWasReplacedByABackupIsPutAside() throws Exception {
    asked(2, "backed up");
    Path backup = new Backups(places(home), InstantSource.system()).make().file();
    killed(home, 1, 20);
    Files.copy(backup, home.resolve("polylogue.db"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(remark()).contains(FOREIGN);
    assertThat(outside().of(Finding.Kind.DATABASE)).isEmpty();
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.list(9, 0)).hasSize(1);
    }
  }

  /** Whoever looks with another program brings the log into the database, and removes it. */
  @Test
  void aLogThatAnotherProgramBroughtHomeIsNotMissed() throws Exception {
    UUID asked = killed(home, 1, 20);
    try (Connection other = other();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("UPDATE comparison SET draft = 'by hand'");
    }
    assertThat(wal(home)).doesNotExist();

    assertThat(outside().findings()).isEmpty();
    assertThat(remark()).isEmpty();
    assertThat(words(home, asked)).contains(KilledWriter.word(19));
  }

  @Test
  void theLogOfAProgramThatHasTheDatabaseOpenIsLeftToIt() throws Exception {
    UUID asked = asked(2, "kept");
    try (ChildJvm other = ChildJvm.start(SqliteGuest.class, List.of(), database(home))) {
      assertThat(other.line()).isEqualTo("in");
      assertThat(Files.size(wal(home))).isPositive();

      assertThat(outside().findings()).isEmpty();
      try (HistoryStore store = HistoryStore.open(home)) {
        assertThat(store.remark()).isEmpty();
        assertThat(store.load(asked).orElseThrow().draft()).isEqualTo("by hand");
      }
      other.kill();
    }
    assertThat(words(home, asked)).isEqualTo("kept");
  }

  @Test
  void aFirstStartThatWasKilledIsMissedAndBeginsAnew() throws Exception {
    killed(home, 1, 1);
    Files.delete(wal(home));

    assertThat(outside().of(Finding.Kind.LOG)).hasSize(1);
    assertThat(outside().of(Finding.Kind.UNREADABLE)).hasSize(1);
    assertThatThrownBy(() -> new Backups(places(home), InstantSource.system()).make())
        .hasMessageContaining("There is no history in ");
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.remark()).contains(LOST);
      assertThat(store.list(9, 0)).isEmpty();
    }
  }

  @Test
  void whatWasForgottenIsNotMissed() throws Exception {
    asked(1, "to be forgotten");
    Path left = Files.createDirectory(temp.resolve("left"));
    try (HistoryStore store = HistoryStore.open(home)) {
      List<UUID> all = store.list(9, 0).stream().map(entry -> entry.id()).toList();
      store.order().trash(all);
      store.order().forget(all);
      int status =
          new ProcessBuilder("cp", "-r", home + "/.", left.toString())
              .inheritIO()
              .start()
              .waitFor();
      assertThat(status).isZero();
    }
    assertThat(Files.size(wal(left))).isZero();

    assertThat(outside(left).of(Finding.Kind.LOG)).isEmpty();
  }

  /** A program that asks, stores so many words, and is killed while it waits. */
  private static UUID killed(Path home, int number, int words) throws Exception {
    UUID base = new UUID(0x7000L, number * 1000L);
    try (ChildJvm child =
        ChildJvm.start(KilledWriter.class, List.of(), home.toString(), base.toString(), "wait")) {
      UUID asked = UUID.fromString(child.line().substring("turn ".length()));
      for (int i = 0; i < words; i++) {
        child.goOn();
        child.line();
      }
      child.kill();
      return asked;
    }
  }

  private UUID asked(int number, String answer) throws HistoryException {
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = new Samples(new UUID(0x8000L, number * 1000L)).asked(store);
      store.finish(asked.complete(answer), List.of());
      return asked.comparison().id();
    }
  }

  private static String words(Path home, UUID asked) throws HistoryException {
    try (HistoryStore store = HistoryStore.open(home)) {
      return store.load(asked).orElseThrow().panes().getFirst().answers().getFirst().reply().text();
    }
  }

  private String remark() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(home)) {
      return store.remark();
    }
  }

  private Doctor doctor() {
    return new Doctor(places(home), InstantSource.system());
  }

  private Doctor.Report outside() throws HistoryException {
    return outside(home);
  }

  private static Doctor.Report outside(Path home) throws HistoryException {
    return new Doctor(places(home), InstantSource.system()).examineFromOutside(Progress.NONE);
  }

  private static Places places(Path home) {
    return Places.usual(home);
  }

  private Connection other() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + database(home));
  }

  private static String database(Path home) {
    return home.resolve("polylogue.db").toString();
  }

  private static Path wal(Path home) {
    return home.resolve("polylogue.db-wal");
  }
}
