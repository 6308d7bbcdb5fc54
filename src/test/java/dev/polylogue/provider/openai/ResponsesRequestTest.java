package dev.polylogue.provider.openai;

import static dev.polylogue.provider.openai.Known.facts;
import static dev.polylogue.provider.openai.Known.said;
import static dev.polylogue.provider.openai.Known.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ResponsesRequestTest {
  private static final Ask RESPONSES = Ask.over(Protocol.OPENAI_RESPONSES);

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  @Test
  void aPlainQuestionLeavesNothingAtTheHost() throws Exception {
    Ask.Sent sent = RESPONSES.send();
    assertThat(sent.request().head()).startsWith("POST /v1/responses ");
    assertThat(sent.body())
        .isEqualTo(
            json(
                """
                {"model":"m","stream":true,"store":false,
                 "input":[{"role":"user","content":"Hello"}]}
                """));
    assertThat(sent.reply().text()).isEqualTo("Hi");
    assertThat(RESPONSES.option("store", "default").send().body().has("store")).isFalse();
  }

  @Test
  void everySettingOfTheProtocolGoesAsItIsAndTheOthersAreNamed() throws Exception {
    Ask.Sent sent =
        RESPONSES
            .with(Setting.SYSTEM, "Be brief.")
            .with(Setting.TEMPERATURE, "0.5")
            .with(Setting.TOP_P, "0.9")
            .with(Setting.MAX_TOKENS, "700")
            .with(Setting.STOP, "###")
            .with(Setting.SEED, "7")
            .with(Setting.REASONING_EFFORT, "medium")
            .with(Setting.WEB_SEARCH, "true")
            .send();
    assertThat(sent.body())
        .isEqualTo(
            json(
                """
                {"model":"m","stream":true,"store":false,"instructions":"Be brief.",
                 "input":[{"role":"user","content":"Hello"}],
                 "max_output_tokens":700,"temperature":0.5,"top_p":0.9,
                 "reasoning":{"effort":"medium","summary":"auto"},
                 "tools":[{"type":"web_search"}],
                 "include":["reasoning.encrypted_content","web_search_call.action.sources"]}
                """));
    assertThat(sent.warnings())
        .containsExactly(
            Warning.of(Setting.STOP, "The Responses protocol has no stop; it was left out."),
            Warning.of(Setting.SEED, "The Responses protocol has no seed; it was left out."));
  }

  @Test
  void thoughtsAreAskedForWhereTheModelHasAny() throws Exception {
    Ask thinks = RESPONSES.with(facts(thinking("effort", "low", "high"), Capability.REASONING));
    assertThat(thinks.send().body().path("reasoning")).isEqualTo(json("{\"summary\":\"auto\"}"));
    assertThat(thinks.send().body().path("include"))
        .isEqualTo(json("[\"reasoning.encrypted_content\"]"));
    Ask stateless = thinks.option("include", "none").option("summary", "none");
    assertThat(stateless.send().body().has("include")).isFalse();
    assertThat(stateless.send().body().has("reasoning")).isFalse();
    Ask unsettable = RESPONSES.with(facts(thinking("effort"), Capability.REASONING));
    assertThat(unsettable.send().body().has("reasoning")).isFalse();
  }

  @Test
  void reasoningThatIsOffAsksForNoThoughts() throws Exception {
    JsonNode body = RESPONSES.with(Setting.REASONING_EFFORT, "none").send().body();
    assertThat(body.path("reasoning")).isEqualTo(json("{\"effort\":\"none\"}"));
    assertThat(body.has("include")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web_search,x_search | [{"type":"web_search"},{"type":"x_search"}] | 0
          x_search            | [{"type":"x_search"}]                       | 0
          none                |                                             | 1
          """)
  void searchIsASetOfToolsNamedByTheProvider(String option, String tools, int warnings)
      throws Exception {
    Ask.Sent sent = RESPONSES.option("search", option).with(Setting.WEB_SEARCH, "true").send();
    assertThat(sent.body().has("tools")).isEqualTo(tools != null);
    if (tools != null) {
      assertThat(sent.body().path("tools")).isEqualTo(json(tools));
    }
    assertThat(sent.warnings()).hasSize(warnings);
  }

  @Test
  void aModelWithoutSearchIsAskedWithoutIt() throws Exception {
    Ask.Sent sent = RESPONSES.with(facts(null)).with(Setting.WEB_SEARCH, "true").send();
    assertThat(sent.body().has("tools")).isFalse();
    assertThat(sent.warnings()).extracting(Warning::about).containsExactly("web_search");
  }

  @Test
  void picturesAndFilesGoInTheFormOfTheProtocol() throws Exception {
    Ask.Sent sent = RESPONSES.saying(Known.MIXED).holding(Known.FILES).send();
    assertThat(sent.body().path("input").path(0).path("content"))
        .isEqualTo(
            json(
                """
                [{"type":"input_text","text":"What is this?"},
                 {"type":"input_image","image_url":"data:image/png;base64,AQID"},
                 {"type":"input_file","filename":"kite.pdf",
                  "file_data":"data:application/pdf;base64,JVBERg=="},
                 {"type":"input_text","text":"File: notes.txt\\n\\nWind: ö\\n\\n"}]
                """));
  }

  /** The order is that of a recorded request of OpenAI's own; the phases are its newer models'. */
  @Test
  void anAnswerGoesBackAsTheItemsItCameInToItsOwnVoiceOnly() throws Exception {
    String stream =
        """
        data: {"type":"response.created","response":{"id":"resp_1","model":"m-1"}}

        data: {"type":"response.output_item.added","output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"early"}}

        data: {"type":"response.output_item.done","output_index":0,"item":{"id":"rs_1","type":"reasoning","status":"completed","summary":[{"type":"summary_text","text":"Hm"}],"encrypted_content":"one"}}

        data: {"type":"response.output_text.delta","output_index":1,"content_index":0,"delta":"Let me look."}

        data: {"type":"response.output_item.done","output_index":1,"item":{"id":"msg_1","type":"message","role":"assistant","phase":"commentary","content":[{"type":"output_text","text":"Let me look."}]}}

        data: {"type":"response.output_item.done","output_index":2,"item":{"id":"ws_1","type":"web_search_call","status":"completed","action":{"type":"search","query":"kite","sources":[{"type":"url","url":"https://example.invalid/k"}]}}}

        data: {"type":"response.output_item.done","output_index":3,"item":{"id":"rs_2","type":"reasoning","summary":[],"encrypted_content":"two"}}

        data: {"type":"response.output_text.delta","output_index":4,"content_index":0,"delta":"A kite."}

        data: {"type":"response.output_item.done","output_index":4,"item":{"id":"msg_2","type":"message","role":"assistant","phase":"final_answer","content":[{"type":"output_text","text":"A kite."}]}}

        data: {"type":"response.completed","response":{"id":"resp_1","status":"completed","output":[]}}

        """;
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + stream))) {
      Reply first = RESPONSES.at(host.baseUrl());
      assertThat(first.text()).isEqualTo("Let me look.\n\nA kite.");
      Message own = new Message(Message.Role.ASSISTANT, first.parts());
      Message foreign =
          said(
              new Part.Opaque("elsewhere", "{\"type\":\"reasoning\",\"encrypted_content\":\"x\"}"),
              new Part.Reasoning("Secret thought", null),
              new Part.Text("Ho"));
      RESPONSES
          .saying(Message.user("A"), own, Message.user("B"), foreign, Message.user("C"))
          .at(host.baseUrl());
      assertThat(Json.parse(host.requests().get(1).body()).path("input"))
          .isEqualTo(
              json(
                  """
                  [{"role":"user","content":"A"},
                   {"type":"reasoning","id":"rs_1",
                    "summary":[{"type":"summary_text","text":"Hm"}],"encrypted_content":"one"},
                   {"type":"message","role":"assistant","id":"msg_1","phase":"commentary",
                    "status":"completed",
                    "content":[{"type":"output_text","text":"Let me look.","annotations":[]}]},
                   {"type":"web_search_call","id":"ws_1",
                    "action":{"type":"search","query":"kite"},"status":"completed"},
                   {"type":"reasoning","id":"rs_2","summary":[],"encrypted_content":"two"},
                   {"type":"message","role":"assistant","id":"msg_2","phase":"final_answer",
                    "status":"completed",
                    "content":[{"type":"output_text","text":"A kite.","annotations":[]}]},
                   {"role":"user","content":"B"},
                   {"type":"message","role":"assistant",
                    "content":[{"type":"output_text","text":"Ho","annotations":[]}]},
                   {"role":"user","content":"C"}]
                  """));
    }
  }

  @Test
  void reasoningThatLedToNothingStaysHome() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send("x"))) {
      String voice = "openai-responses " + origin(host) + " m";
      Part dangling =
          new Part.Opaque(voice, "{\"type\":\"reasoning\",\"encrypted_content\":\"x\"}");
      RESPONSES
          .saying(
              Message.user("A"),
              said(dangling, new Part.ToolCall("c", "f", "{}"), new Part.Text("Ho")),
              Message.user("B"),
              said(new Part.Text("Hi"), new Part.Opaque(voice, "not JSON")),
              Message.user("C"))
          .at(host.baseUrl());
      assertThat(host.requests().getFirst().body())
          .doesNotContain("encrypted_content")
          .doesNotContain("function_call")
          .contains("Ho", "Hi");
    }
  }

  private static String origin(FaultHost host) {
    return host.baseUrl().toString().replace("/v1", "");
  }
}
