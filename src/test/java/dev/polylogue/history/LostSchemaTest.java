package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D18 to D20: the list of the tables is lost in part or as a whole, and their rows are not. */
class LostSchemaTest {
  private static final int PAGE = 4096;
  private static final Instant LATER = Samples.NOON.plusSeconds(1_000_000);

  @TempDir Path temp;
  private Path home;
  private Path database;

  @BeforeEach
  void keepSome() throws Exception {
    home = temp.resolve("home");
    database = home.resolve("polylogue.db");
    keep(3, 600);
  }

  private void keep(int comparisons, int sentences) throws Exception {
    try (HistoryStore store = HistoryStore.open(home)) {
      for (int i = 0; i < comparisons; i++) {
        Samples.Asked asked = new Samples(new UUID(0x5100L, i * 1000L)).asked(store);
        store.finish(
            asked.ended(ReplyState.COMPLETE, new Part.Text("The moon pulls. ".repeat(sentences))),
            List.of());
      }
    }
  }

  @Test
  void everyPageOfTheListMayBeGarbage() throws Exception {
    List<Long> pages = Damage.pages(database, "sqlite_schema");
    assertThat(pages).hasSizeGreaterThan(3);
    byte[] whole = Files.readAllBytes(database);
    for (long page : pages) {
      Files.write(database, whole);
      Damage.page(database, page);

      Restorer.Restored saved = salvaged();

      assertSaved(saved, "page " + page);
    }
  }

  @Test
  void theFirstPageMayBeZeros() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      file.write(new byte[PAGE]);
    }

    assertSaved(salvaged(), "D18");
  }

  @Test
  void whatStandsBeforeTheCutIsSaved() throws Exception {
    Files.delete(database);
    Files.delete(home.resolve("lock"));
    keep(120, 20);
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      file.setLength(file.length() / 2 / PAGE * PAGE);
    }

    Restorer.Restored saved = salvaged();

    assertThat(saved.contents().replies()).as("D20").isGreaterThan(5);
    assertThat(saved.isWhole()).isFalse();
  }

  @Test
  void aFileWithoutAnyRowOfOursIsNotAHistory() throws Exception {
    Damage.garbage(database, 0, Files.size(database));

    assertThatThrownBy(this::salvaged)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("Nothing of a Polylogue history can be found");
  }

  private Restorer.Restored salvaged() throws HistoryException {
    return new Restorer(Places.usual(home), () -> LATER).salvage();
  }

  private void assertSaved(Restorer.Restored saved, String what) throws Exception {
    assertThat(saved.contents().comparisons()).as(what).isEqualTo(3);
    assertThat(saved.contents().turns()).as(what).isEqualTo(3);
    assertThat(saved.contents().replies()).as(what).isEqualTo(3);
    assertThat(saved.isWhole()).as("%s: tables may have had more rows", what).isFalse();
    try (HistoryStore store = HistoryStore.open(home)) {
      for (var entry : store.list(10, 0)) {
        assertThat(entry.title()).as(what).isEqualTo("Explain tides.");
        var pane = store.load(entry.id()).orElseThrow().panes().getFirst();
        assertThat(pane.answers().getFirst().reply().text())
            .as(what)
            .isEqualTo("The moon pulls. ".repeat(600));
        assertThat(store.load(entry.id()).orElseThrow().tree().path().getFirst().user().text())
            .as(what)
            .startsWith("Explain tides.");
      }
    }
    assertThat(new Doctor(Places.usual(home), () -> LATER).examine().findings()).as(what).isEmpty();
  }
}
