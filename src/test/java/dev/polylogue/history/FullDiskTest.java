package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path folder;

  @Test
  void aFullDiskIsSaidInWordsAndWhatDidNotFitIsStoredOnceThereIsRoom() throws HistoryException {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Samples.Asked asked = new Samples().asked(store);
      store.append(asked.words("before, "));
      String much = "much ".repeat(10_000);

      limitPages(store, 1);
      assertThatThrownBy(() -> store.append(asked.words(much)))
          .as("D07")
          .isInstanceOf(HistoryException.class)
          .hasMessageStartingWith("The disk is full: nothing more could be stored in " + folder);
      assertThat(asked.stored(store).text()).isEqualTo("before, ");

      limitPages(store, 1_000_000);
      store.append(asked.words(much));
      assertThat(asked.stored(store).text()).isEqualTo("before, " + much);
    }
  }

  /** SQLite takes fewer pages than there are for as many as there are. */
  private static void limitPages(HistoryStore store, int pages) throws HistoryException {
    store.database().write(db -> db.has("PRAGMA max_page_count = " + pages));
  }
}
