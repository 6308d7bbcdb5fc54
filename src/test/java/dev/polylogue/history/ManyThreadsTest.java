package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyThreadsTest {
  private static final int PANES = 8;
  private static final int WORDS = 50;

  @TempDir Path folder;

  @Test
  void paneWordsStayApartWhenAllAreWrittenAndReadAtOnce() throws Exception {
    Samples samples = new Samples();
    try (HistoryStore store = HistoryStore.open(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Samples.Asked> all = new ArrayList<>();
      List<Future<Void>> runs = new ArrayList<>();
      for (int i = 0; i < PANES; i++) {
        Samples.Asked asked = samples.asked(store);
        all.add(asked);
        runs.add(threads.submit(() -> stream(store, asked)));
      }
      for (Future<Void> run : runs) {
        run.get();
      }

      for (Samples.Asked asked : all) {
        assertThat(asked.stored(store).text()).as("T13").isEqualTo(word(asked).repeat(WORDS));
      }
    }
  }

  private static Void stream(HistoryStore store, Samples.Asked asked) throws HistoryException {
    for (int i = 1; i <= WORDS; i++) {
      store.append(asked.words(word(asked)));
      assertThat(asked.stored(store).text()).isEqualTo(word(asked).repeat(i));
    }
    return null;
  }

  private static String word(Samples.Asked asked) {
    return asked.reply().id() + " ";
  }

  @Test
  void aClosedHistorySaysSo() throws HistoryException {
    HistoryStore store = HistoryStore.open(folder);
    store.close();
    store.close();

    assertThatThrownBy(() -> store.list(1, 0))
        .isInstanceOf(HistoryException.class)
        .hasMessage(folder.resolve("polylogue.db") + " was closed.");
  }
}
