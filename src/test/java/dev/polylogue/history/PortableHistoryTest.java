package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A history that was moved, added to by others, or put to sleep. */
class PortableHistoryTest {
  @TempDir Path temp;

  @Test
  void aFolderThatWasMovedWhileClosedIsWhole() throws Exception {
    Path here = temp.resolve("here");
    byte[] bytes = "a picture".getBytes(StandardCharsets.UTF_8);
    Samples.Asked asked;
    try (HistoryStore store = HistoryStore.open(here)) {
      asked = new Samples().asked(store);
      var picture = store.blobs().keep(Bytes.owning(bytes), "image/png", "");
      store.finish(asked.ended(ReplyState.COMPLETE, new Part.Picture(picture)), List.of());
    }
    Path there = Files.move(here, temp.resolve("there"));

    try (HistoryStore store = HistoryStore.open(there)) {
      Part.Picture picture = (Part.Picture) asked.stored(store).parts().getFirst();
      assertThat(store.blobs().read(picture.blob()).toArray()).as("D43").isEqualTo(bytes);
    }
    Doctor doctor = new Doctor(Places.usual(there), InstantSource.system());
    assertThat(doctor.examine().findings()).as("D43").isEmpty();
  }

  @Test
  void tablesAndColumnsOfOthersStay() throws Exception {
    HistoryStore.open(temp).close();
    sql("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')");
    sql("ALTER TABLE comparison ADD COLUMN colour TEXT");

    try (HistoryStore store = HistoryStore.open(temp)) {
      new Samples().asked(store);
      assertThat(store.list(10, 0)).as("D25").hasSize(1);
      boolean kept = store.database().read(db -> db.has("SELECT 1 FROM notes"));
      assertThat(kept).as("D25").isTrue();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aProgramThatWasPutToSleepInTheMiddleGoesOn() throws Exception {
    String id = new UUID(0x7000L, 0).toString();
    try (ChildJvm child = ChildJvm.start(KilledWriter.class, List.of(), temp.toString(), id)) {
      UUID asked = UUID.fromString(child.line().substring("turn ".length()));
      child.line();

      try (HistoryStore beside = HistoryStore.open(temp)) {
        // It may hold the lock for writing while it sleeps.
        signal("STOP", child.pid());
        assertThat(beside.load(asked)).as("D41: readers go on").isPresent();
        signal("CONT", child.pid());
      }

      for (int i = 0; i < 50; i++) {
        assertThat(child.line()).as("D41").isNotNull();
      }
      child.kill();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    assertThat(status).isZero();
  }

  private void sql(String script) throws SQLException {
    try (Db db = Connections.writing(temp.resolve("polylogue.db"), 50)) {
      db.script(script);
    }
  }
}
