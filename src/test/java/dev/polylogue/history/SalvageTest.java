package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Turn;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D18, D19, D20: salvaging ends with a history that can be used, or with a sentence. */
class SalvageTest {
  private static final InstantSource CLOCK = () -> Samples.NOON;
  private static final int KEPT = 30;
  private static final int PAGE = 4096;

  @TempDir Path temp;
  private Path whole;

  @BeforeEach
  void keepMuch() throws Exception {
    whole = temp.resolve("whole");
    try (HistoryStore store = HistoryStore.open(whole)) {
      for (int i = 0; i < KEPT; i++) {
        Samples.Asked asked = new Samples(new UUID(0x9000L, i * 1000L)).asked(store);
        store.finish(asked.complete("Word after word. ".repeat(i * 10)), List.of());
      }
    }
  }

  @Test
  void whateverIsDamagedEndsInAHistoryOrInASentence() throws Exception {
    int saved = 0;
    for (int seed = 0; seed < 60; seed++) {
      Path home = copy("seed-" + seed);
      Path database = home.resolve("polylogue.db");
      damage(database, new Random(seed));
      byte[] before = Files.readAllBytes(database);
      try {
        new Restorer(Places.usual(home), CLOCK).salvage();
        saved++;
      } catch (HistoryException e) {
        assertThat(e.getMessage()).as("seed " + seed).doesNotContain("SQLITE").endsWith(".");
        assertThat(database).as("seed " + seed).hasBinaryContent(before);
        continue;
      }
      assertUsable(home, seed);
    }
    assertThat(saved).as("D19: most can be saved").isGreaterThan(50);
  }

