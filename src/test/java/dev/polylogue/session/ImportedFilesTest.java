package dev.polylogue.session;

import static dev.polylogue.conversation.FoundPage.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Message;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.Finding;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.Places;
import dev.polylogue.transfer.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and files of an import: where they lie, which of them come in, and what is said. */
class ImportedFilesTest {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final String DRAWING = "file-Abc123Def-drawing.png";
  private static final Map<String, byte[]> PICTURES =
      Map.of(DRAWING, PNG, "dalle-generations/file_00000000abcd1234-x.png", PNG);

  @TempDir private Path folder;
  private Path home;
  private HistoryStore history;

  @BeforeEach
  void open() throws HistoryException {
    home = folder.resolve("here");
    history = HistoryStore.open(home);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImportedFilesTest.class.getResourceAsStream("/transfer/" + name)) {
      return in.readAllBytes();
    }
  }

  private Path bare() throws IOException {
    return Files.write(folder.resolve("conversations.json"), resource("chatgpt.json"));
  }

  private Path zip(Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("conversations.json", resource("chatgpt.json"));
    entries.putAll(more);
    Path file = folder.resolve("export.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }

  private Report in(Path file) throws HistoryException, IOException {
    return new Transfers(history).importFile(file, TransferProgress.NONE);
  }

  private String out() throws HistoryException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Transfers.Order all = new Transfers.Order(List.of(), ExportFormat.JSON, true);
    new Transfers(history).export(all, out, TransferProgress.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Message lastQuestion() throws HistoryException {
    var id =
        history.list(100, 0).stream()
            .filter(entry -> entry.title().equals("Two tides a day"))
            .findFirst()
            .orElseThrow()
            .id();
    return history.load(id).orElseThrow().turns().getLast().user();
  }

  private List<Finding> damages() throws HistoryException {
    return new Doctor(Places.usual(home), InstantSource.system()).examine().findings();
  }

  @Test
  void picturesThatWereMissingComeInLaterAndTakeTheirPlaces() throws Exception {
    assertThat(in(bare()).attachments()).isEqualTo(new Report.Attachments(3, 0, 3));
    assertThat(lastQuestion().text()).contains("[left out: drawing.png]");

    Report report = in(zip(PICTURES));

    assertThat(report.conversations()).isEqualTo(new Report.Conversations(3, 0, 1, 1, 1));
    assertThat(report.attachments()).isEqualTo(new Report.Attachments(3, 2, 1));
    assertThat(lastQuestion().attachments()).extracting(Blob::name).containsExactly("drawing.png");
    assertThat(lastQuestion().text()).doesNotContain("drawing.png]");
    assertThat(history.search(Clock.systemUTC()).page("has:image", NEWEST, 9).found()).isNotEmpty();
    assertThat(damages()).isEmpty();
    String healed = out();
    assertThat(in(zip(PICTURES)).conversations().unchanged()).isEqualTo(2);
    assertThat(in(bare()).conversations().unchanged()).as("nothing is taken away").isEqualTo(2);
    assertThat(out()).as("D27").isEqualTo(healed);
  }

  @Test
  void filesOfWhatWasRefusedAreNoDamage_D35() throws Exception {
    in(zip(PICTURES));
    String forged = out().replaceAll("\"createdAt\":\"20\\d\\d-", "\"createdAt\":\"yesterday-");
    history.close();
    home = folder.resolve("other");
    history = HistoryStore.open(home);

    Report report = in(Files.writeString(folder.resolve("forged.json"), forged));

    assertThat(report.conversations().failed()).isEqualTo(2);
    assertThat(damages()).isEmpty();
  }

  @Test
  void anEntryThatUnpacksToTooMuchIsPassedOverAndNamedAndTheRestComesIn_T15() throws Exception {
    byte[] bomb = new byte[3 << 20];
    System.arraycopy(PNG, 0, bomb, 0, PNG.length);

    Report report =
        in(zip(Map.of(DRAWING, bomb, "dalle-generations/file_00000000abcd1234-x.png", PNG)));

    assertThat(report.conversations().added()).isEqualTo(2);
    assertThat(report.attachments()).isEqualTo(new Report.Attachments(3, 1, 2));
    assertThat(report.notes())
        .contains(
            new Report.Note(
                "Two tides a day",
                "the entry \"%s\" of the archive unpacks to more than 100 times its size and was passed over"
                    .formatted(DRAWING),
                1));
  }

  @Test
  void anEntryThatIsDamagedIsPassedOverAndNamed() throws Exception {
    Path file = zip(PICTURES);
    byte[] bytes = Files.readAllBytes(file);
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(DRAWING);
    bytes[name + DRAWING.length() + PNG.length / 2] ^= 1;

    Report report = in(Files.write(file, bytes));

    assertThat(report.conversations().added()).isEqualTo(2);
    assertThat(report.notes())
        .extracting(Report.Note::what)
        .contains(
            "the entry \"%s\" of the archive is damaged and was passed over".formatted(DRAWING));
  }

  @Test
  void damagedConversationsAreSaidToBeThatAndWhere() throws Exception {
    Path file = zip(PICTURES);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 100; i < 110; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> in(file))
        .hasMessage(
            "The entry \"conversations.json\" of the archive is damaged; it was not read on.");
  }

  @Test
  void anExportThatWasUnpackedBringsThePicturesBesideIt() throws Exception {
    Path file = bare();
    Files.write(folder.resolve(DRAWING), PNG);
    Files.createDirectory(folder.resolve("dalle-generations"));
    Files.write(folder.resolve("dalle-generations/file_00000000abcd1234-x.png"), PNG);

    assertThat(in(file).attachments()).isEqualTo(new Report.Attachments(3, 2, 1));
    assertThat(lastQuestion().attachments()).hasSize(1);
    assertThatThrownBy(() -> in(folder)).hasMessageContaining("is a folder. Name the file in it");
  }

  @Test
  void ownJsonWithoutItsFilesSaysHowManyAreMissing() throws Exception {
    in(zip(PICTURES));
    String bare = out().replaceAll("\"files\":\\[\\{[^\\]]*\\],?", "");
    assertThat(in(Files.writeString(folder.resolve("bare.json"), bare)).attachments().missing())
        .as("they are here")
        .isZero();
    history.close();
    history = HistoryStore.open(folder.resolve("other"));

    Report report = in(folder.resolve("bare.json"));

    assertThat(report.conversations().added()).isEqualTo(2);
    assertThat(report.attachments()).isEqualTo(new Report.Attachments(1, 0, 1));
  }
}
