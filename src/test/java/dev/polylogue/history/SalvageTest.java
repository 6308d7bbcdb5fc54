package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        store.finish(asked.complete("Word after word. ".repeat(i * 10)), java.util.List.of());
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
      store.search(java.time.Clock.systemUTC()).page("word", Long.MAX_VALUE, 10);
    }
    assertThat(new Doctor(Places.usual(home), CLOCK).examine().of(Finding.Kind.DATABASE))
        .as("seed " + seed)
        .isEmpty();
  }

  @Test
  void aHistoryWhoseHeaderWasOverwrittenIsSavedWhole() throws Exception {
    Path home = copy("headless");
    Damage.garbage(home.resolve("polylogue.db"), 0, 100);

    Restorer.Restored saved = new Restorer(Places.usual(home), CLOCK).salvage();

    assertThat(saved.contents().comparisons()).as("D18").isEqualTo(KEPT);
    assertThat(saved.contents().replies()).as("D18").isEqualTo(KEPT);
    assertThat(saved.lost()).isEmpty();
    assertUsable(home, -1);
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
