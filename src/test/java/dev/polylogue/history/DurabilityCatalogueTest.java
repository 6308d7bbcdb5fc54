package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every event of the durability catalogue, D01 to D43, is tested somewhere, or it is said why not.
 */
class DurabilityCatalogueTest {
  private static final Path TESTS = Path.of("src/test/java/dev/polylogue");

  /** The test that cites the number. */
  private static final Map<String, String> TESTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("D01", "session/ThousandKillsTest"),
              Map.entry("D02", "history/KillTest"),
              Map.entry("D03", "session/ThousandKillsTest"),
              Map.entry("D04", "history/MigrationTest"),
              Map.entry("D05", "history/MigrationTest"),
              Map.entry("D06", "history/MigrationTest"),
              Map.entry("D07", "history/FullDiskTest"),
              Map.entry("D08", "history/WithoutWritingTest"),
              Map.entry("D09", "history/WithoutWritingTest"),
              Map.entry("D11", "history/UnopenableHistoryTest"),
              Map.entry("D12", "history/WithoutWritingTest"),
              Map.entry("D13", "history/NetworkDriveTest"),
              Map.entry("D14", "history/DoctorTest"),
              Map.entry("D15", "history/UnopenableHistoryTest"),
              Map.entry("D16", "app/SingleInstanceTest"),
              Map.entry("D17", "app/SingleInstanceTest"),
              Map.entry("D18", "history/RestorerTest"),
              Map.entry("D19", "history/RestorerTest"),
              Map.entry("D20", "history/UnopenableHistoryTest"),
              Map.entry("D21", "history/PassageRowsTest"),
              Map.entry("D22", "history/UnopenableHistoryTest"),
              Map.entry("D23", "history/UnopenableHistoryTest"),
              Map.entry("D24", "history/UnopenableHistoryTest"),
              Map.entry("D25", "history/PortableHistoryTest"),
              Map.entry("D26", "history/BackupsTest"),
              Map.entry("D27", "history/JournalTest"),
              Map.entry("D28", "history/BackupsTest"),
              Map.entry("D29", "history/BackupsTest"),
              Map.entry("D30", "history/BackupsTest"),
              Map.entry("D31", "history/RestorerTest"),
              Map.entry("D32", "history/RestorerTest"),
              Map.entry("D33", "history/DoctorTest"),
              Map.entry("D34", "history/DoctorTest"),
              Map.entry("D35", "history/DoctorTest"),
              Map.entry("D36", "history/ForgettingTest"),
              Map.entry("D38", "history/RoundTripTest"),
              Map.entry("D39", "run/RoundTest"),
              Map.entry("D41", "history/PortableHistoryTest"),
              Map.entry("D43", "history/PortableHistoryTest")));

  private static final Map<String, String> NOT_TESTED =
      Map.of(
          "D10",
          "SQLite keeps its temporary tables in memory (PRAGMA temp_store), so no temporary folder"
              + " can be full",
          "D37",
          "figures of large histories are measured by the benchmark of the history",
          "D40",
          "a power cut can't be made by a program; synchronous=FULL relies on SQLite's own tests",
          "D42",
          "needs Windows, where another program can keep a file from being renamed");

  @Test
  void noNumberIsMissing() {
    List<String> missing =
        new ArrayList<>(IntStream.rangeClosed(1, 43).mapToObj("D%02d"::formatted).toList());
    missing.removeAll(TESTED.keySet());
    missing.removeAll(NOT_TESTED.keySet());
    assertThat(missing).isEmpty();
    assertThat(TESTED.keySet()).doesNotContainAnyElementsOf(NOT_TESTED.keySet());
  }

  @Test
  void eachTestCitesItsNumber() throws IOException {
    for (Map.Entry<String, String> entry : TESTED.entrySet()) {
      String test = Files.readString(TESTS.resolve(entry.getValue() + ".java"));
      assertThat(test).as(entry.getValue()).contains(entry.getKey());
    }
  }
}
