package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.history.HistoryException;
import dev.polylogue.transfer.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word and file of an export is here after its import, or the report names what is not. */
class WholeImportsTest extends Imports {
  private List<String> notes(String json) throws HistoryException, IOException {
    return in(json).notes().stream().map(Report.Note::what).toList();
  }

  private static String node(String id, String parent, String role, String content, String more) {
    return "'%s':{'parent':%s,'message':{'author':{'role':'%s'},'create_time':1,'content':%s%s}}"
        .formatted(id, parent, role, content, more);
  }

  private static String talk(String... nodes) {
    return "[{'title':'t','conversation_id':'c','create_time':1,'mapping':{%s}}]"
        .formatted(String.join(",", nodes))
        .replace('\'', '"');
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
        notes(talk(ASKED, node("a", "'q'", "assistant", escaped, ",'metadata':" + metadata)));

    assertThat(notes).isEmpty();
    assertThat(only().panes().getFirst().answers().getFirst().reply().text()).isEqualTo(read);
  }

  @Test
  void aMarkOfASourceThatIsNotNamedIsMissed() throws Exception {
    assertThat(
            notes(talk(ASKED, node("a", "'q'", "assistant", text("As told 【3†report.pdf】"), ""))))
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
        notes(
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
    assertThat(out(history, ExportFormat.JSON))
        .contains("streamword", "outword", "quoteword", "supportword");
  }

  @Test
  void messagesInACircleComeIn() throws Exception {
    List<String> notes =
        notes(
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
        notes(
            "[{'uuid':'c','created_at':'2026-01-01T00:00:00Z','chat_messages':[%s,%s,%s,%s]}]"
                .formatted(
                    message.formatted("1", "human", "wordone"),
                    message.formatted("2", "assistant", "wordtwo"),
                    message.formatted("1", "human", "wordthree"),
                    message.formatted("2", "assistant", "wordfour"))
                .replace('\'', '"'));

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

    assertThat(notes(talk(ASKED, node("a", "'q'", "assistant", text("half and whole"), ""))))
        .containsExactly(
            "messages say more or something else than here, where they stay as they are");
    assertThat(isFound("whole")).isFalse();
  }

  @Test
  void whatLiesInAnArchiveAndBelongsToNoMessageIsMentioned() throws Exception {
    String more = "[{\"a\":1}]";
    byte[] export =
        zip(
            "user.json",
            more,
            "chat.html",
            more,
            "sora.json",
            more,
            "group_chats.json",
            more,
            "file-A-left.png",
            more,
            "conversations-000.json",
            talk(ASKED));
    Path file = Files.write(folder.resolve("export.zip"), export);

    assertThat(in(history, file).notes())
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
    Path nested = Files.write(folder.resolve("nested.zip"), zip("export.zip", ""));

    assertThatThrownBy(() -> in(history, packed))
        .hasMessageContaining("compressed with gzip. Unpack it");
    assertThatThrownBy(() -> in(history, nested)).hasMessageContaining("It holds another archive");
  }
}
