package dev.polylogue.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.history.Doctor;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.Places;
import dev.polylogue.transfer.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that hold more, less or other things than usual: nothing vanishes without a word. */
class OddImportsTest extends Imports {
  private Report resource(String name) throws HistoryException, IOException {
    try (InputStream in = OddImportsTest.class.getResourceAsStream("/transfer/" + name)) {
      return in(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String claude(String title, String messages) {
    return "[{'uuid':'c','name':'%s','created_at':'2026-01-01T00:00:00Z','chat_messages':[%s]}]"
        .formatted(
            title, messages.replace("'sender'", "'created_at':'2026-01-01T00:00:00Z','sender'"))
        .replace('\'', '"');
  }

  @Test
  void noWordOfAnOddChatGptConversationVanishes() throws Exception {
    Report report = resource("chatgpt-odd.json");

    for (String word :
        List.of("canvaswordone", "dallepromptword", "partobjectword", "unknownword")) {
      assertThat(isFound(word)).as(word).isTrue();
      assertThat(out(history, ExportFormat.MARKDOWN)).contains(word);
    }
    assertThat(only().panes().getFirst().parameters().text(Setting.SYSTEM))
        .hasValue("systemwordone visible system\n\nprofileword\n\ninstructionword");
    assertThat(out(history, ExportFormat.JSON)).contains("tetherword");
    assertThat(report.notes())
        .contains(
            new Report.Note(
                "types",
                "messages of the kind \"brand_new_type\" are not understood; they are kept, with"
                    + " their text shown",
                1));
  }

  @Test
  void noWordOfAnOddClaudeConversationVanishes() throws Exception {
    Report report = resource("claude-odd.json");

    assertThat(isFound("newtypeword")).isTrue();
    assertThat(isFound("sumword")).isTrue();
    assertThat(out(history, ExportFormat.JSON)).contains("textfieldword").contains("resultword");
    assertThat(report.notes())
        .extracting(Report.Note::what)
        .anySatisfy(what -> assertThat(what).contains("summary that Claude made"))
        .anySatisfy(what -> assertThat(what).contains("plain text of messages says more"));
  }

  @Test
  void whatComesInOddlyComesInOnceAndGoesOutAsItIs() throws Exception {
    resource("chatgpt-odd.json");
    resource("claude-odd.json");
    String first = out(history, ExportFormat.JSON);

    assertThat(resource("chatgpt-odd.json").conversations())
        .isEqualTo(new Report.Conversations(1, 0, 0, 1, 0));
    assertThat(resource("claude-odd.json").conversations())
        .isEqualTo(new Report.Conversations(1, 0, 0, 1, 0));
    assertThat(out(history, ExportFormat.JSON)).isEqualTo(first);
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      in(other, first);
      assertThat(out(other, ExportFormat.JSON)).isEqualTo(first);
    }
  }

  @Test
  void anArtifactIsReadAndFoundLikeTheAnswerItBelongsTo() throws Exception {
    in(
        claude(
            "A poem",
            "{'uuid':'1','sender':'human','text':'A poem?'},"
                + "{'uuid':'2','sender':'assistant','text':'','content':[{'type':'tool_use',"
                + "'name':'artifacts','input':{'title':'The sea','type':'text/markdown',"
                + "'content':'Waves of artifactword'}},{'type':'tool_use','name':'artifacts',"
                + "'input':{'type':'application/vnd.ant.code','language':'python',"
                + "'new_str':'print(1)'}}]}"));

    Reply reply = only().panes().getFirst().answers().getFirst().reply();
    assertThat(reply.text())
        .isEqualTo("**The sea**\n\nWaves of artifactword\n\n```python\nprint(1)\n```");
    assertThat(isFound("artifactword")).isTrue();
  }

  @Test
  void aMessageThatItsParentDoesNotNameComesIn() throws Exception {
    String node =
        "'%s':{'id':'%1$s','parent':%s,'children':[],'message':{'author':{'role':'%s'},"
            + "'content':{'content_type':'text','parts':['%s']}}}";
    in(
        ("[{'title':'t','conversation_id':'9','current_node':'a','mapping':{"
                + node.formatted("u", "null", "user", "Which?")
                + ","
                + node.formatted("a", "'u'", "assistant", "This.")
                + "}}]")
            .replace('\'', '"'));

    assertThat(only().panes().getFirst().answers().getFirst().reply().text()).isEqualTo("This.");
  }

  @Test
  void aTitleWithoutEndIsCutAndThatIsSaid() throws Exception {
    Report report =
        in(claude("L".repeat(5000), "{'uuid':'1','sender':'human','text':'A question'}"));

    assertThat(only().title()).isEqualTo("L".repeat(300) + "…");
    assertThat(report.notes().getFirst().what()).contains("longer than 300 characters");
    String cut = out(history, ExportFormat.JSON);
    assertThat(in(cut).notes()).isEmpty();
    String own = cut.replace("L".repeat(300) + "…", "M".repeat(5000));
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      assertThat(in(other, own).notes().getFirst().what()).contains("longer than 300");
      assertThat(other.list(1, 0).getFirst().title()).isEqualTo("M".repeat(300) + "…");
    }
  }

  @Test
  void whatIsRefusedIsToldByItsPlaceAndWhatIsEmptyIsLeftOut() throws Exception {
    Report report = in("[null,7,%s]".formatted(claude("", "").substring(1).replace("}]", "}")));

    assertThat(report.conversations()).isEqualTo(new Report.Conversations(2, 0, 0, 0, 2));
    assertThat(report.notes())
        .extracting(note -> note.conversation() + ": " + note.what())
        .containsExactly(
            "number 1 in the file: it is no conversation of ChatGPT or Claude",
            "number 2 in the file: it is no conversation of ChatGPT or Claude",
            "c: nothing was said in it, so it was left out");
    assertThat(history.list(1, 0)).isEmpty();
  }

  @Test
  void whatIsNestedTooDeeplyIsRefusedInPlainWords() {
    assertThatThrownBy(() -> in("[".repeat(1000)))
        .hasMessageContaining("400 levels")
        .hasMessageNotContaining("Constraints");
  }

  @Test
  void aModelThatIsNotNamedIsCalledAfterItsSourceAndThatMakesNoNewConversation() throws Exception {
    String export = claude("Named", "{'uuid':'1','sender':'human','text':'A question'}");
    in(export);
    assertThat(only().panes().getFirst().model())
        .isEqualTo(ModelRef.parse("claude/claude-unknown"));

    String older = out(history, ExportFormat.JSON).replace("claude-unknown", "unknown");
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      in(other, older);
      assertThat(in(other, export).conversations())
          .isEqualTo(new Report.Conversations(1, 0, 0, 1, 0));
    }
  }

