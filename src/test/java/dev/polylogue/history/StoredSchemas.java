package dev.polylogue.history;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One history of each published version of the schema, {@code history/schema-N.db} in the test
 * resources. Its main method makes that of a version: {@code StoredSchemas N FILE}, to be run once
 * when the version is published and never again.
 */
final class StoredSchemas {
  /** The published versions. */
  static final List<Integer> VERSIONS = List.of(1);

  static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  private StoredSchemas() {}

  /** Puts the stored history into a folder, as an earlier version of the program left it. */
  static void unpack(int version, Path folder) throws IOException, HistoryException {
    Files.createDirectories(folder);
    String name = "/history/schema-" + version + ".db";
    try (InputStream stored = StoredSchemas.class.getResourceAsStream(name)) {
      Files.copy(stored, folder.resolve("polylogue.db"));
    }
    Files.writeString(folder.resolve("lock"), "left in good order\n");
    new BlobStore(DataFolder.asItIs(folder)).keep(Bytes.owning(PICTURE), "image/png", "");
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("stored");
    try (HistoryStore store = HistoryStore.open(folder)) {
      fill(store);
    }
    try (Db from = Connections.reading(folder.resolve("polylogue.db"), 0);
        Db to = Connections.fresh(Path.of(arguments[1]))) {
      Schema.current().bringTo(Integer.parseInt(arguments[0]), to);
      Transaction.run(to, "BEGIN", db -> RowCopy.all(from, db));
      to.first("PRAGMA journal_mode = WAL", row -> row.text("journal_mode"));
    }
  }

  /** Every kind of part and state, branches, alternatives, closed panes, odd characters. */
  static void fill(HistoryStore store) throws HistoryException {
    Samples samples = new Samples();
    var picture = store.blobs().keep(Bytes.owning(PICTURE), "image/png", "cat.png");
    for (ReplyState state : ReplyState.values()) {
      Samples.Asked asked = samples.asked(store);
      if (!state.isLive()) {
        store.finish(
            asked.ended(
                state,
                new Part.Reasoning("Hm, 🌊 潮汐 " + state, 1200L),
                new Part.Text("Die Tiden\u0000 kommen " + "und gehen ".repeat(200)),
                new Part.Citation("https://example.org/tides", "Tides"),
                new Part.ToolCall("call", "search", "{\"q\":1}"),
                new Part.Picture(picture)),
            List.of());
      } else {
        store.append(asked.words("on its way " + state));
      }
    }
    Comparison branched = samples.comparison(Samples.SCRIBE, Samples.GROK);
    store.create(branched);
    Turn first = samples.turn("wording 0");
    store.beginTurn(branched.id(), first, samples.queued(branched));
    store.beginBranch(
        branched.id(), first.id(), samples.turn("wording 1"), samples.queued(branched));
    store.beginAlternative(
        branched.panes().getFirst().id(), first.id(), samples.queued(branched.panes().getFirst()));
    store.closePane(branched.panes().getLast().id());
    store.rename(branched.id(), "Renamed, “quoted”");
    store.saveDraft(branched.id(), "half a thought");
    Samples.Asked late = samples.asked(store);
    store.beginTurn(late.comparison().id(), samples.turn("and lakes?"), Map.of());
  }
}
