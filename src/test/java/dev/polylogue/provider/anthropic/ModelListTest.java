package dev.polylogue.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.Thinking;
import dev.polylogue.provider.http.SafeClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModelListTest {
  private static List<ModelCard> models(FaultHost host) throws Exception {
    return new AnthropicMessages(
            SafeClient.create(), Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), Map.of()))
        .models();
  }

  @Test
  void theListIsReadPageByPage() throws Exception {
    String first =
        "{\"data\":[{\"id\":\"one\",\"display_name\":\"Model One\"}],\"has_more\":true,\"last_id\":\"one\"}";
    String second =
        "{\"data\":[{\"id\":\"two\",\"lifecycle\":\"retired\",\"retires_at\":\"2026-02-01T00:00:00Z\"}],\"has_more\":false}";
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        FaultHost.answer(200, "application/json", number == 0 ? first : second)))) {
      List<ModelCard> cards = models(host);

      assertThat(cards.stream().map(card -> card.ref().toString()))
          .containsExactly("host/one", "host/two");
      assertThat(cards.getFirst().displayName()).isEqualTo("Model One");
      assertThat(cards.getFirst().facts().known()).isFalse();
      assertThat(Objects.requireNonNull(cards.getLast().facts().retirement()).since())
          .isEqualTo("2026-02-01");
      assertThat(host.requests().getFirst().header("anthropic-version")).isEqualTo("2023-06-01");
      assertThat(host.requests().getLast().head()).contains("after_id=one");
    }
  }

  @Test
  void theRecordedListTellsWhatAModelTakes() throws Exception {
    Path recorded =
        Path.of(
            System.getProperty("polylogue.streams", "../shared/streams"),
            "anthropic/ellmer/anthropic-list-models.1.body.json");
    assumeTrue(Files.exists(recorded), "No recordings at " + recorded.toAbsolutePath());
    String body = Files.readString(recorded);
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)))) {
      Map<String, ModelFacts> facts =
          models(host).stream()
              .collect(Collectors.toMap(card -> card.ref().model(), ModelCard::facts));

      assertThat(facts).hasSize(11);
      ModelFacts newest = facts.get("claude-opus-5");
      assertThat(newest.limits()).isEqualTo(new ModelFacts.Limits(1_000_000L, 128_000L));
      assertThat(newest.thinking())
          .isEqualTo(
              new Thinking(
                  "adaptive", List.of("none", "low", "medium", "high", "xhigh", "max"), List.of()));
      assertThat(newest.capabilities())
          .containsExactlyInAnyOrder(
              Capability.PICTURES,
              Capability.PDF,
              Capability.SEARCH,
              Capability.REASONING,
              Capability.STOP,
              Capability.SYSTEM);
      ModelFacts older = facts.get("claude-opus-4-1-20250805");
      assertThat(older.can(Capability.SAMPLING)).isTrue();
      assertThat(older.thinking())
          .isEqualTo(
              new Thinking(
                  "budget",
                  List.of("none", "low", "medium", "high"),
                  List.of(0, 2048, 8192, 16_384)));
      assertThat(facts.values()).allMatch(ModelFacts::known);
    }
  }
}
