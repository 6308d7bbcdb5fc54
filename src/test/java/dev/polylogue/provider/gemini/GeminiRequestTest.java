package dev.polylogue.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes out on the wire, read where it arrives. */
class GeminiRequestTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final Message HELLO = Message.user("Hello");
  private static final String ANSWER =
      Talk.stream(
          "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]},\"finishReason\":\"STOP\"}]}");

  /** A request as it arrived, and what its writer had to say. */
  private record Sent(FaultHost.Request wire, Talk talk) {
    JsonNode body() {
      return Talk.json(wire.body());
    }

    JsonNode config() {
      return body().path("generationConfig");
    }
  }

  private static Sent send(ChatRequest request) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(ANSWER))) {
      var endpoint = Talk.endpoint(Protocol.GEMINI, host.baseUrl(), Map.of());
      Talk talk = Talk.with(new GenerateContent(CLIENT, endpoint), request);
      return new Sent(host.requests().getFirst(), talk);
    }
  }

  private static Sent send(String model, ModelFacts facts, String... set) throws Exception {
    return send(Talk.request(model, facts, Talk.set(set), HELLO));
  }

  private static ModelFacts facts(@Nullable Thinking thinking, Capability... can) {
    Set<Capability> known = EnumSet.noneOf(Capability.class);
    known.addAll(List.of(can));
    return new ModelFacts(
        true, known, new ModelFacts.Limits(1_000_000L, 65_536L), thinking, null, null);
  }

  @Test
  void aPlainQuestionHoldsNothingThatWasNotSet() throws Exception {
    Sent sent = send("gemini-x", ModelFacts.UNKNOWN);

    assertThat(sent.wire().head())
        .startsWith("POST /v1/models/gemini-x:streamGenerateContent?alt=sse HTTP/1.1");
    assertThat(sent.wire().header("x-goog-api-key")).isEqualTo("canary-4711");
    assertThat(sent.wire().header("Authorization")).isEmpty();
    assertThat(sent.body())
        .isEqualTo(
            Talk.json("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}]}"));
    assertThat(sent.talk().warnings()).isEmpty();
    assertThat(send("tunedModels/mine", ModelFacts.UNKNOWN).wire().head())
        .startsWith("POST /v1/tunedModels/mine:streamGenerateContent?alt=sse ");
  }

  @Test
  void everythingThatIsSetIsSentWhereNothingIsKnown() throws Exception {
    Sent sent =
        send(
            "gemini-x",
            ModelFacts.UNKNOWN,
            "system",
            "Be brief.",
            "temperature",
            "1.5",
            "top_p",
            "0.9",
            "max_tokens",
            "100",
            "stop",
            "END",
            "seed",
            "7",
            "reasoning_effort",
            "low",
            "web_search",
            "true");

    assertThat(sent.body())
        .isEqualTo(
            Talk.json(
                """
                {"systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "contents":[{"role":"user","parts":[{"text":"Hello"}]}],
                 "generationConfig":{"temperature":1.5,"topP":0.9,"maxOutputTokens":100,
                   "stopSequences":["END"],"seed":7,
                   "thinkingConfig":{"includeThoughts":true,"thinkingLevel":"low"}},
                 "tools":[{"googleSearch":{}}]}
                """));
    assertThat(sent.talk().warnings()).isEmpty();
  }

  @Test
  void whatAModelIsKnownToRefuseIsLeftOutWithAWarning() throws Exception {
    Sent sent =
        send(
            "gemini-x",
            facts(null, Capability.DRAWS),
            "system",
            "Be brief.",
            "temperature",
            "1.5",
            "max_tokens",
            "100000",
            "seed",
            "7",
            "reasoning_effort",
            "low",
            "web_search",
            "true");

    assertThat(sent.body())
        .isEqualTo(
            Talk.json(
                """
                {"contents":[{"role":"user","parts":[{"text":"Hello"}]}],
                 "generationConfig":{"maxOutputTokens":65536,"responseModalities":["TEXT","IMAGE"]}}
                """));
    assertThat(sent.talk().warnedAbout())
        .containsExactlyInAnyOrder(
            "system", "temperature", "max_tokens", "seed", "reasoning_effort", "web_search");
  }

  @Test
  void reasoningIsALevelOrABudget() throws Exception {
    Sent unknown = send("gemini-3-pro", ModelFacts.UNKNOWN, "reasoning_effort", "none");
    assertThat(unknown.config().path("thinkingConfig"))
        .isEqualTo(Talk.json("{\"includeThoughts\":true,\"thinkingLevel\":\"minimal\"}"));
    assertThat(unknown.talk().warnedAbout()).containsExactly("reasoning_effort");

    Sent older = send("gemini-2.5-flash", ModelFacts.UNKNOWN, "reasoning_effort", "medium");
    assertThat(older.config().path("thinkingConfig"))
        .isEqualTo(Talk.json("{\"includeThoughts\":true,\"thinkingBudget\":8192}"));

    Sent off = send("gemini-2.5-flash", ModelFacts.UNKNOWN, "reasoning_effort", "none");
    assertThat(off.config().path("thinkingConfig")).isEqualTo(Talk.json("{\"thinkingBudget\":0}"));

    Sent pro = send("gemini-2.5-pro", ModelFacts.UNKNOWN, "reasoning_effort", "none");
    assertThat(pro.config().path("thinkingConfig").path("thinkingBudget").asInt()).isEqualTo(1024);
    assertThat(pro.talk().warnedAbout()).containsExactly("reasoning_effort");

    ModelFacts facts =
        facts(new Thinking("level", List.of("low", "high"), List.of()), Capability.REASONING);
    assertThat(send("m", facts, "reasoning_effort", "max").config().path("thinkingConfig"))
        .isEqualTo(Talk.json("{\"includeThoughts\":true,\"thinkingLevel\":\"high\"}"));
    assertThat(send("m", facts).config().path("thinkingConfig"))
        .isEqualTo(Talk.json("{\"includeThoughts\":true}"));
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
                new Part.Document(new Blob("c".repeat(64), "text/x-java", 3, "A.java"))));

    Sent sent = send(Talk.request(ModelFacts.UNKNOWN, Parameters.NONE, message));

    assertThat(sent.body().path("contents").path(0).path("parts"))
        .isEqualTo(
            Talk.json(
                """
                [{"inlineData":{"mimeType":"image/png","data":"%s"}},
                 {"text":"a.pdf:"},{"inlineData":{"mimeType":"application/pdf","data":"%s"}},
                 {"text":"A.java:"},{"inlineData":{"mimeType":"text/plain","data":"%s"}},
                 {"text":"Compare."}]
                """
                    .formatted(
                        Talk.base64("kite.png"), Talk.base64("a.pdf"), Talk.base64("A.java"))));
  }

  private static JsonNode replayed(String asked) throws Exception {
    Blob drawn = new Blob("d".repeat(64), "image/png", 3, "drawn");
    String kept =
        """
        {"parts":[{"text":"Here: "},{"picture":0,"thoughtSignature":"s1"},
         {"functionCall":{"name":"look"},"thoughtSignature":"s2"},
         {"text":"","thoughtSignature":"s3"}]}
        """;
    try (FaultHost host = FaultHost.playing(wire -> wire.send(ANSWER))) {
      var endpoint = Talk.endpoint(Protocol.GEMINI, host.baseUrl(), Map.of());
      Message answer =
          new Message(
              Message.Role.ASSISTANT,
              List.of(
                  new Part.Reasoning("hm", 1L),
                  new Part.Text("Here: "),
                  new Part.Picture(drawn),
                  new Part.Opaque(endpoint.voice("m"), kept)));
      Talk.with(
          new GenerateContent(CLIENT, endpoint),
          Talk.request(
              asked, ModelFacts.UNKNOWN, Parameters.NONE, HELLO, answer, Message.user("More")));
      return Talk.json(host.requests().getFirst().body()).path("contents");
    }
  }

  @Test
  void signedPartsGoBackAsTheyCameToTheirModelOnly() throws Exception {
    assertThat(replayed("m").path(1))
        .isEqualTo(
            Talk.json(
                """
                {"role":"model","parts":[{"text":"Here: "},
                 {"thoughtSignature":"s1","inlineData":{"mimeType":"image/png","data":"%s"}},
                 {"text":"","thoughtSignature":"s3"}]}
                """
                    .formatted(Talk.base64("drawn"))));
    JsonNode other = replayed("another");
    assertThat(other.path(1))
        .isEqualTo(Talk.json("{\"role\":\"model\",\"parts\":[{\"text\":\"Here: \"}]}"));
    assertThat(other.path(2).path("parts").path(0).path("inlineData").path("data").asString())
        .isEqualTo(Talk.base64("drawn"));
    assertThat(other.toString()).doesNotContain("thoughtSignature");
  }

  @Test
  void anAnswerWithoutWordsIsNotSent_F93() throws Exception {
    Message silent = new Message(Message.Role.ASSISTANT, List.of(new Part.Reasoning("hm", null)));
    Sent sent =
        send(
            Talk.request(ModelFacts.UNKNOWN, Parameters.NONE, HELLO, silent, Message.user("More")));

    assertThat(sent.body().path("contents"))
        .isEqualTo(
            Talk.json(
                "[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"},{\"text\":\"More\"}]}]"));
  }
}
