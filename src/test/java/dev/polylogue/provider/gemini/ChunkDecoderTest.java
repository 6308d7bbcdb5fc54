package dev.polylogue.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.http.SafeClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What no recording shows, played by a host that sends exactly this. */
class ChunkDecoderTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final String OVERLOADED =
      "{\"error\":{\"code\":503,\"message\":\"The model is overloaded.\",\"status\":\"UNAVAILABLE\"}}";

  private static String chunk(String parts, String more) {
    return "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\",\"parts\":[%s]}%s}],\"usageMetadata\":{\"promptTokenCount\":9,\"toolUsePromptTokenCount\":1,\"cachedContentTokenCount\":4,\"candidatesTokenCount\":2,\"thoughtsTokenCount\":3},\"modelVersion\":\"m-001\",\"responseId\":\"r1\"}"
        .formatted(parts, more);
  }

  private static String text(String text) {
    return "{\"text\":\"%s\"}".formatted(text);
  }

  private static String finish(String reason) {
    return ",\"finishReason\":\"%s\"".formatted(reason);
  }

  private static Talk hear(String... payloads) throws Exception {
    return play(Talk.stream(payloads));
  }

  private static Talk play(String answer) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(answer))) {
      return ask(host);
    }
  }

  private static Talk ask(FaultHost host) throws Exception {
    return Talk.with(
        new GenerateContent(CLIENT, Talk.endpoint(Protocol.GEMINI, host.baseUrl(), Map.of())),
        Talk.request(ModelFacts.UNKNOWN, Parameters.NONE, Message.user("Hello")));
  }

  private static ProviderException failure(Talk talk) {
    return Objects.requireNonNull(talk.failure());
  }

  @Test
  void thoughtsAndToolPromptsAreCountedIn() throws Exception {
    Talk talk =
        hear(chunk("{\"text\":\"hm\",\"thought\":true}", ""), chunk(text("Hi"), finish("STOP")));

    assertThat(talk.all(ChatEvent.Counted.class).getLast().usage())
        .isEqualTo(new Usage(10L, 5L, 4L, 3L, null, null));
    assertThat(talk.all(ChatEvent.ReasoningDelta.class))
        .containsExactly(new ChatEvent.ReasoningDelta("hm"));
    assertThat(talk.text()).isEqualTo("Hi");
    assertThat(talk.all(ChatEvent.Started.class)).contains(new ChatEvent.Started("r1", "m-001"));
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, stop",
    "MAX_TOKENS, length",
    "CONTINUATION, length",
    "SAFETY, content_filter",
    "RECITATION, content_filter",
    "BLOCKLIST, content_filter",
    "PROHIBITED_CONTENT, content_filter",
    "SPII, content_filter",
    "IMAGE_SAFETY, content_filter",
    "LANGUAGE, language",
    "NO_IMAGE, no_image",
    "TOO_MANY_TOOL_CALLS, too_many_tool_calls",
    "SOMETHING_NEW, something_new"
  })
  void anAnswerWithWordsKeepsItsReason_F71(String raw, String reason) throws Exception {
    Talk talk = hear(chunk(text("Hi"), ""), chunk("", finish(raw)));

    assertThat(talk.failure()).isNull();
    assertThat(talk.text()).isEqualTo("Hi");
    assertThat(talk.finish()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY, CONTENT_FILTER",
    "IMAGE_PROHIBITED_CONTENT, CONTENT_FILTER",
    "OTHER, SERVER",
    "MALFORMED_FUNCTION_CALL, SERVER",
    "MALFORMED_RESPONSE, SERVER",
    "UNEXPECTED_TOOL_CALL, SERVER"
  })
  void withoutWordsTheReasonIsTheFailure(String raw, FailureKind kind) throws Exception {
    Talk talk = hear(chunk("", finish(raw) + ",\"finishMessage\":\"Because.\""));

    assertThat(failure(talk).failure().kind()).isEqualTo(kind);
    assertThat(failure(talk).getMessage()).contains(raw, "Because.");
  }

  @Test
  void aBlockedPromptFailsInTheProvidersWords() throws Exception {
    Talk talk =
        hear(
            "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":9,\"totalTokenCount\":9}}");

    assertThat(failure(talk).failure().kind()).isEqualTo(FailureKind.CONTENT_FILTER);
    assertThat(failure(talk).outcome()).isEqualTo(ReplyState.FAILED);
    assertThat(failure(talk).getMessage()).contains("PROHIBITED_CONTENT");
    assertThat(talk.all(ChatEvent.Counted.class).getLast().usage().inputTokens()).isEqualTo(9);
  }

  @Test
  void anEndWithoutAReasonIsAnInterruption_F66() throws Exception {
    Talk talk = hear(chunk(text("Half"), ""));

    assertThat(talk.text()).isEqualTo("Half");
    assertThat(failure(talk).outcome()).isEqualTo(ReplyState.INTERRUPTED);
  }

  @Test
  void anErrorInTheMiddleKeepsTheWords_F72() throws Exception {
    Talk talk = hear(chunk(text("Half"), ""), OVERLOADED);

    assertThat(talk.text()).isEqualTo("Half");
    assertThat(failure(talk).failure().kind()).isEqualTo(FailureKind.OVERLOADED);
    assertThat(failure(talk).getMessage()).contains("overloaded");
  }

  @Test
  void anArrayIsReadLikeAStream() throws Exception {
    String whole =
        "[" + chunk(text("One, "), "") + ",\n" + chunk(text("two."), finish("STOP")) + "]";
    Talk talk = play(FaultHost.answer(200, "application/json", whole));
    assertThat(talk.failure()).isNull();
    assertThat(talk.text()).isEqualTo("One, two.");
    assertThat(talk.finish()).isEqualTo("stop");

    Talk refused = play(FaultHost.answer(200, "application/json", "[" + OVERLOADED + "]"));
    assertThat(failure(refused).failure().kind()).isEqualTo(FailureKind.OVERLOADED);

    Talk broken =
        play(
            FaultHost.answer(
                200, "application/json", "[" + chunk(text("Half"), "") + "," + OVERLOADED + "]"));
    assertThat(broken.text()).isEqualTo("Half");
    assertThat(failure(broken).failure().kind()).isEqualTo(FailureKind.OVERLOADED);
  }

  @Test
  void aContinuedAnswerIsAskedForWithTheTokenOnly() throws Exception {
    String first =
        Talk.stream(
            chunk(text("One, "), finish("CONTINUATION") + ",\"continuationToken\":\"next-1\""));
    String second = Talk.stream(chunk(text("two."), finish("STOP")));
    try (FaultHost host =
        FaultHost.deciding((number, _) -> wire -> wire.send(number == 0 ? first : second))) {
      Talk talk = ask(host);

      assertThat(talk.failure()).isNull();
      assertThat(talk.text()).isEqualTo("One, two.");
      assertThat(talk.all(ChatEvent.Finished.class))
          .containsExactly(new ChatEvent.Finished("stop"));
      assertThat(talk.all(ChatEvent.Counted.class).getLast().usage())
          .isEqualTo(new Usage(20L, 10L, 8L, 6L, null, null));
      assertThat(host.requests()).hasSize(2);
      JsonNode one = Talk.json(host.requests().getFirst().body());
      JsonNode two = Talk.json(host.requests().getLast().body());
      assertThat(two.path("continuationToken").asString()).isEqualTo("next-1");
      assertThat(two.path("contents")).isEqualTo(one.path("contents"));
    }
  }

  @Test
  void picturesComeWholeAndDraftsAreNotShown_F99() throws Exception {
    String picture = "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"%s\"}%s}";
    Talk talk =
        hear(
            chunk(picture.formatted("AAAA", ",\"thought\":true"), ""),
            chunk(
                text("Here: ")
                    + ","
                    + picture.formatted("iVBO\\nRw0K", ",\"thoughtSignature\":\"s1\""),
                ""),
            chunk(picture.formatted("?", ""), ""),
            chunk("{\"inlineData\":{\"mimeType\":\"audio/wav\",\"data\":\"AAAA\"}}", ""),
            chunk(text("Done"), ""),
            chunk("{\"text\":\"\",\"thoughtSignature\":\"s2\"}", finish("STOP")));

    assertThat(talk.all(ChatEvent.Pictured.class)).hasSize(1);
    ChatEvent.Pictured shown = talk.all(ChatEvent.Pictured.class).getFirst();
    assertThat(shown.mediaType()).isEqualTo("image/png");
    assertThat(shown.bytes().toArray()).containsExactly(0x89, 'P', 'N', 'G', '\r', '\n');
    assertThat(talk.warnings()).hasSize(2);
    assertThat(Talk.json(talk.all(ChatEvent.Opaque.class).getFirst().json()))
        .isEqualTo(
            Talk.json(
                """
                {"parts":[{"text":"Here: "},{"picture":0,"thoughtSignature":"s1"},
                 {"text":"Done"},{"text":"","thoughtSignature":"s2"}]}
                """));
  }

  @Test
  void codeThatWasRunIsShownAsCode() throws Exception {
    Talk talk =
        hear(
            chunk(
                text("Let me see.")
                    + ",{\"executableCode\":{\"language\":\"PYTHON\",\"code\":\"print(1)\\n\"}}"
                    + ",{\"codeExecutionResult\":{\"outcome\":\"OUTCOME_OK\",\"output\":\"1\"}}",
                finish("STOP")));

    assertThat(talk.text())
        .isEqualTo("Let me see.\n\n```python\nprint(1)\n```\n\n\n\n```\n1\n```\n\n");
  }

  @Test
  void sourcesAndQueriesAreToldOnce() throws Exception {
    String grounding =
        ",\"groundingMetadata\":{\"webSearchQueries\":[\"kites\",\"kites\"],\"groundingChunks\":[{\"web\":{\"uri\":\"https://a.example/x\",\"domain\":\"a.example\"}}]}";
    Talk talk = hear(chunk(text("Hi"), grounding), chunk("", grounding + finish("STOP")));

    assertThat(talk.all(ChatEvent.Searched.class)).containsExactly(new ChatEvent.Searched("kites"));
    assertThat(talk.all(ChatEvent.Cited.class))
        .containsExactly(new ChatEvent.Cited("https://a.example/x", "a.example"));
    assertThat(talk.all(ChatEvent.Counted.class).getLast().usage().searches()).isEqualTo(1);
  }

  @Test
  void onlyTheFirstCandidateIsShown_F90() throws Exception {
    Talk talk =
        hear(
            "{\"candidates\":[{\"index\":0,\"content\":{\"parts\":[{\"text\":\"A\"}]}},{\"index\":1,\"content\":{\"parts\":[{\"text\":\"B\"}]}}]}",
            "{\"candidates\":[{\"index\":0,\"finishReason\":\"STOP\"}]}");

    assertThat(talk.text()).isEqualTo("A");
  }

  @Test
  void theListHoldsWhatGeneratesContent() throws Exception {
    String first =
        "{\"models\":[{\"name\":\"models/gemini-x\",\"displayName\":\"Gemini X\",\"inputTokenLimit\":1000,\"outputTokenLimit\":100,\"supportedGenerationMethods\":[\"generateContent\"]},{\"name\":\"models/embed\",\"supportedGenerationMethods\":[\"embedContent\"]}],\"nextPageToken\":\"p2\"}";
    String second =
        "{\"models\":[{\"name\":\"models/gemini-y\",\"supportedGenerationMethods\":[\"countTokens\",\"generateContent\"]}]}";
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        FaultHost.answer(200, "application/json", number == 0 ? first : second)))) {
      List<ModelCard> cards =
          new GenerateContent(CLIENT, Talk.endpoint(Protocol.GEMINI, host.baseUrl(), Map.of()))
              .models();

      assertThat(cards.stream().map(card -> card.ref().model()))
          .containsExactly("gemini-x", "gemini-y");
      assertThat(cards.getFirst().displayName()).isEqualTo("Gemini X");
      assertThat(cards.getFirst().facts().limits()).isEqualTo(new ModelFacts.Limits(1000L, 100L));
      assertThat(host.requests().getLast().head()).contains("pageToken=p2");
    }
  }
}
