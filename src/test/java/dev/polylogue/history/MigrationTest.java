package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.conversation.ReplyState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
  private static final String WORDS =
      """
      SELECT id AS at, title || draft AS text FROM comparison
      UNION ALL SELECT turn || position, text FROM turn_part
      UNION ALL SELECT reply || position, text FROM reply_part
      UNION ALL SELECT 'w' || seq, text FROM reply_words ORDER BY 1
      """;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temp.resolve("home");
  }

  static List<Integer> versions() {
    return StoredSchemas.VERSIONS;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyPublishedVersionIsBroughtUpWithAllItsWordsAndKeptAsABackup(int version)
      throws Exception {
    StoredSchemas.unpack(version, folder);
    List<String> words = words(database());
    Map<String, Integer> rows = rows(database());

    try (HistoryStore store = HistoryStore.open(folder)) {
      for (ComparisonEntry entry : store.list(100, 0)) {
        assertThat(store.load(entry.id())).isPresent();
      }
      assertThat(store.database().read(Schema::versionOf)).isEqualTo(Schema.current().version());
    }

    assertThat(rows(database())).as("D06").containsAllEntriesOf(rows);
    Path backup = new Backups(Places.usual(folder), InstantSource.system()).all().getFirst().file();
    assertThat(backup.getFileName().toString()).contains("before-schema");
    assertThat(words(backup)).as("D06: the old version is kept").isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whereverAStepFailsTheOldVersionStaysAndTheNextStartBringsItUp(int version) throws Exception {
    StoredSchemas.unpack(version, folder);
    List<String> words = words(database());
    List<String> steps = Schema.scripts();
    int tried = 0;
    for (int step = version; step < steps.size(); step++) {
      List<String> statements = Statements.of(steps.get(step));
      for (int n = 0; n <= statements.size(); n++) {
        List<String> broken = new ArrayList<>(steps);
        String before = String.join(";\n", statements.subList(0, n));
        broken.set(step, before + (n == 0 ? "" : ";\n") + "INSERT INTO nowhere VALUES (1)");
        assertThatThrownBy(() -> open(new Schema(broken)))
            .as("D05 at step %d, statement %d", step, n)
            .isInstanceOf(HistoryException.class)
            .hasMessageContaining("could not be brought from schema " + version)
            .hasMessageContaining("stays as it was");
        assertThat(version(database())).isEqualTo(version);
        assertThat(words(database())).isEqualTo(words);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(steps.size() - version);

    HistoryStore.open(folder).close();

    assertThat(version(database())).isEqualTo(Schema.current().version());
  }

  @Test
  void aFirstStartThatDidNotGetFarLeavesNoTraceOfAHistoryThatWasThere_D23() throws Exception {
    List<String> broken = List.of("INSERT INTO nowhere VALUES (1)");
    assertThatThrownBy(() -> open(new Schema(broken))).isInstanceOf(HistoryException.class);
    Files.write(database(), new byte[0]);

    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(10, 0)).isEmpty();
    }
  }

  /** D04: a child is killed while it brings a history up. */
  @Test
  void aKillInTheMiddleLeavesOneOfTheTwoVersionsWhole() throws Exception {
    Random moments = new Random(4);
    for (int kill = 0; kill < 3; kill++) {
      Path home = temp.resolve("killed-" + kill);
      StoredSchemas.unpack(1, home);
      int texts = words(home.resolve("polylogue.db")).size();
      try (ChildJvm child = ChildJvm.start(KilledWriter.class, List.of(), home.toString(), id())) {
        child.killAfter(300 + moments.nextInt(500), TimeUnit.MILLISECONDS);
      }

      try (HistoryStore store = HistoryStore.open(home)) {
        assertThat(store.list(100, 0)).hasSizeGreaterThanOrEqualTo(ReplyState.values().length + 2);
      }
      assertThat(words(home.resolve("polylogue.db")).size()).isGreaterThanOrEqualTo(texts - 8);
    }
  }

  @Test
  void withoutAPlaceForBackupsTheOldVersionIsPutAside() throws Exception {
    StoredSchemas.unpack(1, folder);
    List<String> words = words(database());
    Path taken = Files.writeString(temp.resolve("a-file"), "no folder");

    HistoryStore.open(new Places(folder, taken), InstantSource.system()).close();

    Path aside = new Quarantine(DataFolder.asItIs(folder)).all().getFirst();
    assertThat(words(aside)).isEqualTo(words);
    assertThat(version(aside)).isEqualTo(1);
  }

  private static String id() {
    return new java.util.UUID(0x9000L, 0).toString();
  }

  private Path database() {
    return folder.resolve("polylogue.db");
  }

  private void open(Schema schema) throws HistoryException {
    DataFolder data = DataFolder.prepare(folder);
    Backups backups = new Backups(Places.usual(folder), InstantSource.system());
    try (FolderLock lock = FolderLock.take(data)) {
      new DatabaseOpening(data, lock, schema, backups, Journal.WAL, 50)
          .open(() -> Samples.NOON)
          .close();
    }
  }

  private static List<String> words(Path file) throws SQLException {
    try (Db db = Connections.reading(file, 50)) {
      return db.list(WORDS, row -> row.text("text"));
    }
  }

  private static Map<String, Integer> rows(Path file) throws SQLException {
    try (Db db = Connections.reading(file, 50)) {
      Map<String, Integer> rows = Contents.rows(db);
      rows.remove("reply_part"); // grows when what was live is folded
      return rows;
    }
  }

  private static int version(Path file) throws SQLException {
    try (Db db = Connections.reading(file, 50)) {
      return Schema.versionOf(db);
    }
  }
}
