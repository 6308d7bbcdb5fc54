package dev.polylogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.app.Workbench;
import dev.polylogue.cli.Commands.Done;
import dev.polylogue.history.HistoryException;
import dev.polylogue.settings.SettingsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of a damaged history, and does about it. */
class CareCommandsTest {
  private static final int PAGE = 4096;

  @TempDir Path temp;
  private Path database;
  private Commands commands;

  @BeforeEach
  void keepMuch() {
    Path home = temp.resolve("home");
    database = home.resolve("polylogue.db");
    commands = new Commands(home);
    Done made = commands.run("--home", home.toString(), "history", "generate", "--messages", "300");
    assertThat(made.status()).as(made.err()).isZero();
  }

  /** D30: a backup is made although the last one is rotten, which the list tells. */
  @Test
  void aRottenBackupIsListedAsOne() throws Exception {
    commands.run("history", "backup");
    Path rotten;
    try (Stream<Path> files = Files.list(temp.resolve("home-backups"))) {
      rotten = files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
    }
    try (FileChannel channel = FileChannel.open(rotten, StandardOpenOption.WRITE)) {
      channel.truncate(50_000);
    }

    Done made = commands.run("history", "backup");

    assertThat(made.status()).isZero();
    assertThat(made.err()).contains("can't be read", rotten.getFileName().toString());
    assertThat(commands.run("history", "backup", "--list").out().lines())
        .satisfiesExactly(
            newest -> assertThat(newest).doesNotContain("can't be read"),
            oldest -> assertThat(oldest).endsWith(rotten + "  (can't be read)"));
    assertThat(commands.run("history", "backup", "--list", "--json").lines())
        .extracting(line -> line.path("readable").asBoolean())
        .containsExactly(true, false);
  }

  /** D31: the command that is named works, and so does the folder. */
  @Test
  void anEmptyStartNamesTheWayBack() {
    String said = commands.run("history", "restore", "--empty", "--yes").out();
    String file = said.substring(said.indexOf('"') + 1, said.lastIndexOf('"'));

    Done restored = commands.run("history", "restore", "--yes", file);
    assertThat(restored.status()).isZero();
    assertThat(restored.out())
        .as("the empty one is no damaged one")
        .contains("There now:   nothing yet.")
        .doesNotContain("can't be read");
    commands.run("history", "restore", "--empty", "--yes");
    assertThat(
            commands
                .run("history", "restore", "--yes", Path.of(file).getParent().toString())
                .status())
        .isZero();
    assertThat(commands.run("history", "verify").out())
        .startsWith("The history is sound (17 comparisons")
        .doesNotContain("repair");
  }

  @Test
  void aDamagedHistoryIsSalvagedWhenSomebodyAgrees() throws Exception {
    garbage(pages() / 2, pages() * 3 / 4);

    Done listed = commands.run("history", "search", "tide");
    assertThat(listed.status()).as("D19").isEqualTo(1);
    assertThat(listed.err())
        .contains("is damaged: some of it can't be read. It was not changed.")
        .contains("polylogue history backup --list")
        .contains("polylogue history salvage");
    byte[] before = Files.readAllBytes(database);
    Done tried = commands.run("history", "salvage");
    assertThat(tried.status()).isZero();
    assertThat(tried.out())
        .startsWith("Would be saved: ")
        .contains("Could not be saved: ", "parts of answers such as words and tool calls (")
        .contains("Messages whose words are lost, as far as is known: ", "  the answer of ")
        .contains("Nothing was changed. With --yes");
    assertThat(database).hasBinaryContent(before);

    Done saved = commands.run("history", "salvage", "--yes");

    assertThat(saved.status()).as("some of it is lost").isEqualTo(1);
    assertThat(saved.out())
        .startsWith(
            tried.out().lines().findFirst().orElseThrow().replace("Would be saved", "Saved"))
        .contains("The damaged history is kept in ");
    assertThat(commands.run("history", "search", "tide").status()).isZero();
    assertThat(commands.run("history", "verify", "--json").lines().getFirst().path("findings"))
        .as("prompts may have lost their words, and they say so themselves")
        .isEmpty();
  }

  /** What is made of what was left is told in figures. */
  @Test
  void titlesThatHadToBeMadeAreCounted() throws Exception {
    for (long page : pagesOf("comparison")) {
      garbage(page, page + 1);
    }

    Done tried = commands.run("history", "salvage");

    assertThat(tried.out())
        .as("D19")
        .contains("Comparisons whose dates are lost, and were taken from their messages: ")
        .doesNotContain("Messages whose words are lost");
    assertThat(commands.run("history", "salvage", "--json").lines().getFirst().path("guessed"))
        .isNotEmpty();
    assertThat(commands.run("history", "salvage", "--yes").status()).isEqualTo(1);
    assertThat(commands.run("history", "verify").status()).isZero();
  }

