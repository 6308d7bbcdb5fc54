package dev.polylogue.session;

import static dev.polylogue.conversation.FoundPage.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Answer;
import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.TurnTree;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.transfer.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransfersTest {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final Transfers.Order ALL =
      new Transfers.Order(List.of(), ExportFormat.JSON, true);

  @TempDir private Path folder;
  private HistoryStore history;
  private Transfers transfers;

  @BeforeEach
  void open() throws HistoryException {
    history = HistoryStore.open(folder.resolve("here"));
    transfers = new Transfers(history);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = TransfersTest.class.getResourceAsStream("/transfer/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  /** As a ChatGPT export lies in its archive; one picture beside, one in a folder. */
  private Path chatGptArchive() throws IOException {
    Path file = folder.resolve("export.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      put(out, "user.json", "{}".getBytes(StandardCharsets.UTF_8));
      put(out, "conversations.json", Files.readAllBytes(resource("chatgpt.json")));
      put(out, "file-Abc123Def-drawing.png", PNG);
      put(out, "dalle-generations/file_00000000abcd1234-x.png", PNG);
    }
    return file;
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private Report in(Path file) throws HistoryException, IOException {
    return transfers.importFile(file, TransferProgress.NONE);
  }

  private static byte[] out(HistoryStore from) throws HistoryException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Transfers(from).export(ALL, out, TransferProgress.NONE);
    return out.toByteArray();
  }

  private Comparison titled(String title) throws HistoryException {
    UUID id =
        history.list(100, 0).stream()
            .filter(entry -> entry.title().equals(title))
            .findFirst()
            .orElseThrow()
            .id();
    return history.load(id).orElseThrow();
  }

  private static Pane only(Comparison comparison) {
    assertThat(comparison.panes()).hasSize(1);
    return comparison.panes().getFirst();
  }

  @Test
  void aChatGptArchiveComesInWholeWithBranchesPicturesAndThoughts() throws Exception {
    Report report = in(chatGptArchive());

    assertThat(report.source()).isEqualTo("ChatGPT export");
    assertThat(report.conversations()).isEqualTo(new Report.Conversations(3, 2, 0, 0, 1));
    assertThat(report.messages()).isEqualTo(new Report.Messages(10, 10, 1, 1));
    assertThat(report.attachments()).isEqualTo(new Report.Attachments(3, 2, 1));
    assertThat(report.notes())
        .contains(new Report.Note("Broken", "it has no identifier", 1))
        .anySatisfy(note -> assertThat(note.what()).contains("hologram"))
        .anySatisfy(note -> assertThat(note.what()).contains("voice recordings"));

    Comparison tides = titled("Two tides a day");
    Pane pane = only(tides);
    assertThat(pane.model()).isEqualTo(ModelRef.parse("chatgpt/o3"));
    assertThat(pane.parameters().text(Setting.SYSTEM))
        .hasValue("A teacher of physics.\n\nAnswer in short sentences.");
    List<TurnTree.Node> nodes = tides.tree().nodes();
    assertThat(nodes).hasSize(4);
    assertThat(tides.turns()).hasSize(2);
    assertThat(tides.turns().getLast().user().text()).contains("What is wrong in this drawing?");
    assertThat(tides.turns().getLast().user().attachments())
        .extracting(Blob::name)
        .containsExactly("drawing.png");

    Answer first = pane.answer(tides.turns().getFirst().id()).orElseThrow();
    assertThat(tides.tree().siblings(first.turn())).hasSize(2);
    assertThat(first.reply().text()).isEqualTo("Since the earth turns under two bulges.");
    assertThat(first.reply().state()).isEqualTo(ReplyState.TRUNCATED);
    assertThat(first.reply().model()).isEqualTo(ModelRef.parse("chatgpt/gpt-4o"));

    Reply last = pane.answer(tides.turns().getLast().id()).orElseThrow().reply();
    assertThat(last.reasoning()).startsWith("**Looking at the drawing**");
    assertThat(last.text())
        .contains("```\n2\n```")
        .contains("second bulge")
        .doesNotContain("\ue200");
    assertThat(last.parts()).contains(new Part.ToolCall("code", "python", "print(2)"));
    assertThat(last.citations())
        .extracting(Part.Citation::url)
        .containsExactly("https://example.org/tides");

    TurnTree.Node other =
        nodes.stream()
            .filter(node -> !node.inUse() && node.parent() != null)
            .findFirst()
            .orElseThrow();
    Reply drawn = pane.answer(other.turn().id()).orElseThrow().reply();
    assertThat(drawn.parts()).hasAtLeastOneElementOfType(Part.Picture.class);
    Part.Picture picture =
        (Part.Picture)
            drawn.parts().stream().filter(Part.Picture.class::isInstance).findFirst().orElseThrow();
    assertThat(history.blobs().read(picture.blob())).isEqualTo(Bytes.of(PNG));
  }

  @Test
  void aQuestionNobodyAnsweredIsStillSeen() throws Exception {
    in(resource("chatgpt.json"));
    Comparison call = titled("Hello, can you hear me?");
    Pane pane = only(call);

    assertThat(pane.answers()).hasSize(2);
    assertThat(pane.answers().getLast().reply().state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(pane.answers().getFirst().reply().text())
        .isEqualTo("Loud and clear.\n\n**letter**\n\nDear all,\n\na kind nobody knows");
  }

  @Test
  void aClaudeExportComesInWholeAndAnOldOneToo() throws Exception {
    Report report = in(resource("claude.json"));

    assertThat(report.source()).isEqualTo("Claude export");
    assertThat(report.conversations()).isEqualTo(new Report.Conversations(2, 2, 0, 0, 0));
    assertThat(report.messages()).isEqualTo(new Report.Messages(9, 9, 1, 1));
    assertThat(report.attachments()).isEqualTo(new Report.Attachments(2, 1, 1));
    Comparison ebb = titled("Ebb and flow");
    assertThat(ebb.turns()).extracting(turn -> turn.user().text()).last().isEqualTo("Longer.");
    assertThat(ebb.turns().getFirst().user().text()).contains("```\nThe sea rises and falls.\n```");
    assertThat(history.search(Clock.systemUTC()).page("\"rises and falls\"", NEWEST, 9).found())
        .as("what was attached is found")
        .isNotEmpty();
    Reply reply = only(ebb).answers().getFirst().reply();
    assertThat(reply.parts()).contains(new Part.Reasoning("The file is short.", 4500L));
    assertThat(reply.citations())
        .extracting(Part.Citation::url)
        .containsExactly("https://example.org/tide", "https://example.org/sea");
    assertThat(titled("An old one, without blocks").turns()).hasSize(1);
  }

  @Test
  void theSameFileOnceMoreChangesNothing_D27() throws Exception {
    in(chatGptArchive());
    in(resource("claude.json"));
    byte[] before = out(history);
    List<UUID> order = history.transfers().all();

    assertThat(in(chatGptArchive()).conversations())
        .isEqualTo(new Report.Conversations(3, 0, 0, 2, 1));
    assertThat(in(resource("claude.json")).messages().added()).isZero();
    assertThat(out(history)).isEqualTo(before);
    assertThat(history.transfers().all()).isEqualTo(order);
  }

  @Test
  void outAndInAndOutAgainIsTheSameToTheByte() throws Exception {
    in(chatGptArchive());
    in(resource("claude.json"));
    byte[] first = out(history);
    Path file = Files.write(folder.resolve("all.json"), first);

    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      Report report = new Transfers(other).importFile(file, TransferProgress.NONE);
      assertThat(report.notes()).isEmpty();
      assertThat(report.isWhole()).isTrue();
      assertThat(report.conversations().added()).isEqualTo(4);
      assertThat(out(other)).isEqualTo(first);
    }
  }

  @Test
  void aLaterExportAddsWhatIsNewAndOverwritesNothing() throws Exception {
    Path file = resource("claude.json");
    in(file);
    UUID id = titled("Ebb and flow").id();
    history.rename(id, "My own title");
    String grown =
        Files.readString(file)
            .replace("\"uuid\": \"m7\"", "\"uuid\": \"m7b\"")
            .replace("The sea moves up and down.", "Another wording.");
    Report report = in(Files.writeString(folder.resolve("later.json"), grown));

    assertThat(report.conversations()).isEqualTo(new Report.Conversations(2, 0, 1, 1, 0));
    assertThat(report.messages().added()).isEqualTo(1);
    Comparison now = history.load(id).orElseThrow();
    assertThat(now.title()).isEqualTo("My own title");
    assertThat(only(now).answers().getLast().alternatives())
        .extracting(Reply::text)
        .containsExactly("The sea moves up and down.", "Another wording.");
    assertThat(only(now).answers().getLast().reply().text())
        .isEqualTo("The sea moves up and down.");
  }

  @Test
  void whatComesInStandsInTheListWhereItsTimeCallsFor() throws Exception {
    Pane pane = Pane.empty(UUID.randomUUID(), ModelRef.parse("sandbox/scribe"), Parameters.NONE);
    UUID mine = UUID.randomUUID();
    history.create(
        new Comparison(
            mine,
            "Mine",
            java.time.Instant.parse("2025-01-01T00:00:00Z"),
            List.of(pane),
            List.of(),
            ""));
    in(resource("claude.json"));

    assertThat(history.list(10, 0).stream().map(entry -> entry.title()))
        .containsExactly("Ebb and flow", "Mine", "An old one, without blocks");
  }

  @Test
  void afterAnImportThePaneCanBeGivenARealModel() throws Exception {
    in(resource("claude.json"));
    Pane pane = only(titled("Ebb and flow"));
    history.changePane(pane.id(), ModelRef.parse("sandbox/scribe"), pane.parameters());

    assertThat(only(titled("Ebb and flow")).model()).isEqualTo(ModelRef.parse("sandbox/scribe"));
  }

  @Test
  void aFileThatIsNotWhatItsHashSaysIsRefusedAndTheRestComesIn() throws Exception {
    in(chatGptArchive());
    in(resource("claude.json"));
    String all = new String(out(history), StandardCharsets.UTF_8);
    String forged =
        all.replace(
            Base64.getEncoder().encodeToString(PNG),
            Base64.getEncoder().encodeToString(new byte[9]));
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      Report report =
          new Transfers(other)
              .importFile(
                  Files.writeString(folder.resolve("f.json"), forged), TransferProgress.NONE);
      assertThat(report.conversations()).isEqualTo(new Report.Conversations(4, 3, 0, 0, 1));
      assertThat(report.notes()).anySatisfy(note -> assertThat(note.what()).contains("SHA-256"));
    }
  }

  @Test
  void whatCouldNotBeReadAgainIsNotLetIn_T18() throws Exception {
    String pane =
        "{'id':'00000000-0000-7000-8000-00000000000%d','provider':'a','model':'b','inSync':true,"
            + "'closed':false,'parameters':%s}";
    String file =
        ("{'format':'polylogue-history','version':1,'@class':'java.lang.Runtime','comparisons':["
                + "{'id':'00000000-0000-7000-8000-0000000000a1','@class':'x','createdAt':'2026-01-01T00:00:00Z',"
                + "'title':'good','panes':["
                + pane.formatted(1, "{'@class':'x'}")
                + "]},{'id':'00000000-0000-7000-8000-0000000000a2','createdAt':'yesterday','title':'bad"
                + " time'},{'id':'../../etc','createdAt':'2026-01-01T00:00:00Z','title':'bad id'},"
                + "{'id':'00000000-0000-7000-8000-0000000000a3','createdAt':'2026-01-01T00:00:00Z','title':'bad"
                + " setting','panes':["
                + pane.formatted(2, "{'temperature':'hot'}")
                + "]},"
                + "{'id':'00000000-0000-7000-8000-0000000000a4','createdAt':'2026-01-01T00:00:00Z',"
                + "'title':'thief','panes':["
                + pane.formatted(1, "{}")
                + "]},"
                + "{'id':'00000000-0000-7000-8000-0000000000a5','createdAt':'2026-01-01T00:00:00Z',"
                + "'title':'odd kind','kind':'spell'}]}")
            .replace('\'', '"');
    Report report = in(Files.writeString(folder.resolve("own.json"), file));

    assertThat(report.conversations()).isEqualTo(new Report.Conversations(6, 1, 0, 0, 5));
    assertThat(history.list(10, 0)).extracting(entry -> entry.title()).containsExactly("good");
    assertThat(report.notes())
        .anySatisfy(note -> assertThat(note.what()).contains("@class"))
        .extracting(Report.Note::conversation)
        .contains("good", "bad time", "bad id", "bad setting", "thief", "odd kind");
  }

  @Test
  void whatBreaksOffKeepsWhatCameBefore() throws Exception {
    String whole = Files.readString(resource("claude.json"));
    String cut = whole.substring(0, whole.lastIndexOf("\"uuid\": \"o2\""));
    Report report = in(Files.writeString(folder.resolve("cut.json"), cut));

    assertThat(report.conversations().added()).isEqualTo(1);
    assertThat(report.isWhole()).isFalse();
    assertThat(report.ending()).contains("can't be read from line");
  }

  @Test
  void deepOrForeignJsonIsRefusedInWords_T15() throws Exception {
    Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
    Path other = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
    Path newer =
        Files.writeString(
            folder.resolve("newer.json"),
            "{\"format\":\"polylogue-history\",\"version\":99,\"comparisons\":[]}");

    assertThatThrownBy(() -> in(deep)).isInstanceOf(IOException.class).hasMessageContaining("JSON");
    assertThatThrownBy(() -> in(other)).hasMessageContaining("none of those that can be imported");
    assertThatThrownBy(() -> in(newer)).hasMessageContaining("Take a newer Polylogue");
  }

  @Test
  void aFileIsWholeOrNotThere_D09() throws Exception {
    in(resource("claude.json"));
    Path file = folder.resolve("out").resolve("all.json");
    Files.createDirectories(file.getParent());
    TransferProgress stop =
        new TransferProgress() {
          private long done;

          @Override
          public void at(long now, long all) {
            done = now;
          }

          @Override
          public boolean isCancelled() {
            return done == 1;
          }
        };
    assertThatThrownBy(() -> transfers.export(ALL, file, false, stop))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(file.getParent()).isEmptyDirectory();

    Files.writeString(file, "mine");
    assertThatThrownBy(() -> transfers.export(ALL, file, false, TransferProgress.NONE))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
    assertThat(transfers.export(ALL, file, true, TransferProgress.NONE).comparisons()).isEqualTo(2);
    assertThat(file).binaryContent().isEqualTo(out(history));
  }

  @Test
  void aFullDiskIsNotTakenForAnExport_D09() throws Exception {
    in(resource("claude.json"));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    for (ExportFormat format : ExportFormat.values()) {
      Transfers.Order order = new Transfers.Order(List.of(), format, false);
      assertThatThrownBy(() -> transfers.export(order, full, TransferProgress.NONE))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  @Test
  void anUnknownComparisonIsSaid() {
    UUID nobody = UUID.randomUUID();
    Transfers.Order order = new Transfers.Order(List.of(nobody), ExportFormat.JSON, false);
    assertThatThrownBy(
            () -> transfers.export(order, OutputStream.nullOutputStream(), TransferProgress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(nobody.toString());
  }

  @Test
  void anImportThatIsCancelledSaysSoAndKeepsWhatCame() throws Exception {
    TransferProgress stop =
        new TransferProgress() {
          @Override
          public void at(long done, long all) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Report report = transfers.importFile(resource("claude.json"), stop);

    assertThat(report.conversations().added()).isEqualTo(1);
    assertThat(report.ending()).contains("cancelled");
  }
}