  @Test
  void whatAnArchiveHoldsBesideConversationsIsMentioned() throws Exception {
    Path file = folder.resolve("claude.zip");
    String talk = claude("t", "{'uuid':'1','sender':'human','text':'A question'}");
    byte[] twice =
        zip(
            "conversations.json",
            talk,
            "conversations_json",
            "[]",
            "projects.json",
            "[{}]",
            "memories.json",
            "[ ]");
    Files.write(
        file,
        new String(twice, ISO_8859_1)
            .replace("conversations_json", "conversations.json")
            .getBytes(ISO_8859_1));

    Report report = in(history, file);

    assertThat(report.notes())
        .extracting(Report.Note::what)
        .containsExactly(
            "the archive has the entry \"conversations.json\" more than once; only one of them was read",
            "the projects in the archive were left out: there is no place for them here");
  }

  @Test
  void whatFollowsTheEndOfTheJsonIsMentioned() throws Exception {
    String talk = claude("t", "{'uuid':'1','sender':'human','text':'A question'}");
    for (String rest : List.of("garbage", " [{}]")) {
      assertThat(in(talk + rest).notes())
          .extracting(Report.Note::what)
          .containsExactly(
              "behind the end of the JSON there is something else, which was not read");
    }
    assertThat(in(talk + " \n").notes()).isEmpty();
    assertThat(in("[{\"hello\":1}]").source()).isEqualTo("Unknown export");
  }

  @Test
  void anExchangeThatCantBeReadIsTheFaultOfItsComparisonAlone() throws Exception {
    in(
        claude(
            "Good",
            "{'uuid':'1','sender':'human','text':'Q'},{'uuid':'2','sender':'assistant','text':'A'}"));
    String good = out(history, ExportFormat.JSON);
    String bad =
        good.replace("\"title\":\"Good\"", "\"title\":\"Bad\"")
            .replaceAll(
                "(\"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{10})..\"", "$100\"")
            .replace(
                "\"state\":",
                "\"exchanges\":[{\"id\":\"00000000-0000-7000-8000-000000000001\",\"sentAt\":\"2026-01-01T00:00:00Z\","
                    + "\"provider\":\"a\",\"protocol\":\"openai\",\"method\":\"POST\",\"url\":\"http://x\","
                    + "\"requestHeaders\":[],\"requestBody\":\"bm90IHppcHBlZA==\",\"requestSize\":1}],\"state\":");
    String both =
        bad.substring(0, bad.lastIndexOf(']')) + "," + good.substring(good.indexOf('[') + 1);
    try (HistoryStore other = HistoryStore.open(folder.resolve("other"))) {
      Report report = in(other, both);

      assertThat(report.notes())
          .extracting(note -> note.conversation() + ": " + note.what())
          .containsExactly("Bad: it was refused: it holds something that can't be read");
      assertThat(report.conversations().added()).isEqualTo(1);
    }
  }

  /** Also after it went out and came in again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        [{"uuid": "11111111-2222-4333-8444-555555555555", "name": "Greeted",
          "created_at": "2026-11-01T10:00:00Z", "updated_at": "2026-11-01T10:00:00Z",
          "chat_messages": [{"uuid": "11111111-2222-4333-8444-666666666666", "sender": "assistant",
            "text": "How can I help?", "created_at": "2026-11-01T10:00:00Z"}]}]
        """,
        """
        [{"uuid": "11111111-2222-4333-8444-555555555555", "name": "Asked nothing",
          "created_at": "2026-11-01T10:00:00Z", "updated_at": "2026-11-01T10:00:00Z",
          "chat_messages": [{"uuid": "11111111-2222-4333-8444-777777777777", "sender": "human",
            "text": "", "created_at": "2026-11-01T10:00:00Z"},
            {"uuid": "11111111-2222-4333-8444-666666666666", "sender": "assistant",
            "text": "You sent nothing.", "created_at": "2026-11-01T10:00:00Z"}]}]
        """
      })
  void anEmptyPromptIsNoDamage(String json) throws Exception {
    assertThat(in(json).messages().found()).isPositive();
    try (HistoryStore there = HistoryStore.open(folder.resolve("there"))) {
      in(there, out(history, ExportFormat.JSON));
    }
    for (String place : List.of("here", "there")) {
      Places places = Places.usual(folder.resolve(place));
      assertThat(new Doctor(places, InstantSource.system()).examine().findings()).isEmpty();
    }
  }
}