  /** Pages of garbage or of nothing, single bytes, and an end that is missing. */
  private static void damage(Path database, Random random) throws Exception {
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      int pages = (int) (file.size() / PAGE);
      switch (random.nextInt(4)) {
        case 0 -> {
          for (int i = 0; i < 1 + pages / 10; i++) {
            byte[] garbage = new byte[PAGE];
            random.nextBytes(garbage);
            file.write(ByteBuffer.wrap(garbage), (1L + random.nextInt(pages - 1)) * PAGE);
          }
        }
        case 1 -> file.write(ByteBuffer.allocate(PAGE), (long) random.nextInt(pages) * PAGE);
        case 2 -> {
          for (int i = 0; i < 200; i++) {
            byte[] one = {(byte) random.nextInt(256)};
            file.write(ByteBuffer.wrap(one), random.nextLong(file.size()));
          }
        }
        default -> file.truncate(file.size() * (3 + random.nextInt(6)) / 10);
      }
    }
  }

  private static void assertUsable(Path home, int seed) throws Exception {
    try (HistoryStore store = HistoryStore.open(home)) {
      for (var entry : store.list(1000, 0)) {
        assertThat(store.load(entry.id())).as("seed " + seed).isPresent();
      }
      store.search(Clock.systemUTC()).page("word", Long.MAX_VALUE, 10);
    }
    assertThat(new Doctor(Places.usual(home), CLOCK).examine().findings())
        .as("seed " + seed + ": what was saved is no finding")
        .isEmpty();
  }

  @Test
  void aHistoryWhoseHeaderWasOverwrittenIsSavedWhole() throws Exception {
    Path home = copy("headless");
    Damage.garbage(home.resolve("polylogue.db"), 0, 100);

    Restorer.Restored saved = new Restorer(Places.usual(home), CLOCK).salvage();

    assertThat(saved.contents().comparisons()).as("D18").isEqualTo(KEPT);
    assertThat(saved.contents().replies()).as("D18").isEqualTo(KEPT);
    assertThat(saved.losses().rows()).isEmpty();
    assertUsable(home, -1);
  }

  /** D19: the index lists what is lost a second time. */
  @Test
  void whatIsLostIsNamedAndTheRestIsNoFinding() throws Exception {
    Path home = copy("named");
    Samples samples = new Samples(new UUID(0x7000L, 0));
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = samples.asked(store);
      store.rename(asked.comparison().id(), "Tides of the harbour");
      store.finish(asked.complete("A word that will be lost."), List.of());
      Turn silent = samples.turn("A prompt that will be lost.");
      store.beginTurn(asked.comparison().id(), silent, Map.of());
      store
          .database()
          .write(
              db -> {
                db.run("DELETE FROM reply_part WHERE reply = ?", asked.reply().id());
                db.run("DELETE FROM turn_part WHERE turn = ?", silent.id());
              });
    }
    Restorer restorer = new Restorer(Places.usual(home), CLOCK);
    byte[] before = Files.readAllBytes(home.resolve("polylogue.db"));

    Restorer.Restored tried = restorer.trySalvage();

    assertThat(home.resolve("polylogue.db")).hasBinaryContent(before);
    assertThat(tried.aside()).isNull();
    Restorer.Restored saved = restorer.salvage();
    assertThat(saved.contents()).isEqualTo(tried.contents());
    assertThat(saved.losses().messages())
        .isEqualTo(tried.losses().messages())
        .extracting(LostMessage::words)
        .contains(
            "the answer of "
                + Samples.SCRIBE
                + " in “Tides of the harbour” (2026-11-22 12:00 UTC)");
    assertUsable(home, -2);
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(
              store.search(Clock.systemUTC()).page("could not be saved", Long.MAX_VALUE, 9).found())
          .hasSize(1);
    }
  }

  /** D19: the page from which all others of a table are found. */
  @ParameterizedTest
  @ValueSource(strings = {"comparison", "turn", "turn_part", "reply", "reply_part", "pane"})
  void aTableThatLostItsFirstPageKeepsItsRows(String table) throws Exception {
    Path home = copy("rootless");
    try (HistoryStore store = HistoryStore.open(home)) {
      for (int i = 0; i < 300; i++) {
        Samples.Asked asked = new Samples(new UUID(0xA000L, i * 1000L)).asked(store);
        store.finish(asked.complete("Words that are kept " + i), List.of());
      }
    }
    loseWayTo(table, home.resolve("polylogue.db"));

    Restorer.Restored saved = new Restorer(Places.usual(home), CLOCK).salvage();

    assertThat(saved.contents().comparisons()).as("D19").isEqualTo(KEPT + 300);
    assertThat(saved.contents().turns()).isEqualTo(KEPT + 300);
    assertThat(saved.contents().replies()).isEqualTo(KEPT + 300);
    assertThat(saved.losses().messages()).isEmpty();
    assertUsable(home, -4);
    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.search(Clock.systemUTC()).page("Words kept 299", Long.MAX_VALUE, 9).found())
          .hasSize(1);
    }
  }

  /** D19 after D01: the program died, and what it stored last still waits in the log. */
  @Test
  void rowsWithoutAWayToThemAreKeptBesideALogThatWaits() throws Exception {
    Path used = copy("used");
    try (HistoryStore store = HistoryStore.open(used)) {
      for (int i = 0; i < 300; i++) {
        Samples.Asked asked = new Samples(new UUID(0xA000L, i * 1000L)).asked(store);
        store.finish(asked.complete("Words that are kept " + i), List.of());
      }
    }
    Path home = temp.resolve("waiting");
    try (HistoryStore store = HistoryStore.open(used)) {
      Samples.Asked asked = new Samples(new UUID(0xB000L, 0)).asked(store);
      store.finish(asked.complete("Words that wait"), List.of());
      assertThat(WithoutWritingTest.run("cp", "-r", used.toString(), home.toString())).isTrue();
    }
    Files.deleteIfExists(home.resolve("polylogue.db-shm"));
    assertThat(home.resolve("polylogue.db-wal")).isNotEmptyFile();
    loseWayTo("reply_part", home.resolve("polylogue.db"));

    Restorer.Restored saved = new Restorer(Places.usual(home), CLOCK).salvage();

    assertThat(saved.contents().replies()).isEqualTo(KEPT + 301);
    assertThat(saved.losses().messages()).isEmpty();
    assertUsable(home, -5);
    try (HistoryStore store = HistoryStore.open(home)) {
      for (String words : List.of("Words kept 299", "Words that wait")) {
        assertThat(store.search(Clock.systemUTC()).page(words, Long.MAX_VALUE, 9).found())
            .as(words)
            .hasSize(1);
      }
    }
  }

  private static void loseWayTo(String table, Path database) throws Exception {
    Damage.page(database, Damage.root(database, table));
  }

  @Test
  void aComparisonThatLostItsTitleIsCalledByItsFirstWords() throws Exception {
    Path home = copy("untitled");
    try (HistoryStore store = HistoryStore.open(home)) {
      store.database().erase(db -> db.run("DELETE FROM comparison"));
    }

    new Restorer(Places.usual(home), CLOCK).salvage();

    try (HistoryStore store = HistoryStore.open(home)) {
      assertThat(store.list(100, 0))
          .hasSize(KEPT)
          .allMatch(entry -> entry.title().equals("Explain tides."));
    }
    assertUsable(home, -3);
  }

  @Test
  void aFileThatNeverWasAHistoryYieldsNothingAndSaysSo() throws Exception {
    Path home = copy("foreign");
    Files.writeString(home.resolve("polylogue.db"), "Not a word of a database. ".repeat(500));

    assertThatThrownBy(() -> new Restorer(Places.usual(home), CLOCK).salvage())
        .as("D18")
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("Nothing of a Polylogue history can be found in ");
  }

  @Test
  void anEmptyFileHasNothingToSalvage() throws Exception {
    Path home = copy("empty");
    Files.write(home.resolve("polylogue.db"), new byte[0]);

    assertThatThrownBy(() -> new Restorer(Places.usual(home), CLOCK).salvage())
        .as("D23")
        .hasMessageContaining("there is nothing in it to salvage");
  }

  @Test
  void ofAFolderThatNeverHeldAHistoryNobodySaysThatOneIsLost_D23() {
    Path never = temp.resolve("never");
    assertThatThrownBy(() -> new Restorer(Places.usual(never), CLOCK).salvage())
        .hasMessageContaining("There is no history in");
  }

  /**
   * A disk without room for the new history: no row is counted as lost that was only not stored.
   */
  @Test
  void aFullDiskIsSaidAndTheDamagedHistoryStays() throws Exception {
    Path disk = Files.createDirectory(temp.resolve("disk"));
    Assumptions.assumeTrue(
        WithoutWritingTest.run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
        "may not mount");
    try {
      Path home = disk.resolve("home");
      WithoutWritingTest.run("cp", "-r", whole.toString(), home.toString());
      Damage.garbage(home.resolve("polylogue.db"), PAGE * 40L, PAGE * 41L);
      Restorer restorer = new Restorer(Places.usual(home), CLOCK);
      WithoutWritingTest.fill(disk.resolve("filler"));

      assertThatThrownBy(restorer::salvage)
          .as("D09")
          .isInstanceOfSatisfying(
              HistoryException.class,
              full -> assertThat(full.kind()).isEqualTo(HistoryException.Kind.FULL))
          .hasMessageStartingWith("The disk is full");
      assertThat(home.resolve("polylogue.db")).isNotEmptyFile();

      Files.delete(disk.resolve("filler"));
      assertThat(restorer.salvage().contents().comparisons()).isGreaterThan(KEPT / 2);
    } finally {
      WithoutWritingTest.run("umount", "-l", disk.toString());
    }
  }

  private Path copy(String name) throws Exception {
    Path home = temp.resolve(name);
    assertThat(WithoutWritingTest.run("cp", "-r", whole.toString(), home.toString())).isTrue();
    return home;
  }
}