  /** A large history takes minutes. */
  @Test
  void anExaminationShowsAPersonHowFarItIsAndLeavesNothingOfThat() {
    assertThat(commands.run("history", "verify").err()).isEmpty();

    Done seen = commands.seen("history", "verify");

    assertThat(seen.status()).isZero();
    assertThat(seen.err())
        .startsWith("\rExamining the pages of the database … 0 %\u001b[K")
        .contains("\rExamining the index for searching … 100 %\u001b[K")
        .endsWith("\r\u001b[K");
    assertThat(seen.out()).startsWith("The history is sound");
  }

  /** D31: of what is damaged no way back is promised that leads nowhere. */
  @Test
  void anEmptyStartFromADamagedHistorySaysThatItWas() throws Exception {
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(8 * PAGE), PAGE);
    }

    String said = commands.run("history", "restore", "--empty", "--yes").out();

    assertThat(said)
        .contains("What was there is damaged, and is kept in ", "damaged-")
        .doesNotContain("bring it back");
  }

  @Test
  void theHelpShowsEachCommandOnWholeLines() {
    String help = commands.run("history", "--help").out();

    assertThat(help).startsWith("Usage: polylogue history [-hV] [--json] [--home=DIR] COMMAND");
    assertThat(help).contains("  repair    Repairs what can be repaired without loss.\n");
  }

  /** Each repair is said before it is made, and none loses a word. */
  @Test
  void whatCanBeMadeAnewIsRepairedWhenSomebodyAgrees() throws Exception {
    assertThat(commands.run("history", "repair").out()).isEqualTo("The history is sound.\n");
    sql("DROP VIEW metrics; DELETE FROM passage WHERE id = (SELECT min(id) FROM passage)");
    sql(
        "UPDATE reply SET active = 0 WHERE rowid = (SELECT max(rowid) FROM reply WHERE active = 1)");
    Path own =
        Files.writeString(
            Files.createDirectories(database.resolveSibling("blobs")).resolve("own"), "nobody's");
    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    assertThat(commands.run("history", "verify").out()).contains("polylogue history repair");

    Done asked = commands.run("history", "repair");

    assertThat(asked.status()).isEqualTo(1);
    assertThat(asked.out())
        .as("D21, D34")
        .isEqualTo(
            """
            It would put one of several wordings or answers in use, and in order.
            It would make views and indexes of the database anew.
            It would put files aside that belong to nothing.
            It would make the index for searching anew.
            Nothing was changed. Add --yes to do it.
            """);
    assertThat(own).exists();
    Done done = commands.run("history", "repair", "--yes");
    assertThat(done.status()).as(done.out()).isZero();
    assertThat(done.out())
        .contains("Done: put files aside", "A backup from before: " + backups().getFirst())
        .endsWith("is sound now.\n");
    assertThat(own).doesNotExist();
    assertThat(commands.run("history", "verify").status()).isZero();
  }

  /** D33: nothing is promised that no backup holds. */
  @Test
  void aFileThatIsMissingIsFetchedFromABackupThatHasIt() throws Exception {
    Path notes = Files.writeString(temp.resolve("notes.txt"), "Low tide at noon.");
    String model = "sandbox/scribe?rate=0&latency=0";
    Done asked = commands.run("compare", "Why?", "-m", model, "--attach", notes.toString());
    assertThat(asked.status()).as(asked.err()).isZero();
    Path kept = stored(database.resolveSibling("blobs"));
    Path spare = stored(temp.resolve("home-backups").resolve("blobs"));
    Files.delete(kept);
    Files.writeString(spare, "High tide at noon");
    assertThat(commands.run("history", "verify").out())
        .contains("The file notes.txt in “Why?” is missing")
        .doesNotContain("without loss");
    Files.writeString(spare, "Low tide at noon.");

    assertThat(commands.run("history", "verify").out())
        .contains("It lies whole among the backups.", "What can be repaired without loss");
    Done done = commands.run("history", "repair", "--yes");

    assertThat(done.out())
        .isEqualTo(
            """
            Done: fetch pictures and files that are missing or damaged from the backups.
            Pictures and files that came back: 1.
            The history is sound now.
            """);
    assertThat(done.status()).isZero();
    assertThat(kept).hasContent("Low tide at noon.");
  }

  /** D34: the index alone tells of them, so it is not made anew to silence it. */
  @Test
  void wordsThatAreGoneAreNotRepairedAwayAndNoBackupOfThemGoes() throws Exception {
    commands.run("history", "backup");
    Path whole = backups().getFirst();
    sql("DELETE FROM reply_part WHERE reply = (SELECT min(id) FROM reply)");

    Done found = commands.run("history", "verify");
    assertThat(found.out())
        .contains("Words are gone", "restore " + whole)
        .doesNotContain("without loss");
    Done repaired = commands.run("history", "repair", "--yes");
    assertThat(repaired.status()).isEqualTo(1);
    assertThat(repaired.out()).startsWith("Findings that it can't repair: ");
    assertThat(commands.run("history", "verify").out()).isEqualTo(found.out());

    for (int i = 0; i < 6; i++) {
      Done made = commands.run("history", "backup", "--json");
      assertThat(made.status()).as("a warning").isZero();
      assertThat(made.lines().getFirst().path("wordsMissing").asBoolean()).isTrue();
      assertThat(made.err()).as("D30").contains("older backups are kept");
    }
    assertThat(backups()).as("D30").hasSize(7).contains(whole);
    commands.run("history", "restore", "--yes", whole.toString());
    assertThat(commands.run("history", "verify").status()).isZero();
  }

  private List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("home-backups"))) {
      return files.filter(file -> file.toString().endsWith(".db")).sorted().toList();
    }
  }

  @Test
  void aFileThatWasMadeThisMomentIsSaidNotToBePutAsideYet_D35() throws Exception {
    Path blobs = Files.createDirectories(database.resolveSibling("blobs"));
    Path old = Files.writeString(blobs.resolve("old"), "nobody's");
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Path fresh = Files.writeString(blobs.resolve("fresh"), "about to be referred to");

    Done both = commands.run("history", "repair", "--yes");
    Done again = commands.run("history", "repair", "--yes");

    String notYet = "Files that were not put aside yet: 1. They were made in the last 15 minutes";
    assertThat(both.out())
        .startsWith("Done: put files aside")
        .contains("Files that were put aside: 1. They lie in ", notYet);
    assertThat(again.out()).startsWith(notYet).doesNotContain("Done");
    assertThat(again.status()).isEqualTo(1);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private static Path stored(Path blobs) throws IOException {
    try (Stream<Path> files = Files.walk(blobs)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private void sql(String script) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  @Test
  void anEmptyFileAWrongHeaderAndALogAloneSayWhatIsThereAndWhatToDo() throws Exception {
    byte[] whole = Files.readAllBytes(database);

    Files.write(database, new byte[0]);
    assertThat(list())
        .as("D23")
        .contains("is empty (0 bytes), although it once held a history", "It was not changed.")
        .contains("polylogue history backup --list");

    Files.write(database, whole);
    garbage(0, 1);
    assertThat(list())
        .as("D18")
        .contains("its beginning is damaged, or it belongs to another program")
        .contains("polylogue history restore", "polylogue history salvage");

    Files.delete(database);
    Files.write(database.resolveSibling("polylogue.db-wal"), whole);
    assertThat(list())
        .as("D22")
        .contains("is missing, but its newest changes are still there in", "Neither was touched")
        .contains("polylogue history restore");
    assertThat(database).doesNotExist();
  }

  /** It is told by every command, and by the examination, until somebody says that they know. */
  @Test
  void aLogThatIsNotThereIsToldUntilSomebodyKnows() throws Exception {
    Files.writeString(database.resolveSibling("lock"), "in use\n");
    String lost = "did not end in order last time";

    assertThat(commands.run("history", "verify").out()).as("D22").contains(lost);
    for (int i = 0; i < 2; i++) {
      assertThat(commands.run("history", "search", "tide").err())
          .as("D22")
          .contains(lost, "polylogue history verify --acknowledge");
    }
    Done examined = commands.run("history", "verify", "--json");
    assertThat(examined.status()).isEqualTo(1);
    assertThat(examined.lines().getFirst().at("/findings/0/kind").asString()).isEqualTo("log");

    assertThat(commands.run("history", "verify", "--acknowledge").status()).isZero();
    assertThat(commands.run("history", "search", "tide").err()).isEmpty();
  }

  @Test
  void aHistoryThatIsGoneIsSaidUntilSomebodyStartsWithAnEmptyOne() throws Exception {
    Files.delete(database);

    assertThat(list())
        .as("D23")
        .contains("is missing, although it held a history")
        .contains("polylogue history restore --empty");
    assertThat(commands.run("compare", "Tides?", "-m", "sandbox/scribe").status()).isEqualTo(1);
    assertThat(commands.run("history", "restore", "--empty").out()).startsWith("Nothing was");
    assertThat(database).doesNotExist();
    assertThat(commands.run("history", "restore").status()).isEqualTo(2);

    assertThat(commands.run("history", "restore", "--empty", "--yes").out())
        .startsWith("The next start begins with an empty history.")
        .contains("What was there is kept in ");
    for (int i = 0; i < 2; i++) {
      Done listed = commands.run("history", "list");
      assertThat(listed.status()).as(listed.err()).isZero();
      assertThat(listed.out()).isEmpty();
    }
  }

  /** The command that writes says it too, before anything is sent. */
  @Test
  void nothingIsAskedWhereTheHistoryIsDamaged() throws Exception {
    garbage(pages() / 4, pages());

    Done asked = commands.run("compare", "Tides?", "-m", "sandbox/scribe");

    assertThat(asked.status()).as("D19").isEqualTo(1);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err()).contains("is damaged: some of it can't be read.");
  }

  /** Opening it and adding to it would go well; the list tells of it, as it does in the window. */
  @Test
  void nothingIsAddedWhereTheListTellsOfDamage() throws Exception {
    long oldPanes = pagesOf("pane").getFirst();
    garbage(oldPanes, oldPanes + 1);
    assertThat(list()).contains("is damaged");

    Done asked = commands.run("compare", "Tides?", "-m", "sandbox/scribe?rate=100000&latency=0");

    assertThat(asked.status()).as("D19").isEqualTo(1);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err())
        .contains("is damaged: some of it can't be read.")
        .contains("polylogue history salvage");
  }

  private List<Long> pagesOf(String table) throws SQLException {
    List<Long> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT pageno FROM dbstat WHERE pagetype = 'leaf' AND name = '" + table + "'")) {
      while (found.next()) {
        pages.add(found.getLong(1) - 1);
      }
    }
    return pages;
  }

  @Test
  void whoOnlyUsesCommandsHasABackupToo() throws Exception {
    Path backups = database.getParent().resolveSibling("home-backups");

    commands.run("compare", "Tides?", "-m", "sandbox/scribe?rate=100000&latency=0", "--no-save");
    assertThat(backups).doesNotExist();
    for (int i = 0; i < 2; i++) {
      Done asked = commands.run("compare", "Tides?", "-m", "sandbox/scribe?rate=100000&latency=0");
      assertThat(asked.err()).isEmpty();
      assertThat(backups.toFile().list((folder, name) -> name.endsWith(".db"))).hasSize(1);
    }
  }

  private String list() {
    Done listed = commands.run("history", "list");
    assertThat(listed.status()).isEqualTo(1);
    return listed.err();
  }

  private long pages() throws IOException {
    return Files.size(database) / PAGE;
  }

  private void garbage(long from, long to) throws IOException {
    byte[] garbage = new byte[PAGE];
    Arrays.fill(garbage, (byte) 0xA5);
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      for (long page = from; page < to; page++) {
        file.write(ByteBuffer.wrap(garbage), page * PAGE);
      }
    }
  }

  @Test
  void aRestoreIntoANewPlaceSaysThatNothingIsThere() {
    Path backup = temp.resolve("all.db");
    assertThat(commands.run("history", "backup", backup.toString()).status()).isZero();
    Path empty = temp.resolve("new");

    Done tried = new Commands(empty).run("history", "restore", backup.toString());

    assertThat(tried.out())
        .contains("There is no history in %s yet.".formatted(empty))
        .doesNotContain("can't be read");
  }

  @Test
  void aBackupReplacesAnOlderOneOnlyWhenTold() throws Exception {
    Path backup = temp.resolve("all.db");
    assertThat(commands.run("history", "backup", backup.toString()).status()).isZero();
    byte[] older = Files.readAllBytes(backup);
    commands.run("compare", "One more", "-m", "sandbox/scribe");

    Done refused = commands.run("history", "backup", backup.toString());

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already; it was not touched. Say --force");
    assertThat(backup).hasBinaryContent(older);
    assertThat(commands.run("history", "backup", backup.toString(), "--force").status()).isZero();
    assertThat(Files.readAllBytes(backup)).isNotEqualTo(older);
  }

  @Test
  void whatIsNotKeptNeedsNoPlaceToWrite_D11() {
    Services.Opening readOnly =
        new Services.Opening() {
          @Override
          public Services open(Path home) throws HistoryException {
            throw unwritable();
          }

          @Override
          public Services openForReading(Path home, HistoryException why)
              throws HistoryException, SettingsException, IOException {
            return Workbench.openForReading(home, why);
          }
        };

    Done passing = commands.with(readOnly, "compare", "Hello", "-m", "sandbox/scribe", "--no-save");

    assertThat(passing.status()).as(passing.err()).isZero();
    assertThat(passing.out()).contains("complete");
    assertThat(commands.with(readOnly, "compare", "Hello", "-m", "sandbox/scribe").status())
        .isEqualTo(1);
  }

  private static HistoryException unwritable() {
    return new HistoryException(
        HistoryException.Kind.UNWRITABLE, "Nothing can be written there.", null);
  }
}
