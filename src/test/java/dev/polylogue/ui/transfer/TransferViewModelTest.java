package dev.polylogue.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.history.HistoryStore;
import dev.polylogue.session.ExportFormat;
import dev.polylogue.session.Transfers;
import dev.polylogue.ui.Bench;
import dev.polylogue.ui.OnTheSpot;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {
  @TempDir private Path folder;
  private final OnTheSpot work = new OnTheSpot();
  private HistoryStore history;
  private TransferViewModel model;
  private int arrivals;

  @BeforeEach
  void open() throws Exception {
    history = HistoryStore.open(folder.resolve("home"));
    model = new TransferViewModel(new Transfers(history), work, Bench.TEXTS, () -> arrivals++);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Path export() throws Exception {
    Path file = folder.resolve("claude.json");
    try (InputStream in = getClass().getResourceAsStream("/transfer/claude.json")) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  @Test
  void anImportSaysWhatCameInAndWhatDidNot() throws Exception {
    model.importFrom(export());

    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.wordsProperty().get())
        .isEqualTo(
            "2 conversations: 2 new, 0 with something new, 0 here already, 0 refused.\n"
                + "9 messages, 9 of them new; 1 branches, 1 other answers;"
                + " 1 pictures and files, 1 missing.");
    assertThat(model.notes()).anyMatch(note -> note.startsWith("Ebb and flow: "));
    assertThat(arrivals).isEqualTo(1);
  }

  @Test
  void oneIsDoneAtATimeAndCanBeCancelled() throws Exception {
    Path file = export();
    work.hold();
    model.importFrom(file);
    assertThat(model.busyProperty().get()).isTrue();
    model.exportTo(
        new Transfers.Order(List.of(), ExportFormat.CSV, false), folder.resolve("no.csv"));
    model.cancel();
    work.letGo();

    assertThat(model.wordsProperty().get()).contains("cancelled");
    assertThat(folder.resolve("no.csv")).doesNotExist();
  }

  @Test
  void aFailureSaysWhyAndWhatWasKept() throws Exception {
    model.importFrom(Files.writeString(folder.resolve("x.txt"), "{}"));
    assertThat(model.wordsProperty().get())
        .contains("none of those that can be imported")
        .contains("Nothing that was here was changed");
  }

  @Test
  void anExportSaysWhereItIs() throws Exception {
    model.importFrom(export());
    Path file = folder.resolve("all.html");
    model.exportTo(new Transfers.Order(List.of(), ExportFormat.HTML, false), file);

    assertThat(model.wordsProperty().get())
        .isEqualTo("2 comparisons were written to " + file + ".");
    assertThat(file).content().contains("Ebb and flow");
  }
}
