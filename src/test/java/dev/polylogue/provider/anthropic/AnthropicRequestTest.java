package dev.polylogue.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.SafeClient;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes out on the wire, read where it arrives. */
class AnthropicRequestTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final Message HELLO = Message.user("Hello");
  private static final Thinking ADAPTIVE =
      new Thinking("adaptive", List.of("none", "low", "medium", "high"), List.of());

  /** A request as it arrived, and what its writer had to say. */
  private record Sent(FaultHost.Request wire, Talk talk, String voice) {
    JsonNode body() {
      return Talk.json(wire.body());
    }
  }

  private static Sent send(Map<String, String> options, ChatRequest request) throws Exception {
    String answer =
        Talk.stream(
            "{\"type\":\"message_start\",\"message\":{\"id\":\"1\",\"model\":\"m\"}}",
            "{\"type\":\"message_stop\"}");
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
      var endpoint = Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), options);
      Talk talk = Talk.with(new AnthropicMessages(CLIENT, endpoint), request);
      return new Sent(host.requests().getFirst(), talk, endpoint.voice(request.model()));
    }
  }

  private static Sent send(ModelFacts facts, String... set) throws Exception {
    return send(Map.of(), Talk.request(facts, Talk.set(set), HELLO));
  }

  private static ModelFacts facts(@Nullable Thinking thinking, Capability... but) {
    Set<Capability> can = EnumSet.allOf(Capability.class);
    List.of(but).forEach(can::remove);
    return new ModelFacts(
        true, can, new ModelFacts.Limits(200_000L, 64_000L), thinking, null, null);
  }

  @Test
  void aPlainQuestionHoldsNothingThatWasNotSet() throws Exception {
    Sent sent = send(ModelFacts.UNKNOWN);

    assertThat(sent.wire().head()).startsWith("POST /v1/messages HTTP/1.1");
    assertThat(sent.wire().header("anthropic-version")).isEqualTo("2023-06-01");
    assertThat(sent.wire().header("x-api-key")).isEqualTo("canary-4711");
    assertThat(sent.wire().header("Authorization")).isEmpty();
    assertThat(sent.body())
        .isEqualTo(
            Talk.json(
                """
                {"model":"m","max_tokens":8192,"stream":true,"messages":[
                 {"role":"user","content":[{"type":"text","text":"Hello"}]}]}
                """));
    assertThat(sent.talk().warnings()).isEmpty();
  }

  @Test
  void everythingThatIsSetIsSentWhereNothingIsKnown() throws Exception {
    Sent sent =
        send(
            ModelFacts.UNKNOWN,
            "system",
            "Be brief.",
            "temperature",
            "0.5",
            "top_p",
            "0.9",
            "max_tokens",
            "100",
            "stop",
            "END",
            "reasoning_effort",
            "high",
            "web_search",
            "true");

    assertThat(sent.body())
        .isEqualTo(
            Talk.json(
                """
                {"model":"m","max_tokens":100,"stream":true,"system":"Be brief.",
                 "tools":[{"type":"web_search_20250305","name":"web_search","max_uses":5}],
                 "messages":[{"role":"user","content":[{"type":"text","text":"Hello"}]}],
                 "thinking":{"type":"adaptive","display":"summarized"},
                 "output_config":{"effort":"high"},
                 "temperature":0.5,"top_p":0.9,"stop_sequences":["END"]}
                """));
    assertThat(sent.talk().warnings()).isEmpty();
  }

  @Test
  void whatAModelIsKnownToRefuseIsLeftOutWithAWarning() throws Exception {
    Sent sent =
        send(
            facts(null, Capability.SAMPLING, Capability.SEARCH, Capability.REASONING),
            "temperature",
            "0.5",
            "top_p",
            "0.9",
            "seed",
            "7",
            "reasoning_effort",
            "high",
            "web_search",
            "true");

    assertThat(sent.body().propertyNames())
        .containsExactlyInAnyOrder("model", "max_tokens", "stream", "messages");
    assertThat(sent.body().path("max_tokens").asInt()).isEqualTo(64_000);
    assertThat(sent.talk().warnedAbout())
        .containsExactlyInAnyOrder(
            "temperature", "top_p", "seed", "reasoning_effort", "web_search");
  }

  @Test
  void whatIsTooMuchIsClampedWithAWarning() throws Exception {
    Sent sent = send(facts(ADAPTIVE), "temperature", "1.5", "max_tokens", "100000");

    assertThat(sent.body().path("temperature").asDouble()).isEqualTo(1);
    assertThat(sent.body().path("max_tokens").asInt()).isEqualTo(64_000);
    assertThat(sent.talk().warnedAbout()).containsExactlyInAnyOrder("temperature", "max_tokens");
  }

  @Test
  void reasoningIsMappedToTheNearestLevel() throws Exception {
    Sent most = send(facts(ADAPTIVE), "reasoning_effort", "max");
    assertThat(most.body().path("output_config").path("effort").asString()).isEqualTo("high");
    assertThat(most.talk().warnings().getFirst().message())
        .contains("\"max\"", "\"high\"", "nearest");

    Sent little = send(ModelFacts.UNKNOWN, "reasoning_effort", "minimal");
    assertThat(little.body().path("output_config").path("effort").asString()).isEqualTo("low");

    Sent none = send(facts(ADAPTIVE), "reasoning_effort", "none");
    assertThat(none.body().path("thinking")).isEqualTo(Talk.json("{\"type\":\"disabled\"}"));
    assertThat(none.body().has("output_config")).isFalse();
    assertThat(none.talk().warnings()).isEmpty();
  }

  @Test
  void aModelThatAlwaysThinksIsAskedToShowIt() throws Exception {
    Sent sent = send(facts(new Thinking("adaptive", List.of("low", "high"), List.of())));

    assertThat(sent.body().path("thinking"))
        .isEqualTo(Talk.json("{\"type\":\"adaptive\",\"display\":\"summarized\"}"));
    assertThat(sent.body().has("output_config")).isFalse();
    assertThat(send(facts(ADAPTIVE)).body().has("thinking")).isFalse();
  }

  @Test
  void olderModelsGetABudgetThatLeavesRoomForTheAnswer() throws Exception {
    Thinking budgets =
        new Thinking("budget", List.of("none", "low", "high"), List.of(0, 2048, 16_000));

    Sent high = send(facts(budgets), "reasoning_effort", "high", "temperature", "0.3");
    assertThat(high.body().path("thinking"))
        .isEqualTo(Talk.json("{\"type\":\"enabled\",\"budget_tokens\":16000}"));
    assertThat(high.body().has("temperature")).isFalse();
    assertThat(high.talk().warnedAbout()).containsExactly("temperature");

    Sent tight = send(facts(budgets), "reasoning_effort", "high", "max_tokens", "8000");
    assertThat(tight.body().path("thinking").path("budget_tokens").asInt()).isEqualTo(4000);
    assertThat(tight.talk().warnedAbout()).containsExactly("reasoning_effort");

    Sent none = send(facts(budgets), "reasoning_effort", "none");
    assertThat(none.body().has("thinking")).isFalse();
    assertThat(none.talk().warnings()).isEmpty();
  }

  @Test
  void filesGoInTheirNativeForm() throws Exception {
    Message message =
        new Message(
            Message.Role.USER,
            List.of(
                new Part.Text("Compare."),
                new Part.Picture(new Blob("a".repeat(64), "image/png", 3, "kite.png")),
                new Part.Document(new Blob("b".repeat(64), "application/pdf", 3, "a.pdf")),
                new Part.Document(new Blob("c".repeat(64), "text/plain", 3, "notes.txt"))));

    Sent sent = send(Map.of(), Talk.request(ModelFacts.UNKNOWN, Parameters.NONE, message));

    assertThat(sent.body().path("messages").path(0).path("content"))
        .isEqualTo(
            Talk.json(
                """
                [{"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}},
                 {"type":"document","title":"a.pdf","source":
                   {"type":"base64","media_type":"application/pdf","data":"%s"}},
                 {"type":"document","title":"notes.txt","source":
                   {"type":"text","media_type":"text/plain","data":"bytes of notes.txt"}},
                 {"type":"text","text":"Compare."}]
                """
                    .formatted(Talk.base64("kite.png"), Talk.base64("a.pdf"))));
  }

  @Test
  void aFileThatIsGoneStopsTheRequest() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> {})) {
      Blob gone = new Blob("a".repeat(64), "image/png", 3, "kite.png");
      ChatRequest request =
          new ChatRequest(
              Talk.request(ModelFacts.UNKNOWN, Parameters.NONE).card(),
              Parameters.NONE,
              List.of(new Message(Message.Role.USER, List.of(new Part.Picture(gone)))),
              blob -> {
                throw new IOException("it is missing");
              });

      Talk talk =
          Talk.with(
              new AnthropicMessages(
                  CLIENT, Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), Map.of())),
              request);

      assertThat(Objects.requireNonNull(talk.failure()).failure().kind())
          .isEqualTo(FailureKind.BAD_REQUEST);
      assertThat(talk.failure().getMessage()).contains("kite.png", "missing");
      assertThat(host.requests()).isEmpty();
    }
  }

  /** An answer with a search, as it is kept; what may go back of it is its words and the search. */
  private static final String KEPT =
      """
      {"content":[
       {"type":"thinking","thinking":"hm","signature":"s"},
       {"type":"redacted_thinking","data":"x"},
       {"type":"server_tool_use","id":"t1","name":"web_search","input":{"query":"q"}},
       {"type":"web_search_tool_result","tool_use_id":"t1","content":[
         {"type":"web_search_result","url":"https://a.example","encrypted_content":"e"}]},
       {"type":"server_tool_use","id":"t2","name":"web_search","input":{"query":"lost"}},
       {"type":"text","text":"Found.","citations":[
         {"type":"web_search_result_location","url":"https://a.example","encrypted_index":"i"}]},
       {"type":"tool_use","id":"t3","name":"look","input":{}},
       {"type":"novelty","data":1}]}
      """;

  private Message answer(String voice) {
    return new Message(
        Message.Role.ASSISTANT,
        List.of(
            new Part.Reasoning("hm", 5L), new Part.Text("Found."), new Part.Opaque(voice, KEPT)));
  }

  private JsonNode replayed(String model, String... set) throws Exception {
    String answer = Talk.stream("{\"type\":\"message_stop\"}");
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
      var endpoint = Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), Map.of());
      Talk.with(
          new AnthropicMessages(CLIENT, endpoint),
          Talk.request(
              model,
              ModelFacts.UNKNOWN,
              Talk.set(set),
              HELLO,
              answer(endpoint.voice("m")),
              Message.user("More")));
      return Talk.json(host.requests().getFirst().body()).path("messages").path(1);
    }
  }

  @Test
  void aSearchGoesBackToTheModelThatMadeItAndThoughtsToNone() throws Exception {
    assertThat(replayed("m", "web_search", "true"))
        .isEqualTo(
            Talk.json(
                """
                {"role":"assistant","content":[
                 {"type":"server_tool_use","id":"t1","name":"web_search","input":{"query":"q"}},
                 {"type":"web_search_tool_result","tool_use_id":"t1","content":[
                  {"type":"web_search_result","url":"https://a.example","encrypted_content":"e"}]},
                 {"type":"text","text":"Found.","citations":[
                  {"type":"web_search_result_location","url":"https://a.example","encrypted_index":"i"}]}]}
                """));
    JsonNode words =
        Talk.json("{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Found.\"}]}");
    assertThat(replayed("m")).isEqualTo(words);
    assertThat(replayed("another", "web_search", "true")).isEqualTo(words);
  }

  @Test
  void anAnswerWithoutWordsIsNotSentAndItsPictureTravelsOn_F93() throws Exception {
    Blob drawn = new Blob("d".repeat(64), "image/png", 3, "drawn");
    Sent sent =
        send(
            Map.of(),
            Talk.request(
                ModelFacts.UNKNOWN,
                Parameters.NONE,
                HELLO,
                new Message(
                    Message.Role.ASSISTANT,
                    List.of(new Part.Reasoning("hm", null), new Part.Picture(drawn))),
                Message.user("More")));

    assertThat(sent.body().path("messages"))
        .isEqualTo(
            Talk.json(
                """
                [{"role":"user","content":[{"type":"text","text":"Hello"},
                 {"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"}},
                 {"type":"text","text":"More"}]}]
                """
                    .formatted(Talk.base64("drawn"))));
  }

  @Test
  void optionsOfTheProviderChangeTheSearchAndTheKey() throws Exception {
    ChatRequest search = Talk.request(ModelFacts.UNKNOWN, Talk.set("web_search", "true"), HELLO);

    Sent none = send(Map.of("search", "none", "key-header", "Authorization"), search);
    assertThat(none.body().has("tools")).isFalse();
    assertThat(none.talk().warnedAbout()).containsExactly("web_search");
    assertThat(none.wire().header("Authorization")).isEqualTo("Bearer canary-4711");

    Sent newer = send(Map.of("search", "web_search_20260318"), search);
    assertThat(newer.body().path("tools").path(0).path("type").asString())
        .isEqualTo("web_search_20260318");
  }
}
