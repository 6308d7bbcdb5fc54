package dev.polylogue.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.http.SafeClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What no recording shows, played by a host that sends exactly this. */
class MessageDecoderTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final String START =
      """
      {"type":"message_start","message":{"id":"msg_1","model":"m-20260101","usage":{"input_tokens":10,"cache_creation_input_tokens":4,"cache_read_input_tokens":6,"output_tokens":1}}}""";
  private static final String STOP = "{\"type\":\"message_stop\"}";

  private static String block(int index, String json) {
    return "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":%s}"
        .formatted(index, json);
  }

  private static String words(int index, String text) {
    return "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}"
        .formatted(index, text);
  }

  private static String end(String reason) {
    return "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"%s\"},\"usage\":{\"output_tokens\":5}}"
        .formatted(reason);
  }

  private static Talk hear(String... payloads) throws Exception {
    String answer = Talk.stream(payloads);
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
      return ask(host);
    }
  }

  private static Talk ask(FaultHost host) throws Exception {
    return Talk.with(
        new AnthropicMessages(CLIENT, Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), Map.of())),
        Talk.request(ModelFacts.UNKNOWN, Talk.set("web_search", "true"), Message.user("Hello")));
  }

  private static ProviderException failure(Talk talk) {
    return Objects.requireNonNull(talk.failure());
  }

  @Test
  void thePromptIsCountedWithWhatTheCacheTookAndGave() throws Exception {
    Talk talk = hear(START, block(0, "{\"type\":\"text\",\"text\":\"Hi\"}"), end("end_turn"), STOP);

    assertThat(talk.all(ChatEvent.Counted.class).getFirst().usage())
        .isEqualTo(new Usage(20L, null, 6L, null, 4L, null));
    assertThat(talk.all(ChatEvent.Counted.class).getLast().usage())
        .isEqualTo(new Usage(20L, 5L, 6L, null, 4L, null));
    assertThat(talk.text()).isEqualTo("Hi");
    assertThat(talk.finish()).isEqualTo("stop");
  }

  @Test
  void onlyMessageStopMakesAnAnswerWhole_F66() throws Exception {
    Talk talk = hear(START, words(0, "Half"), end("end_turn"));

    assertThat(talk.text()).isEqualTo("Half");
    assertThat(failure(talk).outcome()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(failure(talk).failure().kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(talk.finish()).isNull();
  }

  @Test
  void anErrorInTheMiddleKeepsTheWords_F72() throws Exception {
    Talk talk =
        hear(
            START,
            words(0, "Half"),
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":\"r\"}");

    assertThat(talk.text()).isEqualTo("Half");
    assertThat(failure(talk).failure().kind()).isEqualTo(FailureKind.OVERLOADED);
    assertThat(failure(talk).getMessage()).contains("Overloaded");
  }

  @Test
  void anErrorInPlaceOfAnAnswerIsTheProvidersOwn_F46_F73() throws Exception {
    String body =
        FaultHost.answer(
            200,
            "application/json",
            "{\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":\"Pay first\"}}");
    try (FaultHost host = FaultHost.playing(wire -> wire.send(body))) {
      Talk talk = ask(host);

      assertThat(failure(talk).failure().kind()).isEqualTo(FailureKind.QUOTA);
      assertThat(failure(talk).getMessage()).contains("Pay first");
    }
  }

  @Test
  void whatComesAfterTheEndOrIsNotKnownIsPassedOver_F69_F86() throws Exception {
    Talk talk =
        hear(
            "{\"type\":\"ping\"}",
            START,
            "{\"type\":\"novelty\",\"index\":3}",
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"novelty_delta\"}}",
            words(0, "Hi"),
            end("end_turn"),
            STOP,
            words(0, " there"),
            end("max_tokens"));

    assertThat(talk.failure()).isNull();
    assertThat(talk.text()).isEqualTo("Hi");
    assertThat(talk.all(ChatEvent.Finished.class)).containsExactly(new ChatEvent.Finished("stop"));
  }

  @Test
  void unknownBlocksAreKeptAndNotShown() throws Exception {
    Talk talk =
        hear(
            START,
            block(0, "{\"type\":\"novelty\",\"data\":\"opaque\"}"),
            words(1, "Hi"),
            end("end_turn"),
            STOP);

    assertThat(talk.text()).isEqualTo("Hi");
    ChatEvent.Opaque kept = talk.all(ChatEvent.Opaque.class).getFirst();
    assertThat(kept.voice()).startsWith("anthropic http://127.0.0.1").endsWith(" m");
    assertThat(Talk.json(kept.json()).path("content").path(0))
        .isEqualTo(Talk.json("{\"type\":\"novelty\",\"data\":\"opaque\"}"));
  }

  @Test
  void aSearchThatFailsIsAWarning() throws Exception {
    Talk talk =
        hear(
            START,
            block(
                0,
                "{\"type\":\"web_search_tool_result\",\"tool_use_id\":\"t\",\"content\":{\"type\":\"web_search_tool_result_error\",\"error_code\":\"max_uses_exceeded\"}}"),
            end("end_turn"),
            STOP);

    assertThat(talk.warnings().getFirst().about()).isEqualTo("web_search");
    assertThat(talk.warnings().getFirst().message()).contains("web search", "max_uses_exceeded");
  }

  @Test
  void aPlaceInADocumentIsNoAddress() throws Exception {
    Talk talk =
        hear(
            START,
            block(0, "{\"type\":\"text\",\"text\":\"\"}"),
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"citations_delta\",\"citation\":{\"type\":\"char_location\",\"document_title\":\"a.txt\"}}}",
            words(0, "Hi"),
            end("end_turn"),
            STOP);

    assertThat(talk.all(ChatEvent.Cited.class)).isEmpty();
    assertThat(talk.all(ChatEvent.Opaque.class)).isEmpty();
  }

  @Test
  void wordsBeforeARefusalAreMarkedAsWithdrawn_F71() throws Exception {
    Talk talk =
        hear(
            START,
            words(0, "First mix"),
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\",\"stop_details\":{\"explanation\":\"Not this.\",\"recommended_model\":\"other\"}},\"usage\":{\"output_tokens\":5}}",
            STOP);

    assertThat(talk.text()).isEqualTo("First mix");
    assertThat(talk.finish()).isEqualTo("refusal");
    assertThat(talk.warnings().getFirst().message()).contains("withdrew", "Not this.");
    assertThat(talk.warnings().getLast().message()).contains("recommends other");
  }

  @Test
  void aModelThatSteppedInIsNamed() throws Exception {
    Talk talk =
        hear(
            START,
            block(
                0,
                "{\"type\":\"fallback\",\"from\":{\"model\":\"m-20260101\"},\"to\":{\"model\":\"m-small\"}}"),
            block(1, "{\"type\":\"text\",\"text\":\"\"}"),
            words(1, "Hi"),
            end("end_turn"),
            STOP);

    assertThat(
            talk.all(ChatEvent.Started.class).stream()
                .map(ChatEvent.Started::reportedModel)
                .filter(Objects::nonNull))
        .containsExactly("m-small");
    assertThat(talk.warnings().getFirst().message()).contains("m-20260101", "m-small");
  }

  @Test
  void blocksMayComeInterleaved_F90() throws Exception {
    Talk talk =
        hear(
            START,
            block(0, "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"one\",\"input\":{}}"),
            block(1, "{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"two\",\"input\":{}}"),
            "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"x\\\":1}\"}}",
            "{\"type\":\"content_block_stop\",\"index\":0}",
            "{\"type\":\"content_block_stop\",\"index\":1}",
            end("tool_use"),
            STOP);

    assertThat(talk.all(ChatEvent.ToolCallDelta.class))
        .containsExactly(
            new ChatEvent.ToolCallDelta(0, "a", "one", ""),
            new ChatEvent.ToolCallDelta(1, "b", "two", ""),
            new ChatEvent.ToolCallDelta(1, "", "", "{\"x\":1}"),
            new ChatEvent.ToolCallDelta(0, "", "", "{}"));
    assertThat(talk.finish()).isEqualTo("tool_calls");
  }

  @Test
  void aPausedAnswerIsAskedToGoOnWithItsContentAsItIs() throws Exception {
    String first =
        Talk.stream(
            START,
            block(0, "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s\"}"),
            block(1, "{\"type\":\"text\",\"text\":\"\"}"),
            words(1, "One, "),
            block(
                2,
                "{\"type\":\"server_tool_use\",\"id\":\"t\",\"name\":\"web_search\",\"input\":{}}"),
            "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"query\\\":\\\"kites\\\"}\"}}",
            "{\"type\":\"content_block_stop\",\"index\":2}",
            end("pause_turn"),
            STOP);
    String second =
        Talk.stream(
            START.replace("msg_1", "msg_2"),
            block(0, "{\"type\":\"text\",\"text\":\"two.\"}"),
            end("end_turn"),
            STOP);
    try (FaultHost host =
        FaultHost.deciding((number, _) -> wire -> wire.send(number == 0 ? first : second))) {
      Talk talk = ask(host);

      assertThat(talk.failure()).isNull();
      assertThat(talk.text()).isEqualTo("One, two.");
      assertThat(talk.finish()).isEqualTo("stop");
      assertThat(talk.all(ChatEvent.Searched.class))
          .containsExactly(new ChatEvent.Searched("kites"));
      assertThat(talk.all(ChatEvent.Counted.class).getLast().usage())
          .isEqualTo(new Usage(40L, 10L, 12L, null, 8L, null));
      assertThat(host.requests()).hasSize(2);
      JsonNode sent = Talk.json(host.requests().getLast().body());
      assertThat(sent.path("tools")).hasSize(1);
      assertThat(sent.path("messages").path(1))
          .isEqualTo(
              Talk.json(
                  """
                  {"role":"assistant","content":[
                   {"type":"thinking","thinking":"hm","signature":"s"},
                   {"type":"text","text":"One, "},
                   {"type":"server_tool_use","id":"t","name":"web_search","input":{"query":"kites"}}]}
                  """));
      assertThat(Talk.json(talk.all(ChatEvent.Opaque.class).getFirst().json()).path("content"))
          .hasSize(4);
    }
  }

  @Test
  void anAnswerThatPausesForEverEndsAsPaused() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        Talk.stream(
                            START.replace("msg_1", "msg_" + number),
                            words(0, "x"),
                            end("pause_turn"),
                            STOP)))) {
      Talk talk = ask(host);

      assertThat(talk.finish()).isEqualTo("pause_turn");
      assertThat(host.requests()).hasSizeBetween(2, 20);
      assertThat(talk.text()).isEqualTo("x".repeat(host.requests().size()));
    }
  }

  @Test
  void encryptedThoughtsAreMentioned() throws Exception {
    Talk talk =
        hear(
            START,
            block(0, "{\"type\":\"redacted_thinking\",\"data\":\"opaque\"}"),
            words(1, "Hi"),
            end("end_turn"),
            STOP);

    assertThat(talk.warnedAbout()).isEqualTo(List.of("reasoning_effort"));
    assertThat(talk.all(ChatEvent.Opaque.class).getFirst().json()).contains("opaque");
  }
}
