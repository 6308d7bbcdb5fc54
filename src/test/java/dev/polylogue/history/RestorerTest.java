package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorerTest {
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
  private static final InstantSource CLOCK = () -> Samples.NOON;

  @TempDir Path temp;
  private Places places;
  private Path database;
  private Restorer restorer;
  private Samples.Asked asked;

  @BeforeEach
  void keepSomething() throws HistoryException {
    places = Places.usual(temp.resolve("home"));
    database = places.folder().resolve("polylogue.db");
    restorer = new Restorer(places, CLOCK);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      asked = new Samples().asked(store);
      var picture = store.blobs().keep(Bytes.owning(PICTURE), "image/png", "cat.png");
      store.finish(
          asked.ended(ReplyState.COMPLETE, new Part.Text("The moon."), new Part.Picture(picture)),
          List.of());
    }
  }

  /** D31: on another computer, which has something of its own, with undo. */
  @Test
  void aBackupReplacesAnotherHistoryWhichCanBeBroughtBack() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    Places other = Places.usual(temp.resolve("other"));
    try (HistoryStore store = HistoryStore.open(other.folder())) {
      Samples.Asked own = new Samples(new UUID(0x8200L, 0)).asked(store);
      store.rename(own.comparison().id(), "Only here");
    }
    Restorer there = new Restorer(other, CLOCK);

    Restorer.Preview preview = there.preview(backup);
    assertThat(preview.onlyHere()).containsExactly("Only here");
    assertThat(preview.there().comparisons()).isEqualTo(1);
    assertThat(preview.missing()).isZero();
    Restorer.Restored restored = there.restore(backup);

    try (HistoryStore store = HistoryStore.open(other.folder())) {
      assertThat(asked.stored(store).text()).isEqualTo("The moon.");
      assertThat(store.list(10, 0)).hasSize(1);
      Part.Picture picture = (Part.Picture) asked.stored(store).parts().getLast();
      assertThat(store.blobs().read(picture.blob()).toArray()).isEqualTo(PICTURE);
    }
    there.restore(restored.aside().resolve("polylogue.db"));
    try (HistoryStore store = HistoryStore.open(other.folder())) {
      assertThat(store.list(10, 0).getFirst().title()).isEqualTo("Only here");
    }
    assertThat(there.putAside()).hasSize(2);
  }

  /** D31, D34: what only the replaced history needs goes with it, and comes back with it. */
  @Test
  void theReplacedHistoryTakesItsPicturesAlongAndBringsThemBack() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    byte[] late = "a later picture".getBytes(StandardCharsets.UTF_8);
    Samples.Asked more;
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      more = new Samples(new UUID(0x8500L, 0)).asked(store);
      var picture = store.blobs().keep(Bytes.owning(late), "image/png", "late.png");
      store.finish(more.ended(ReplyState.COMPLETE, new Part.Picture(picture)), List.of());
    }

    Path first = restorer.restore(backup).aside();

    assertSound();
    assertThat(blobs()).as("the one that both have").hasSize(1);
    Path second = restorer.restore(first.resolve("polylogue.db")).aside();
    assertSound();
    assertThat(blobs()).hasSize(2);
    assertThat(DataFolder.asItIs(second).storedBlobs()).as("not those that came in").hasSize(1);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      Part.Picture picture = (Part.Picture) more.stored(store).parts().getLast();
      assertThat(store.blobs().read(picture.blob()).toArray()).isEqualTo(late);
    }
    Path third = restorer.startEmpty();
    HistoryStore.open(places.folder()).close();
    assertSound();
    assertThat(blobs()).isEmpty();
    assertThat(restorer.putAside())
        .containsExactlyInAnyOrder(
            first.resolve("polylogue.db"),
            second.resolve("polylogue.db"),
            third.resolve("polylogue.db"));
    assertThat(restorer.restore(third.resolve("polylogue.db")).missing()).isZero();
    assertSound();
    assertThat(blobs()).hasSize(2);
  }

  private List<Path> blobs() throws Exception {
    return DataFolder.asItIs(places.folder()).storedBlobs();
  }

  private void assertSound() throws Exception {
    assertThat(new Doctor(places, CLOCK).examine().findings()).isEmpty();
  }

  @Test
  void nothingIsRestoredWhileTheHistoryIsInUse() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThatThrownBy(() -> restorer.restore(backup))
          .hasMessageContaining("in use by another Polylogue");
      assertThat(asked.stored(store).text()).isEqualTo("The moon.");
    }
  }

  @Test
  void aBackupOfANewerVersionIsNotRestored() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    sql(backup, "PRAGMA user_version = 99");

    assertRefused(backup, "made by a newer version");
  }

  @Test
  void whatIsNoBackupIsNotRestored() throws Exception {
    Path text = Files.writeString(temp.resolve("text.db"), "No database at all. ".repeat(500));
    Path foreign = temp.resolve("foreign.db");
    try (Db db = Connections.fresh(foreign)) {
      db.script("CREATE TABLE photo (id INTEGER)");
    }
    Path damaged = new Backups(places, CLOCK).make().file();
    Damage.garbage(damaged, 4096L * 3, 4096L * 12);

    assertRefused(text, "can't be read as a Polylogue history");
    assertRefused(foreign, "is not a Polylogue history");
    assertRefused(damaged, "damaged");
    assertRefused(temp.resolve("nowhere.db"), "There is no file");
  }

  /** D32, T16: a database that means harm is read as rows, and nothing else of it comes in. */
  @Test
  void triggersViewsAndStrangeTablesOfABackupStayBehind() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    sql(
        backup,
        """
        CREATE TABLE planted (x);
        CREATE VIEW endless AS
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
        CREATE TRIGGER evil AFTER INSERT ON turn BEGIN DELETE FROM comparison; END;
        CREATE TRIGGER worse AFTER UPDATE ON comparison BEGIN DELETE FROM reply; END;
        """);

    restorer.restore(backup);

    try (Db db = Connections.reading(database, 50)) {
      assertThat(
              db.list(
                  "SELECT name FROM sqlite_schema WHERE name IN ('planted', 'endless', 'evil',"
                      + " 'worse')",
                  row -> row.text("name")))
          .isEmpty();
    }
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      new Samples(new UUID(0x8300L, 0)).asked(store);
      assertThat(store.list(10, 0)).hasSize(2);
    }
  }

  @Test
  void aBackupWhoseTablesAreViewsOrHoldOtherTypesIsRefused() throws Exception {
    Path views = new Backups(places, CLOCK).make().file();
    sql(
        views,
        """
        PRAGMA foreign_keys = OFF;
        DROP TABLE comparison_tag;
        CREATE VIEW comparison_tag AS SELECT id AS comparison, 'x' AS tag FROM comparison;
        """);
    Path types = new Backups(places, CLOCK).make().file();
    sql(
        types,
        """
        PRAGMA foreign_keys = OFF;
        DROP TABLE comparison_tag;
        CREATE TABLE comparison_tag (comparison, tag);
        INSERT INTO comparison_tag SELECT id, x'00ff' FROM comparison;
        """);

    assertThatThrownBy(() -> restorer.restore(views))
        .as("T16")
        .hasMessageContaining("lacks the table comparison_tag");
    assertThatThrownBy(() -> restorer.restore(types)).isInstanceOf(HistoryException.class);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(asked.stored(store).text()).isEqualTo("The moon.");
    }
  }

  /** D19: what is on the pages that are still there is saved, and the rest is kept aside. */
  @Test
  void aDamagedHistoryIsSalvaged() throws Exception {
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      for (int i = 0; i < 120; i++) {
        Samples.Asked more = new Samples(new UUID(0x8400L, i * 1000L)).asked(store);
        store.finish(more.complete("Word after word. ".repeat(60)), List.of());
      }
    }
    long pages = Files.size(database) / 4096;
    // Behind the pages that describe the tables, without which nothing can be read.
    for (long page : List.of(pages * 3 / 5, pages * 3 / 4, pages - 5)) {
      Damage.garbage(database, page * 4096, (page + 1) * 4096);
    }

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.contents().comparisons()).as("D19").isGreaterThan(60);
    assertThat(saved.contents().replies()).isGreaterThan(60);
    assertThat(saved.aside().resolve("polylogue.db")).exists();
    assertThat(new Doctor(places, CLOCK).examine().of(Finding.Kind.DATABASE)).isEmpty();
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      for (var entry : store.list(200, 0)) {
        assertThat(store.load(entry.id())).isPresent();
      }
    }
  }

  @Test
  void aMessageWhoseComparisonIsLostGetsANewOne() throws Exception {
    sql(database, "PRAGMA foreign_keys = OFF; DELETE FROM comparison");

    Restorer.Restored saved = restorer.salvage();

    assertThat(saved.contents().comparisons()).isEqualTo(1);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0).getFirst().title()).isEqualTo("Explain tides.");
      assertThat(asked.stored(store).text()).isEqualTo("The moon.");
    }
  }

  @Test
  void startingEmptyKeepsTheFiles() throws Exception {
    Damage.garbage(database, 0, 100);
    assertThatThrownBy(() -> HistoryStore.open(places.folder()))
        .isInstanceOfSatisfying(
            HistoryException.class,
            refused -> assertThat(refused.kind()).isEqualTo(HistoryException.Kind.UNRECOGNISED));
    byte[] damaged = Files.readAllBytes(database);

    Path aside = restorer.startEmpty();

    assertThat(aside.resolve("polylogue.db")).as("D18").hasBinaryContent(damaged);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0)).isEmpty();
    }
  }

  /** D31: by its name it is told whether it can be brought back. */
  @Test
  void whatIsReplacedIsCalledForWhatItWas() throws Exception {
    Path backup = new Backups(places, CLOCK).make().file();
    Path sound = restorer.startEmpty();
    assertThat(sound.getFileName().toString()).startsWith("replaced-2026");
    assertThat(Restorer.wasDamaged(sound)).isFalse();
    assertThat(restorer.restore(sound.resolve("polylogue.db")).aside().getFileName().toString())
        .as("the empty file of the start that was to be")
        .startsWith("replaced-2026");
    Path again = restorer.restore(backup).aside();
    assertThat(again.getFileName().toString()).startsWith("replaced-2026");
    Damage.garbage(database, 4096, 40_960);

    Path damaged = restorer.restore(backup).aside();

    assertThat(damaged.getFileName().toString()).startsWith("damaged-2026");
    assertThat(Restorer.wasDamaged(damaged)).isTrue();
    HistoryStore.open(places.folder()).close();
    Files.write(database, new byte[0]);
    assertThat(restorer.startEmpty().getFileName().toString()).startsWith("damaged-2026");
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(store.list(10, 0)).isEmpty();
    }
    Path empty = restorer.startEmpty();
    assertThat(empty.getFileName().toString()).as("sound, with nothing in it").startsWith("repl");
    assertThat(restorer.putAside()).hasSize(6);
  }

  private void assertRefused(Path file, String why) throws Exception {
    assertThatThrownBy(() -> restorer.preview(file))
        .as("D32")
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> restorer.restore(file)).isInstanceOf(HistoryException.class);
    try (HistoryStore store = HistoryStore.open(places.folder())) {
      assertThat(asked.stored(store).text()).isEqualTo("The moon.");
    }
  }

  private static void sql(Path file, String script) throws SQLException {
    try (Db db = Connections.writing(file, 50)) {
      db.script(script);
    }
  }
}
