package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddPathTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a?mode=memory&cache=shared",
        "a#b",
        "100%",
        "%2e%2e%2fup",
        "with spaces ",
        "file:x",
        ":memory:",
        "a;b'c\"d",
        "été",
        "🌊 tides"
      })
  void aFolderMayBeCalledAnything(String name) throws HistoryException {
    Assumptions.assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name));
    Path folder = temp.resolve(name);
    Samples.Asked asked;
    try (HistoryStore store = HistoryStore.open(folder)) {
      asked = new Samples().asked(store);
      store.finish(asked.complete("The moon pulls."), List.of());
    }

    assertThat(folder.resolve("polylogue.db")).as("T19").isNotEmptyFile();
    assertThat(folder.resolve("polylogue.db-wal")).doesNotExist();
    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(asked.stored(store).text()).isEqualTo("The moon pulls.");
    }
  }
}
