package dev.polylogue.session;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.FoundPage;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.transfer.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of imports share: an empty history, the ways into it, and what is in it then. */
abstract class Imports {
  @TempDir Path folder;
  HistoryStore history;
  private final InstantSource clock;

  Imports() {
    this(InstantSource.system());
  }

  Imports(InstantSource clock) {
    this.clock = clock;
  }

  @BeforeEach
  void open() throws HistoryException {
    history = HistoryStore.open(folder.resolve("here"), clock);
  }

  @AfterEach
  void close() {
    history.close();
  }

  Report in(HistoryStore to, Path file) throws HistoryException, IOException {
    return new Transfers(to, clock).importFile(file, TransferProgress.NONE);
  }

  Report in(HistoryStore to, String json) throws HistoryException, IOException {
    return in(to, Files.writeString(folder.resolve("in.json"), json));
  }

  Report in(String json) throws HistoryException, IOException {
    return in(history, json);
  }

  String out(HistoryStore from, ExportFormat format) throws HistoryException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Transfers.Order all = new Transfers.Order(List.of(), format, true);
    new Transfers(from, clock).export(all, out, TransferProgress.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  boolean isFound(String word) throws HistoryException {
    return !history.search(Clock.systemUTC()).page(word, FoundPage.NEWEST, 5).found().isEmpty();
  }

  /** The one comparison that is here. */
  Comparison only() throws HistoryException {
    return history.load(history.list(2, 0).getFirst().id()).orElseThrow();
  }
}
