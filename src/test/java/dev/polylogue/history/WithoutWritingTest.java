package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history where nothing can be written is still read, and one that is gone is not written. */
class WithoutWritingTest {
  private static final HistoryException FULL =
      new HistoryException(HistoryException.Kind.FULL, "The disk is full.", null);

  @TempDir Path temp;

  @Test
  void aHistoryIsReadWithoutAWordBeingWritten() throws Exception {
    Samples.Asked asked = kept(temp);
    TreeMap<String, FileTime> before = files(temp);

    try (HistoryStore store = HistoryStore.openForReading(temp, FULL)) {
      assertThat(asked.stored(store).text()).as("D08, D11").isEqualTo("The moon.");
      assertThat(store.list(10, 0)).hasSize(1);
      assertThatThrownBy(() -> store.rename(asked.comparison().id(), "no"))
          .isInstanceOf(HistoryException.class)
          .hasMessage(
              "The history is open for reading only: nothing was stored. The disk is full.");
    }

    assertThat(files(temp)).isEqualTo(before);
  }

  @Test
  void changesThatStillWaitInTheLogAreReadToo() throws Exception {
    Path home = temp.resolve("home");
    Samples.Asked asked = kept(home);
    Path left = Files.createDirectory(temp.resolve("left"));
    try (HistoryStore store = HistoryStore.open(home)) {
      store.rename(asked.comparison().id(), "In the log only");
      int status = new ProcessBuilder("cp", "-r", home + "/.", left.toString()).start().waitFor();
      assertThat(status).isZero();
    }
    assertThat(Files.size(left.resolve("polylogue.db-wal"))).isPositive();

    try (HistoryStore store = HistoryStore.openForReading(left, FULL)) {
      assertThat(store.list(10, 0).getFirst().title()).as("D08").isEqualTo("In the log only");
    }
  }

  @Test
  void anEarlierVersionIsReadWithoutBeingBroughtUp() throws Exception {
    StoredSchemas.unpack(1, temp.resolve("old"));
    byte[] before = Files.readAllBytes(temp.resolve("old").resolve("polylogue.db"));

    try (HistoryStore store = HistoryStore.openForReading(temp.resolve("old"), FULL)) {
      assertThat(store.list(100, 0)).isNotEmpty();
    }

    assertThat(temp.resolve("old").resolve("polylogue.db")).hasBinaryContent(before);
  }

  @Test
  void nothingIsWrittenIntoAFileThatIsNoLongerThere() throws Exception {
    Samples.Asked asked = kept(temp);
    try (HistoryStore store = HistoryStore.open(temp)) {
      Path away = Files.createDirectory(temp.resolve("native").resolve("away"));
      Files.move(temp.resolve("polylogue.db"), away.resolve("polylogue.db"));

      assertThatThrownBy(() -> store.rename(asked.comparison().id(), "lost"))
          .as("D12")
          .hasMessageContaining("is no longer there");
      assertThat(temp.resolve("polylogue.db")).as("no new one is made").doesNotExist();

      Files.move(away.resolve("polylogue.db"), temp.resolve("polylogue.db"));
      store.rename(asked.comparison().id(), "back again");
    }
    try (HistoryStore store = HistoryStore.open(temp)) {
      assertThat(store.list(10, 0).getFirst().title()).isEqualTo("back again");
    }
  }

  @Test
  void theNativeLibraryIsKeptAndUsedAgain() throws Exception {
    kept(temp);
    Path library;
    try (Stream<Path> files = Files.walk(temp.resolve("native"))) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      assertThat(found).as("D08").hasSize(1);
      library = found.getFirst();
    }
    FileTime made = Files.getLastModifiedTime(library);
    Object key = Files.getAttribute(library, "unix:ino");

    HistoryStore.open(temp).close();

    assertThat(Files.getLastModifiedTime(library)).isEqualTo(made);
    assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(key);
    Files.writeString(library, "planted");
    HistoryStore.open(temp).close();
    assertThat(Files.size(library)).as("T21").isGreaterThan(100_000);
  }

  /** D08, D09: on a disk of its own that is really full. */
  @Test
  void aFullDiskIsSaidAndLeavesEverythingReadable() throws Exception {
    Path disk = Files.createDirectory(temp.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()), "may not mount");
    try {
      Path home = disk.resolve("home");
      Samples.Asked asked = kept(home);
      Path backup = new Backups(Places.usual(home), () -> Samples.NOON).make().file();
      fill(disk.resolve("filler"));

      assertThatThrownBy(() -> new Backups(Places.usual(home), () -> Samples.NOON).make())
          .as("D09")
          .isInstanceOfSatisfying(
              HistoryException.class,
              full -> assertThat(full.kind()).isEqualTo(HistoryException.Kind.FULL));
      assertThat(backup).as("D09").exists();
      try (Stream<Path> left = Files.list(backup.getParent())) {
        assertThat(left).as("D09").noneMatch(file -> file.toString().endsWith(".part"));
      }
      try (HistoryStore store = HistoryStore.openForReading(home, FULL)) {
        assertThat(asked.stored(store).text()).as("D08").isEqualTo("The moon.");
      }
      assertRefusedForWantOfRoom(home);
      assertLookedAt(Places.usual(home));
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static void assertRefusedForWantOfRoom(Path home) {
    assertThatThrownBy(() -> HistoryStore.open(home))
        .as("D08")
        .isInstanceOfSatisfying(
            HistoryException.class,
            full -> assertThat(full.kind()).isEqualTo(HistoryException.Kind.FULL));
  }

  /** It can be examined, and backed up to another disk. */
  private Doctor.Report assertLookedAt(Places places) throws Exception {
    Doctor.Report report = new Doctor(places, () -> Samples.NOON).examine();
    assertThat(report.findings()).as("D08, D11").isEmpty();
    Path elsewhere = temp.resolve("elsewhere.db");
    Backups.Made made = new Backups(places, () -> Samples.NOON).makeIn(elsewhere, true);
    assertThat(made.contents().comparisons()).as("D08, D11").isEqualTo(1);
    return report;
  }

  /** D11: a folder on a disk that can only be read, which holds for every user. */
  @Test
  void aReadOnlyDiskIsReadExaminedAndBackedUp() throws Exception {
    Path home = temp.resolve("home");
    Samples.Asked asked = kept(home);
    Path disk = Files.createDirectory(temp.resolve("disk"));
    Assumptions.assumeTrue(run("mount", "--bind", home.toString(), disk.toString()), "no mount");
    try {
      Assumptions.assumeTrue(run("mount", "-o", "remount,ro,bind", disk.toString()), "no mount");

      assertThatThrownBy(() -> HistoryStore.open(disk))
          .isInstanceOfSatisfying(
              HistoryException.class,
              why -> assertThat(why.kind()).isEqualTo(HistoryException.Kind.UNWRITABLE));
      try (HistoryStore store = HistoryStore.openForReading(disk, FULL)) {
        assertThat(asked.stored(store).text()).as("D11").isEqualTo("The moon.");
      }
      assertThat(assertLookedAt(Places.usual(disk)).notes()).isEmpty();
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // That is what it was for.
    }
  }

  static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  private static Samples.Asked kept(Path home) throws HistoryException {
    try (HistoryStore store = HistoryStore.open(home)) {
      Samples.Asked asked = new Samples().asked(store);
      store.finish(asked.complete("The moon."), List.of());
      return asked;
    }
  }

  private static TreeMap<String, FileTime> files(Path folder) throws IOException {
    TreeMap<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
