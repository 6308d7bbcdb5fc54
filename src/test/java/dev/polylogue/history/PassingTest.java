package dev.polylogue.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of pictures that leave the program don't outlive their purpose (D36). */
class PassingTest {
  @TempDir private Path folder;

  private Path left(String name) throws Exception {
    Path file = folder.resolve("uploads").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a photo");
  }

  @Test
  void whatAKilledProgramLeftGoesAtTheNextStart_D36() throws Exception {
    Path sent = left("upload1.png");
    Path lent = left(UUID.randomUUID() + "/bay-sandbox-darkroom-1.png");

    try (HistoryStore store = HistoryStore.open(folder)) {
      assertThat(store.list(1, 0)).isEmpty();
      assertThat(sent).doesNotExist();
      assertThat(lent).doesNotExist();
    }
  }

  @Test
  void whatAnotherProgramIsSendingStaysUntilTheLastOneEnds_D36() throws Exception {
    try (HistoryStore first = HistoryStore.open(folder)) {
      Path sent = left("upload1.png");
      HistoryStore.open(folder).close();
      assertThat(sent).exists();

      first.close();
      assertThat(sent).doesNotExist();
    }
  }

  @Test
  void forgettingTakesWhatWasLentOfItAndOwnsUpToTheRest_D36() throws Exception {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Samples samples = new Samples();
      UUID kept = new FullComparison(store, samples, "kept").id;
      UUID secret = new FullComparison(store, samples, "secret").id;
      Path lent = left(secret + "/bay-sandbox-darkroom-1.png");
      Path other = left(kept + "/bay-sandbox-darkroom-1.png");
      Path unnamed = left("upload1.png");

      assertThat(store.order().forget(List.of(secret))).isFalse();

      assertThat(lent).doesNotExist();
      assertThat(lent.getParent()).doesNotExist();
      assertThat(other).exists();
      assertThat(unnamed).exists();
    }
  }

  @Test
  void theExaminationTellsOfThem_D36() throws Exception {
    try (HistoryStore store = HistoryStore.open(folder)) {
      Doctor doctor = new Doctor(Places.usual(folder), InstantSource.system());
      assertThat(doctor.examine().notes()).isEmpty();
      assertThat(store.list(1, 0)).isEmpty();
      left("upload1.png");

      Doctor.Report report = doctor.examine();

      assertThat(report.isSound()).isTrue();
      assertThat(report.notes())
          .singleElement()
          .asString()
          .contains("uploads holds copies of pictures", ": 1.");
    }
  }
}
