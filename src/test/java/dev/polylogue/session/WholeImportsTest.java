package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word and file of an export is here after its import, or the report names what is not. */
class WholeImportsTest {
  @TempDir private Path folder;
  private HistoryStore history;

  @BeforeEach
  void open() throws HistoryException {
    history = HistoryStore.open(folder.resolve("here"));
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Report in(Path file) throws HistoryException, IOException {
    return new Transfers(history).importFile(file, TransferProgress.NONE);
  }

  private List<String> in(String json) throws HistoryException, IOException {
    Path file = Files.writeString(folder.resolve("in.json"), json.replace('\'', '"'));
    return in(file).notes().stream().map(Report.Note::what).toList();
  }

  private boolean isFound(String word) throws HistoryException {
    return !history.search(Clock.systemUTC()).page(word, FoundPage.NEWEST, 5).found().isEmpty();
  }

  private String out() throws HistoryException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Transfers.Order all = new Transfers.Order(List.of(), ExportFormat.JSON, false);
    new Transfers(history).export(all, out, TransferProgress.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String node(String id, String parent, String role, String content, String more) {
    return "'%s':{'parent':%s,'message':{'author':{'role':'%s'},'create_time':1,'content':%s%s}}"
        .formatted(id, parent, role, content, more);
  }

  private static String talk(String... nodes) {
    return "[{'title':'t','conversation_id':'c','create_time':1,'mapping':{%s}}]"
        .formatted(String.join(",", nodes));
  }

  private static String text(String words) {
    return "{'content_type':'text','parts':['%s']}".formatted(words);
  }

  private static final String ASKED = node("q", "null", "user", text("question"), "");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # text                                  ; metadata ; is read as
          by \\ue200entity\\ue202['people','Ada Lovelace']\\ue201. ; {} ; by Ada Lovelace.
          see \\ue200url\\ue202a page\\ue202https://e.org/\\ue201.  ; {} ; see [a page](https://e.org/).
          """)
  void whatStandsInAMarkStaysInTheText(String said, String metadata, String read) throws Exception {
    String escaped = text(said.replace("'", "\\\""));
    List<String> notes =
        in(talk(ASKED, node("a", "'q'", "assistant", escaped, ",'metadata':" + metadata)));

    assertThat(notes).isEmpty();
    assertThat(
            history
                .load(history.list(1, 0).getFirst().id())
                .orElseThrow()
                .panes()
                .getFirst()
                .answers()
                .getFirst()
                .reply()
                .text())
        .isEqualTo(read);
  }

  @Test
  void aMarkOfASourceThatIsNotNamedIsMissed() throws Exception {
    assertThat(in(talk(ASKED, node("a", "'q'", "assistant", text("As told 【3†report.pdf】"), ""))))
        .containsExactly(
            "marks of sources that the export does not name were taken out of the text");
  }

  @Test
  void outputsAndSourcesThatSayMoreAreKept() throws Exception {
    String output =
        ",'metadata':{'aggregate_result':{'messages':[{'message_type':'stream','text':'streamword'}],"
            + "'in_kernel_exception':{'traceback':['traceword']}}}";
    String empty = "{'content_type':'execution_output','text':''}";
    String full = "{'content_type':'execution_output','text':'outword'}";
    String sources =
        ",'metadata':{'citations':[{'metadata':{'url':'https://e.org','text':'quoteword'}}],"
            + "'content_references':[{'items':[{'url':'https://f.org','title':'F','supporting_websites':"
            + "[{'url':'https://g.org','title':'supportword'}]}]}]}";

    List<String> notes =
        in(
            talk(
                ASKED,
                node("x", "'q'", "tool", empty, output),
                node("y", "'x'", "tool", full, output),
                node("a", "'y'", "assistant", text("answer"), sources)));

    assertThat(notes)
        .containsExactly(
            "outputs of programs say more than their text: it is kept, but not shown",
            "what sources say is kept, but not shown");
    assertThat(isFound("traceword")).isTrue();
    assertThat(out()).contains("streamword", "outword", "quoteword", "supportword");
  }

  @Test
  void messagesInACircleComeIn() throws Exception {
    List<String> notes =
        in(
            talk(
                node("q", "'a'", "user", text("circleword"), ""),
                node("a", "'q'", "assistant", text("roundword"), ""),
                node("s", "'s'", "user", text("selfword"), "")));

    assertThat(notes).containsOnly("messages hung together in a circle, which was cut");
    for (String word : List.of("circleword", "roundword", "selfword")) {
      assertThat(isFound(word)).as(word).isTrue();
    }
  }

  @Test
  void messagesOfTheSameNameComeInBoth() throws Exception {
    String message = "{'uuid':'%s','sender':'%s','created_at':'2026-01-01T00:00:00Z','text':'%s'}";
    List<String> notes =
        in(
            "[{'uuid':'c','created_at':'2026-01-01T00:00:00Z','chat_messages':[%s,%s,%s,%s]}]"
                .formatted(
                    message.formatted("1", "human", "wordone"),
                    message.formatted("2", "assistant", "wordtwo"),
                    message.formatted("1", "human", "wordthree"),
                    message.formatted("2", "assistant", "wordfour")));

    assertThat(notes)
        .contains("messages had the identifier of another one and were given one of their own");
    for (String word : List.of("wordone", "wordtwo", "wordthree", "wordfour")) {
      assertThat(isFound(word)).as(word).isTrue();
    }
  }

  /** D27: what is here stays, and that something else came is not passed over. */
  @Test
  void whatComesAgainInOtherWordsIsMentioned() throws Exception {
    in(talk(ASKED, node("a", "'q'", "assistant", text("half"), "")));

    assertThat(in(talk(ASKED, node("a", "'q'", "assistant", text("half and whole"), ""))))
        .containsExactly(
            "messages say more or something else than here, where they stay as they are");
    assertThat(isFound("whole")).isFalse();
  }

  @Test
  void whatLiesInAnArchiveAndBelongsToNoMessageIsMentioned() throws Exception {
    Path file = folder.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name :
          List.of("user.json", "chat.html", "sora.json", "group_chats.json", "file-A-left.png")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("conversations-000.json"));
      zip.write(talk(ASKED).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    assertThat(in(file).notes())
        .extracting(Report.Note::what)
        .containsExactly(
            "the group chats in the archive were left out: there is no place for them here",
            "sora.json in the archive was left out: there is no place for it here",
            "files in the archive were left out, since no message shows them");
  }

  @Test
  void whatIsPackedOtherwiseIsRefusedWithAWayOn() throws Exception {
    Path packed = folder.resolve("conversations.json.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write("[]".getBytes(StandardCharsets.UTF_8));
    }
    Path nested = folder.resolve("nested.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(nested))) {
      zip.putNextEntry(new ZipEntry("export.zip"));
    }

    assertThatThrownBy(() -> in(packed)).hasMessageContaining("compressed with gzip. Unpack it");
    assertThatThrownBy(() -> in(nested)).hasMessageContaining("It holds another archive");
  }
}
