package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.attachment.Made;
import dev.polylogue.attachment.PdfText;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.run.Round;
import dev.polylogue.ui.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {
  @TempDir private Path home;

  private static final Bytes TIDES = Bytes.of("Low tide at noon.");

  private boolean anyOnDisk() {
    return Files.exists(home.resolve("blobs"));
  }

  @Test
  void whatIsTakenBackNeverCameToTheDisk() throws Exception {
    try (HistoryStore history = HistoryStore.open(home)) {
      Attachments attachments = new Attachments(new PdfText(), history.blobs());
      Blob blob = attachments.add(TIDES, "a.txt");
      assertThat(attachments.add(TIDES, "a.txt")).isEqualTo(blob);
      attachments.forget(blob);
      assertThat(attachments.read(blob)).isEqualTo(TIDES);
      attachments.forget(blob);
      assertThat(anyOnDisk()).isFalse();
      assertThatThrownBy(() -> attachments.read(blob)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsSentIsOnTheDiskBeforeTheTurnRefersToIt_D35() throws Exception {
    try (Bench bench = new Bench(home)) {
      Compare compare = bench.services.compare();
      Blob blob = compare.attachments().add(TIDES, "a.txt");
      UUID comparison = bench.comparison("scribe");
      UUID pane =
          bench.services.comparisons().open(comparison).orElseThrow().panes().getFirst().id();
      Round round = compare.send(comparison, new Prompt("Why?", List.of(blob)), Set.of(pane));
      assertThat(anyOnDisk()).isTrue();
      bench.awaitStreams(1);
      assertThat(bench.streams.getFirst().request().files().read(blob)).isEqualTo(TIDES);
      bench.streams.getFirst().say("So.").end();
      round.awaitEnd();
    }
    try (Bench again = new Bench(home)) {
      Compare compare = again.services.compare();
      UUID comparison = again.services.comparisons().list(1, 0).getFirst().id();
      var read = again.services.comparisons().open(comparison).orElseThrow();
      Blob kept = read.turns().getFirst().user().attachments().getFirst();
      assertThat(compare.attachments().read(kept)).isEqualTo(TIDES);
    }
  }

  @Test
  void whatIsSentUnsavedWorksFromMemoryAndLeavesNothingOnTheDisk() throws Exception {
    try (Bench bench = new Bench(home)) {
      Compare compare = bench.services.compare();
      Blob blob = compare.attachments().add(TIDES, "a.txt");
      Round round =
          compare.sendUnsaved(
              List.of(PaneSpec.of(new ModelRef("sandbox", "scribe"))),
              new Prompt("Why?", List.of(blob)));
      bench.awaitStreams(1);
      assertThat(bench.streams.getFirst().request().files().read(blob)).isEqualTo(TIDES);
      bench.streams.getFirst().say("So.").end();
      round.awaitEnd();
      assertThat(anyOnDisk()).isFalse();
      assertThat(bench.services.comparisons().list(9, 0)).isEmpty();
    }
  }

  @Test
  void whatWasChangedOnTheWayIsAWarningOnTheReply() throws Exception {
    try (Bench bench = new Bench(home)) {
      Compare compare = bench.services.compare();
      Blob pdf = compare.attachments().add(Made.pdf("Tides."), "tides.pdf");
      Round round =
          compare.sendUnsaved(
              List.of(PaneSpec.of(new ModelRef("sandbox", "scribe"))),
              new Prompt("Why?", List.of(pdf)));
      bench.awaitStreams(1);
      bench.streams.getFirst().say("So.").end();
      round.awaitEnd();
      assertThat(round.runs().getFirst().result().outcome().warnings())
          .extracting(warning -> warning.about() + ": " + warning.message())
          .containsExactly(
              "attachment: tides.pdf was sent as text, 1 page; pictures in it were left out.");
    }
  }
}
