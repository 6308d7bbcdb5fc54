package dev.polylogue.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists in the shapes of {@code providers.md}, 2.1. */
class ModelListTest {
  private static List<ModelCard> list(Ask ask, String body, String path) throws Exception {
    try (FaultHost host =
        FaultHost.playing(
            wire ->
                wire.send(
                    FaultHost.answer(
                        200, "application/json", body, "Date: Sun, 22 Nov 2026 10:00:00 GMT")))) {
      List<ModelCard> cards = ask.provider(host.baseUrl()).models();
      assertThat(host.requests().getFirst().head()).startsWith("GET /v1/" + path + " ");
      return cards;
    }
  }

  private static List<ModelCard> list(String body) throws Exception {
    return list(Ask.over(Protocol.OPENAI_RESPONSES), body, "models");
  }

  @Test
  void aModelThatIsGoingToEndSaysWhen() throws Exception {
    List<ModelCard> cards =
        list(
            """
            {"object":"list","data":[{"id":"gpt-x","object":"model","shutdown_date":null},
             {"id":"gpt-w","object":"model","shutdown_date":"2026-12-11"}]}
            """);
    assertThat(cards.getFirst().facts()).isEqualTo(ModelFacts.UNKNOWN);
    ModelFacts.Retirement end = cards.get(1).facts().retirement();
    assertThat(end).isNotNull();
    assertThat(end.since()).isEqualTo("2026-12-11");
    assertThat(end.note()).contains("gpt-w ends on 2026-12-11");
    assertThat(cards.get(1).facts().known()).isFalse();
  }

  @Test
  void openRouterTellsWhatAModelCanDoAndCosts() throws Exception {
    List<ModelCard> cards =
        list(
            """
            {"data":[{"id":"a/b","name":"A: B","context_length":200000,
             "architecture":{"input_modalities":["text","image","file"],"output_modalities":["text"]},
             "pricing":{"prompt":"0.000003","completion":"0.000015","input_cache_read":"0.0000003",
               "web_search":"0.01","overrides":[{"min_prompt_tokens":200000,"prompt":"0.000006","completion":"0.0000225"},
               {"utc_start":"01:00","prompt":"9"}]},
             "top_provider":{"max_completion_tokens":64000},
             "supported_parameters":["temperature","stop","reasoning"],
             "reasoning":{"mandatory":false,"supported_efforts":["high","low"]}},
             {"id":"router/auto","supported_parameters":["seed"],"pricing":{"prompt":"-1","completion":"-1"}}]}
            """);
    ModelFacts facts = cards.getFirst().facts();
    assertThat(cards.getFirst().displayName()).isEqualTo("A: B");
    assertThat(facts.known()).isTrue();
    assertThat(facts.capabilities())
        .containsExactlyInAnyOrder(
            Capability.SYSTEM,
            Capability.SEARCH,
            Capability.SAMPLING,
            Capability.STOP,
            Capability.PICTURES,
            Capability.PDF,
            Capability.REASONING);
    assertThat(facts.limits()).isEqualTo(new ModelFacts.Limits(200_000L, 64_000L));
    assertThat(facts.thinking()).isEqualTo(Known.thinking("openrouter", "none", "low", "high"));
    Price price = facts.priced().orElseThrow();
    assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(price.rate(0).input()).isEqualByComparingTo("3");
    assertThat(price.rate(0).output()).isEqualByComparingTo("15");
    assertThat(price.rate(0).cached()).isEqualByComparingTo("0.3");
    assertThat(price.rate(200_000).input()).isEqualByComparingTo("6");
    assertThat(price.rate(200_000).output()).isEqualByComparingTo("22.5");
    assertThat(price.rates()).hasSize(2);
    assertThat(price.searches()).isEqualByComparingTo("10");
    assertThat(cards.get(1).facts().price()).isNull();
    assertThat(cards.get(1).facts().thinking()).isNull();
  }

  @Test
  void mistralTellsWhatAModelCanDoAndWhatIsNoChat() throws Exception {
    List<ModelCard> cards =
        list(
            """
            {"data":[{"id":"mistral-x","name":"mistral-x","max_context_length":131072,
             "deprecation":"2027-01-31T12:00:00Z","deprecation_replacement_model":"mistral-y",
             "capabilities":{"completion_chat":true,"vision":true,"reasoning":true}},
             {"id":"mistral-embed","capabilities":{"completion_chat":false}}]}
            """);
    assertThat(cards).hasSize(1);
    ModelFacts facts = cards.getFirst().facts();
    assertThat(facts.can(Capability.PICTURES)).isTrue();
    assertThat(facts.may(Capability.SEARCH)).isFalse();
    assertThat(facts.thinking()).isEqualTo(Known.thinking("effort", "none", "high"));
    assertThat(facts.limits().window()).isEqualTo(131_072);
    ModelFacts.Retirement end = facts.retirement();
    assertThat(end).isNotNull();
    assertThat(end.since()).isEqualTo("2027-01-31");
    assertThat(end.successor()).isEqualTo("mistral-y");
  }

  @Test
  void xaiTellsPricesInItsOtherList() throws Exception {
    List<ModelCard> cards =
        list(
            Ask.over(Protocol.OPENAI_RESPONSES).option("models", "language-models"),
            """
            {"models":[{"id":"grok-x","prompt_text_token_price":20000,
             "cached_prompt_text_token_price":5000,"completion_text_token_price":60000}]}
            """,
            "language-models");
    Price.Rate rate = cards.getFirst().facts().priced().orElseThrow().rate(0);
    assertThat(rate.input()).isEqualByComparingTo("2");
    assertThat(rate.cached()).isEqualByComparingTo("0.5");
    assertThat(rate.output()).isEqualByComparingTo("6");
    assertThat(cards.getFirst().facts().known()).isFalse();
  }

  @Test
  void otherListsTellAtMostTheWindow() throws Exception {
    List<ModelCard> cards =
        list(
            """
            {"models":[{"name":"qwen3","model":"qwen3"},{"name":"b"}],
             "data":[{"id":"c","meta":{"n_ctx_train":4096}},{"id":"d","max_model_len":8192},
             {"id":"e","context_window":131072,"max_completion_tokens":8000}]}
            """);
    assertThat(cards).extracting(card -> card.ref().model()).containsExactly("c", "d", "e");
    assertThat(cards)
        .extracting(card -> card.facts().limits().window())
        .containsExactly(4096L, 8192L, 131_072L);
    assertThat(cards.get(2).facts().limits().output()).isEqualTo(8000);
  }
}
