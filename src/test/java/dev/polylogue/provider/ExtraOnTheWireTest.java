package dev.polylogue.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.anthropic.AnthropicMessages;
import dev.polylogue.provider.gemini.GenerateContent;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.ExtraJson;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.provider.openai.Responses;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Extra JSON and stop sequences, read where they arrive, for every protocol. */
class ExtraOnTheWireTest {
  private static final OkHttpClient CLIENT = SafeClient.create();

  private record Sent(JsonNode body, Talk talk) {}

  private static Sent send(Protocol protocol, String... set) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(Talk.stream("{}")))) {
      Endpoint endpoint = Talk.endpoint(protocol, host.baseUrl(), Map.of());
      Talk talk =
          Talk.with(
              provider(protocol, endpoint),
              Talk.request(ModelFacts.UNKNOWN, Talk.set(set), Message.user("Hello")));
      return new Sent(Talk.json(host.requests().getFirst().body()), talk);
    }
  }

  private static Provider provider(Protocol protocol, Endpoint endpoint) {
    return switch (protocol) {
      case OPENAI_CHAT -> new ChatCompletions(CLIENT, endpoint);
      case OPENAI_RESPONSES -> new Responses(CLIENT, endpoint);
      case ANTHROPIC -> new AnthropicMessages(CLIENT, endpoint);
      case GEMINI -> new GenerateContent(CLIENT, endpoint);
    };
  }

  @ParameterizedTest
  @EnumSource
  void fieldsThatNobodyKnowsArrive(Protocol protocol) throws Exception {
    Sent sent = send(protocol, "extra", "{\"top_k\":40,\"deep\":{\"list\":[1,2]}}");
    assertThat(sent.body().path("top_k").intValue()).isEqualTo(40);
    assertThat(sent.body().path("deep").path("list").toString()).isEqualTo("[1,2]");
    assertThat(sent.talk().warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatCarriesTheConversationIsRefusedAndTheRestSent(Protocol protocol) throws Exception {
    JsonNode plain = send(protocol, "temperature", "0.5").body();
    Sent sent =
        send(
            protocol,
            "temperature",
            "0.5",
            "extra",
            """
            {"model":"other","messages":[],"input":"x","contents":[],"system":"y",
             "systemInstruction":{},"instructions":"z","stream":false,"previous_response_id":"r",
             "top_k":40}
            """);
    assertThat(sent.body().path("top_k").intValue()).isEqualTo(40);
    for (Map.Entry<String, JsonNode> field : plain.properties()) {
      assertThat(sent.body().get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
    }
    assertThat(sent.body().size()).isEqualTo(plain.size() + 1);
    assertThat(sent.talk().warnedAbout()).hasSize(9).containsOnly("extra");
    assertThat(sent.talk().warnings().getFirst().message()).contains("\"model\"", "left out");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_CHAT, temperature, '{\"temperature\":0.1,\"stream_options\":{\"x\":1}}', '{\"include_usage\":true,\"x\":1}', stream_options",
    "OPENAI_RESPONSES, reasoning_effort, '{\"reasoning\":{\"mode\":1}}', '{\"effort\":\"low\",\"summary\":\"auto\",\"mode\":1}', reasoning",
    "ANTHROPIC, reasoning_effort, '{\"output_config\":{\"format\":{}}}', '{\"effort\":\"low\",\"format\":{}}', output_config",
    "GEMINI, seed, '{\"generationConfig\":{\"topK\":3}}', '{\"seed\":7,\"topK\":3}', generationConfig",
  })
  void objectsAreJoined(
      Protocol protocol, String setting, String extra, String joined, String field)
      throws Exception {
    String value = setting.equals("seed") ? "7" : setting.equals("temperature") ? "0.5" : "low";
    Sent sent = send(protocol, setting, value, "extra", extra);
    assertThat(sent.body().path(field)).isEqualTo(Talk.json(joined));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_CHAT, /stop",
    "ANTHROPIC, /stop_sequences",
    "GEMINI, /generationConfig/stopSequences"
  })
  void listsAndFiguresTakeThePlaceOfWhatWasThere(Protocol protocol, String place) throws Exception {
    String name = place.substring(place.lastIndexOf('/') + 1);
    String list = "{\"%s\":[\"X\"]}".formatted(name);
    String extra = protocol == Protocol.GEMINI ? "{\"generationConfig\":%s}".formatted(list) : list;
    Sent sent = send(protocol, "stop", "A\nB", "extra", extra);
    assertThat(sent.body().at(place).toString()).isEqualTo("[\"X\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_CHAT, /stop",
    "ANTHROPIC, /stop_sequences",
    "GEMINI, /generationConfig/stopSequences"
  })
  void eachLineIsAStopSequence(Protocol protocol, String place) throws Exception {
    Sent sent = send(protocol, "stop", "###\n\n END\n\\n\\n\nC:\\\\");
    assertThat(sent.body().at(place))
        .isEqualTo(Talk.json("[\"###\",\" END\",\"\\n\\n\",\"C:\\\\\"]"));
  }

  @Test
  void whatCannotBeReadIsLeftOutAndSaid() throws Exception {
    Sent sent = send(Protocol.OPENAI_CHAT, "extra", "{\"top_k\": }");
    assertThat(sent.body().has("top_k")).isFalse();
    assertThat(sent.talk().warnings().getFirst().message())
        .contains("line 1, column 11", "left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,}",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1,\n \"a\":2}",
        "{'a':1}",
        "{a}",
        "{\"a\":NaN}"
      })
  void whatIsNoJsonIsSaidWithThePlace(String json) {
    assertThatThrownBy(() -> new ExtraJson().read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)The extra JSON can't be read at line [12], column \\d+: .*");
  }

  @Test
  void jsonThatIsNestedWithoutEndIsRefused_T05() {
    String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
    assertThatThrownBy(() -> new ExtraJson().read(deep))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Talk.set("extra", "{" + " ".repeat(20_000) + "}"))
        .hasMessageContaining("20000");
  }

  @Test
  void aFieldThatCarriesAKeyIsRefused_T27() {
    assertThatThrownBy(
            () -> new ExtraJson().read("{\"tools\":[{\"headers\":{\"api_key\":\"abc\"}}]}"))
        .hasMessageContaining("api_key")
        .hasMessageNotContaining("abc");
  }

  @Test
  void theReadingTellsWhatIsSent() {
    assertThat(new ExtraJson().read("{\"top_k\":1,\"model\":\"x\"}"))
        .isEqualTo(new ExtraFields.Reading(List.of("top_k"), List.of("model")));
  }
}
