package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
  private static final Bytes TIDES = Bytes.of("Low tide at noon.");

  @TempDir private Path folder;
  private final Samples samples = new Samples();
  private HistoryStore store;
  private BlobStore blobs;

  @BeforeEach
  void open() throws HistoryException {
    store = HistoryStore.open(folder);
    blobs = store.blobs();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("blobs"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theSameBytesAreStoredOnceUnderTheirHash() throws Exception {
    Blob first = blobs.keep(TIDES, "text/plain", "a.txt");
    Blob second = blobs.keep(TIDES, "text/plain", "b.txt");
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(files())
        .containsExactly(
            folder
                .resolve("blobs")
                .resolve(first.sha256().substring(0, 2))
                .resolve(first.sha256()));
    assertThat(blobs.read(second)).isEqualTo(TIDES);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayRead_T20() throws Exception {
    blobs.keep(TIDES, "text/plain", "a.txt");
    Path file = files().getFirst();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (Path up : List.of(file.getParent(), file.getParent().getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(up)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void manyWritersOfTheSameBytesDoNotDisturbEachOther() throws Exception {
    Bytes large = Bytes.of("tide ".repeat(200_000));
    List<Callable<Blob>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      writers.add(() -> blobs.keep(large, "text/plain", "a.txt"));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Blob> kept : threads.invokeAll(writers)) {
        assertThat(blobs.read(kept.get())).isEqualTo(large);
      }
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void aBlobThatIsGoneSaysSo_D33() throws Exception {
    Blob kept = blobs.keep(TIDES, "text/plain", "a.txt");
    Files.delete(files().getFirst());
    assertThatThrownBy(() -> blobs.read(kept))
        .isInstanceOf(HistoryException.class)
        .hasMessage("The file a.txt is missing from the data folder.");
  }

  @Test
  void aBlobThatWasChangedSaysSoAndIsMendedWhenItComesAgain_D33() throws Exception {
    Blob kept = blobs.keep(TIDES, "text/plain", "a.txt");
    for (String changed : List.of("Low tide at dawn.", "short", "")) {
      Files.writeString(files().getFirst(), changed);
      assertThatThrownBy(() -> blobs.read(kept))
          .hasMessage("The file a.txt was changed on the disk.");
    }
    blobs.keep(TIDES, "text/plain", "a.txt");
    assertThat(blobs.read(kept)).isEqualTo(TIDES);
  }

  @Test
  void aHashThatIsAPathLeadsNowhere_T07() {
    assertThatThrownBy(() -> blobs.read(new Blob("../../polylogue.db", "text/plain", 1, "a.txt")))
        .hasMessage("The file a.txt is missing.");
  }

  @Test
  void aCrashBetweenBlobAndRowLeavesOnlyAnOrphan_D35() throws Exception {
    Samples.Asked asked = samples.asked(store);
    Comparison before = store.load(asked.comparison().id()).orElseThrow();
    Blob orphan = blobs.keep(TIDES, "text/plain", "a.txt");
    // No close: as if the program had been killed here, before the row was written.
    try (HistoryStore next = HistoryStore.open(folder)) {
      assertThat(next.load(before.id())).contains(before);
      assertThat(next.blobs().read(orphan)).isEqualTo(TIDES);
    }
  }

  @Test
  void picturesAndDocumentsOfAPromptComeBackEqual() throws Exception {
    Comparison comparison = samples.comparison(Samples.GROK);
    store.create(comparison);
    Blob picture = blobs.keep(Bytes.of("png"), "image/png", "a.png");
    Blob paper = blobs.keep(Bytes.of("pdf"), "application/pdf", "größe 😀.pdf");
    Turn turn =
        new Turn(
            samples.id(),
            new Message(
                Message.Role.USER,
                List.of(
                    new Part.Picture(picture), new Part.Document(paper), new Part.Text("Why?"))),
            Instant.parse("2026-03-10T12:00:00Z"));
    store.beginTurn(comparison.id(), turn, samples.queued(comparison));
    store.close();
    store = HistoryStore.open(folder);
    Turn read = store.load(comparison.id()).orElseThrow().turn(turn.id()).orElseThrow();
    assertThat(read.user()).isEqualTo(turn.user());
    assertThat(read.user().attachments()).containsExactly(picture, paper);
    assertThat(read.user().text()).isEqualTo("Why?");
  }
}
