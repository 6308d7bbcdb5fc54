package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history that can't be opened says why and where it lies, and stays as it is to the byte. */
class UnopenableHistoryTest {
  @TempDir Path folder;
  private Path database;

  @BeforeEach
  void keepAHistory() throws HistoryException {
    database = folder.resolve("polylogue.db");
    try (HistoryStore store = HistoryStore.open(folder)) {
      Samples.Asked asked = new Samples().asked(store);
      store.finish(asked.complete("word ".repeat(20_000)), List.of());
    }
  }

  @Test
  void aDamagedHeader() throws IOException {
    overwrite(0, 100);

    assertRefused("is not a Polylogue history", "D18");
  }

  @Test
  void aFileOfAnotherKind() throws IOException {
    Files.writeString(database, "These are not the pages you are looking for.\n".repeat(100));

    assertRefused("is not a Polylogue history", "D18");
  }

  @Test
  void aFileCutInHalf() throws IOException {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    assertRefused("is damaged", "D20");
  }

  @Test
  void aDamagedPageAfterAnUncleanEnd() throws IOException {
    overwrite(4096L * 3, 4096L * 12);
    Files.writeString(folder.resolve("lock"), "in use\n");

    assertRefused("is damaged", "D19");
  }

  @Test
  void aNewerSchema() throws Exception {
    sql("PRAGMA user_version = 99");

    assertRefused("was made by a newer version of Polylogue", "D24");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anEarlierNumberThanItsTablesHave(int number) throws Exception {
    sql("PRAGMA user_version = " + number);

    assertRefused("its number was changed", "D24");
    Doctor doctor = new Doctor(Places.usual(folder), InstantSource.system());
    assertThat(doctor.examine().of(Finding.Kind.UNREADABLE))
        .singleElement()
        .satisfies(found -> assertThat(found.sentence()).contains("its number was changed"));
    new Restorer(Places.usual(folder), InstantSource.system()).salvage();
    assertThat(doctor.examine().findings()).isEmpty();
    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(10, 0)).hasSize(1);
    }
  }

  @Test
  void aNewerSchemaWhoseStepIsStillInTheLog() throws Exception {
    Path aside = Files.createDirectory(folder.resolve("native").resolve("aside"));
    try (Connection other = connection();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 99");
      Files.copy(database, aside.resolve("db"));
      Files.copy(wal(), aside.resolve("wal"));
    }
    Files.move(aside.resolve("db"), database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.move(aside.resolve("wal"), wal());
    Files.writeString(folder.resolve("lock"), "in use\n");

    assertRefused("was made by a newer version of Polylogue", "D24");
  }

  @Test
  void theDatabaseOfAnotherProgram() throws Exception {
    Files.delete(database);
    sql("CREATE TABLE photo (id INTEGER)");

    assertRefused("belongs to another program", "D18");
  }

  @Test
  void aLogWhoseDatabaseIsGone() throws IOException {
    Files.delete(database);
    Files.writeString(wal(), "the newest words");

    assertRefused("is missing, but its newest changes are still there", "D22");
    assertThat(database).doesNotExist();
  }

  @Test
  void aDatabaseThatIsGoneIsNotTakenForAFirstStart(@TempDir Path backups) throws Exception {
    Places places = new Places(folder, backups);
    new Backups(places, InstantSource.system()).make();
    Files.createDirectories(folder.resolve("blobs/ab"));
    Files.writeString(folder.resolve("blobs/ab/" + "ab".repeat(32)), "a picture");
    Files.delete(database);

    assertThatThrownBy(() -> HistoryStore.open(places, InstantSource.system()))
        .as("D23")
        .hasMessageContaining("is missing, although it held a history. Still there:")
        .hasMessageContaining("blobs: 1; backups in " + backups + ": 1, the newest of ");
    Files.delete(folder.resolve("lock"));
    assertRefused("is missing", "D23: the pictures tell as well");
    assertThat(database).doesNotExist();
    assertThatThrownBy(() -> new Doctor(Places.usual(folder), InstantSource.system()).examine())
        .hasMessageContaining("is missing, although");
  }

  @Test
  void whoChoseToStartEmptyIsNotAskedAgain() throws Exception {
    Files.createDirectories(folder.resolve("blobs/ab"));
    Files.writeString(folder.resolve("blobs/ab/" + "ab".repeat(32)), "a picture");
    Files.delete(database);

    Path aside = new Restorer(Places.usual(folder), InstantSource.system()).startEmpty();

    assertThat(aside.resolve("blobs/ab/" + "ab".repeat(32))).hasContent("a picture");
    for (int i = 0; i < 2; i++) {
      try (HistoryStore store = HistoryStore.open(folder)) {
        assertThat(store.list(10, 0)).as("D23").isEmpty();
      }
    }
  }

  @Test
  void anEmptyFileIsExaminedInWords() throws Exception {
    Files.write(database, new byte[0]);

    Doctor.Report report = new Doctor(Places.usual(folder), InstantSource.system()).examine();

    assertThat(report.of(Finding.Kind.DATABASE))
        .as("D23")
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.sentence())
                    .contains("is empty (0 bytes), although it once held a history")
                    .containsOnlyOnce("in its place")
                    .doesNotContain("SQL"));
  }

  /** An earlier version did not note what was in the log; that there was one is known. */
  @Test
  void aLogThatWasRemovedAfterAnUncleanEndIsRemarkedUntilSomebodyKnows() throws Exception {
    Files.writeString(folder.resolve("lock"), "in use\n");

    for (int start = 0; start < 2; start++) {
      try (HistoryStore store = HistoryStore.open(folder)) {
        assertThat(store.remark())
            .as("D22")
            .containsOnlyOnce("did not end in order last time")
            .contains("polylogue.db-wal, which then holds the latest changes, is not there");
      }
    }
    new Doctor(Places.usual(folder), InstantSource.system()).acknowledge();
    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.remark()).isEmpty();
    }
  }

  @Test
  void anEmptyFileWhereAHistoryWas() throws IOException {
    Files.write(database, new byte[0]);

    assertRefused("is empty (0 bytes)", "D23");
  }

  @Test
  void anEmptyFileBesideALog() throws IOException {
    Files.delete(folder.resolve("lock"));
    Files.write(database, new byte[0]);
    Files.writeString(wal(), "the newest words");

    assertRefused("is empty (0 bytes)", "D23");
  }

  @Test
  void anEmptyFileOfAFirstStartThatDiedIsNoReasonToRefuse() throws Exception {
    Files.delete(folder.resolve("lock"));
    Files.write(database, new byte[0]);

    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(10, 0)).as("D23").isEmpty();
    }
  }

  @Test
  void aDatabaseThatAnotherProgramHolds() throws Exception {
    try (Connection other = connection();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("PRAGMA locking_mode = EXCLUSIVE");
      statement.executeUpdate("BEGIN EXCLUSIVE; UPDATE comparison SET draft = 'mine'");

      assertThatThrownBy(() -> HistoryStore.open(Places.usual(folder), InstantSource.system(), 50))
          .as("D15")
          .isInstanceOf(HistoryException.class)
          .hasMessageStartingWith(database + " is in use by another program.");
      statement.executeUpdate("ROLLBACK");
    }
    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(10, 0)).hasSize(1);
    }
  }

  @Test
  void aWriteThatAnotherProgramKeepsWaitingFailsAndCanBeRepeated() throws Exception {
    try (HistoryStore store = HistoryStore.open(Places.usual(folder), InstantSource.system(), 50)) {
      Samples samples = new Samples(new java.util.UUID(1, 0));
      try (Connection other = connection();
          Statement statement = other.createStatement()) {
        statement.executeUpdate("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> samples.asked(store))
            .as("D15")
            .isInstanceOf(HistoryException.class)
            .hasMessageContaining("in use by another program");
        assertThat(store.list(10, 0)).as("reading goes on").hasSize(1);
        assertThat(store.isStoring()).isFalse();
      }

      samples.asked(store);

      assertThat(store.isStoring()).as("once more").isTrue();
      assertThat(store.list(10, 0)).hasSize(2);
    }
  }

  @Test
  void aFolderThatCantBeWritten() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      Assumptions.assumeFalse(Files.isWritable(folder), "the user may write everywhere");

      assertRefused("can't be written", "D11");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFileThatCantBeWritten() throws IOException {
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--------"));
    Assumptions.assumeFalse(Files.isWritable(database), "the user may write everything");

    assertRefused("can't be written", "D11");
  }

  @Test
  void aFileWhereTheFolderShouldBe() {
    assertThatThrownBy(() -> HistoryStore.open(database))
        .isInstanceOf(HistoryException.class)
        .hasMessage(database + " is a file, not a folder. Name another data folder with --home.");
  }

  private void assertRefused(String why, String number) throws IOException {
    TreeMap<String, ByteBuffer> before = bytes();
    for (int start = 0; start < 2; start++) {
      assertThatThrownBy(() -> HistoryStore.open(folder))
          .as(number)
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining(why)
          .hasMessageContaining(folder.toString());
    }
    assertThat(bytes()).as(number + ": not a byte changed").isEqualTo(before);
  }

  /** The content of the files that hold words, and of the lock that says how the last run ended. */
  private TreeMap<String, ByteBuffer> bytes() throws IOException {
    TreeMap<String, ByteBuffer> bytes = new TreeMap<>();
    for (Path file : Arrays.asList(database, wal(), folder.resolve("lock"))) {
      if (Files.exists(file) && Files.size(file) > 0) {
        bytes.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return bytes;
  }

  private Path wal() {
    return folder.resolve("polylogue.db-wal");
  }

  private void overwrite(long from, long to) throws IOException {
    try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
      byte[] garbage = new byte[(int) (to - from)];
      Arrays.fill(garbage, (byte) 0xA5);
      channel.write(ByteBuffer.wrap(garbage), from);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  private void sql(String text) throws SQLException {
    try (Connection other = connection();
        Statement statement = other.createStatement()) {
      statement.executeUpdate(text);
    }
  }
}
