package dev.polylogue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Thinking;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
  private static final String NOON = "2026-11-22T12:00:00Z";

  @TempDir private Path folder;

  private ModelCatalog at(String moment) {
    return ModelCatalog.load(folder, InstantSource.fixed(Instant.parse(moment)));
  }

  private ModelFacts facts(ProviderSettings provider, String model) {
    return at(NOON).facts(provider, model);
  }

  private static ProviderSettings provider(String catalog, Protocol protocol, String... options) {
    Map<String, String> all = new java.util.HashMap<>(Map.of("catalog", catalog));
    for (int i = 0; i < options.length; i += 2) {
      all.put(options[i], options[i + 1]);
    }
    return at(catalog, "https://host.example/v1", protocol, all);
  }

  private static ProviderSettings at(
      String id, String address, Protocol protocol, Map<String, String> options) {
    return new ProviderSettings(
        id, protocol, URI.create(address), KeyPlace.NONE, Map.of(), options);
  }

  private static final ProviderSettings XAI = provider("xai", Protocol.OPENAI_RESPONSES);
  private static final ProviderSettings AZURE = provider("azure", Protocol.OPENAI_CHAT);
  private static final ProviderSettings ROUTER = provider("openrouter", Protocol.OPENAI_CHAT);
  private static final ProviderSettings CLAUDE = provider("anthropic", Protocol.ANTHROPIC);
  private static final ProviderSettings GEMINI = provider("google", Protocol.GEMINI);

  private static String input(ModelFacts facts) {
    return facts.priced().orElseThrow().rates().getFirst().input().toPlainString();
  }

  @Test
  void whatIsKnownOfGrokAtXai() {
    ModelFacts grok = facts(XAI, "grok-4.3");

    assertThat(grok.limits()).isEqualTo(new ModelFacts.Limits(1_000_000L, null));
    assertThat(grok.thinking())
        .isEqualTo(new Thinking("effort", List.of("none", "low", "medium", "high"), List.of()));
    assertThat(grok.can(Capability.SEARCH)).isTrue();
    assertThat(grok.may(Capability.STOP)).isFalse();
    assertThat(grok.priced().orElseThrow().searches()).isEqualByComparingTo("5");
    assertThat(grok.priced().orElseThrow().rate(200_000).output()).isEqualByComparingTo("5");
    assertThat(grok.priced().orElseThrow().rate(199_999).output()).isEqualByComparingTo("2.5");
  }

  @Test
  void searchIsOnlyWhereTheProtocolHasIt() {
    assertThat(facts(provider("xai", Protocol.OPENAI_CHAT), "grok-4.3").may(Capability.SEARCH))
        .isFalse();
    assertThat(
            facts(provider("azure", Protocol.OPENAI_RESPONSES), "grok-4.3").may(Capability.SEARCH))
        .isFalse();
    assertThat(
            facts(provider("azure", Protocol.OPENAI_RESPONSES), "gpt-6-sol").can(Capability.SEARCH))
        .isTrue();
  }

  @Test
  void theSameModelThinksInTheWordsOfEachProtocol() {
    assertThat(style(facts(CLAUDE, "claude-opus-5"))).isEqualTo("adaptive");
    assertThat(style(facts(CLAUDE, "claude-haiku-4-5-20251001"))).isEqualTo("budget");
    assertThat(style(facts(ROUTER, "anthropic/claude-haiku-4.5"))).isEqualTo("openrouter");
    assertThat(style(facts(GEMINI, "gemini-2.5-flash"))).isEqualTo("budget");
    assertThat(style(facts(GEMINI, "gemini-4-argon"))).isEqualTo("level");
    ProviderSettings chat = provider("deepseek", Protocol.OPENAI_CHAT);
    assertThat(style(facts(chat, "deepseek-v4-pro"))).isEqualTo("deepseek");
    ProviderSettings responses = provider("deepseek", Protocol.OPENAI_RESPONSES);
    assertThat(style(facts(responses, "deepseek-v4-pro"))).isEqualTo("effort");
    assertThat(facts(CLAUDE, "claude-haiku-4-5").thinking().budgets())
        .containsExactly(0, 1024, 8192, 24576);
  }

  private static String style(ModelFacts facts) {
    return facts.thinking().style();
  }

  @Test
  void aDayBehindANameIsTheSameModelAndAnotherWordIsNot() {
    ProviderSettings openai = provider("openai", Protocol.OPENAI_RESPONSES);
    assertThat(input(facts(openai, "gpt-5.4-2026-03-05"))).isEqualTo("2.5");
    assertThat(input(facts(openai, "gpt-5.4-mini"))).isEqualTo("0.75");
    assertThat(facts(openai, "gpt-5.4-codex")).isEqualTo(ModelFacts.UNKNOWN);
    assertThat(facts(openai, "gpt-5.7").retirement()).isNull();
  }

  @Test
  void aDeploymentIsWhatTheOptionSaysElseWhatItsNameLeavesNoDoubtOf() {
    assertThat(input(facts(AZURE, "grok-4.3"))).isEqualTo("1.25");
    assertThat(input(facts(AZURE, "grok-4-3"))).isEqualTo("1.25");
    assertThat(input(facts(AZURE, "grok-4.3-prod"))).isEqualTo("1.25");
    assertThat(facts(AZURE, "my-grok")).isEqualTo(ModelFacts.UNKNOWN);
    ProviderSettings told =
        provider("azure", Protocol.OPENAI_CHAT, "underlying.my-grok", "grok-4.7");
    assertThat(input(facts(told, "my-grok"))).isEqualTo("2");
    assertThat(at(NOON).identity(told, "my-grok")).isEqualTo("grok-4.7");
  }

  @Test
  void aRegionalDeploymentHasNoKnownPrice() {
    ProviderSettings regional =
        provider("azure", Protocol.OPENAI_CHAT, "deployment-type", "regional");
    assertThat(facts(regional, "grok-4.3").known()).isTrue();
    assertThat(facts(regional, "grok-4.3").priced()).isEmpty();
  }

  @Test
  void openRouterNamesTheMakerAndHasItsOwnPrices() {
    ModelFacts grok = facts(ROUTER, "x-ai/grok-4.3:free");
    assertThat(grok.limits().window()).isEqualTo(1_000_000);
    assertThat(grok.priced()).isEmpty();
    assertThat(grok.can(Capability.SEARCH)).isTrue();
    assertThat(facts(ROUTER, "qwen/qwen3-32b")).isEqualTo(ModelFacts.UNKNOWN);
  }

  @Test
  void thePriceIsThatOfTheDay() {
    assertThat(input(at("2026-11-30T23:59:59Z").facts(GEMINI, "gemini-4-argon"))).isEqualTo("2");
    assertThat(input(at("2026-12-01T00:00:00Z").facts(GEMINI, "gemini-4-argon"))).isEqualTo("4");
    ProviderSettings openai = provider("openai", Protocol.OPENAI_RESPONSES);
    assertThat(at("2026-08-20T00:00:00Z").facts(openai, "gpt-5.6-sol").priced()).isEmpty();
  }

  @Test
  void inHoursThatDependOnTheChineseCalendarThePriceIsUnknown() {
    ProviderSettings deepseek = provider("deepseek", Protocol.OPENAI_CHAT);
    assertThat(at("2026-11-23T06:00:00Z").facts(deepseek, "deepseek-flash").priced()).isEmpty();
    assertThat(at("2026-11-23T03:59:59Z").facts(deepseek, "deepseek-flash").priced()).isEmpty();
    assertThat(input(at("2026-11-23T04:00:00Z").facts(deepseek, "deepseek-flash")))
        .isEqualTo("0.15");
    assertThat(input(at("2026-11-23T10:00:00Z").facts(deepseek, "deepseek-flash")))
        .isEqualTo("0.15");
  }

  @Test
  void aProviderWithoutTheOptionIsKnownByItsAddress() {
    ProviderSettings bare = at("mine", "https://api.x.ai/v1", Protocol.OPENAI_RESPONSES, Map.of());
    assertThat(input(facts(bare, "grok-4.7"))).isEqualTo("2");
    ProviderSettings elsewhere = at("mine", "https://x.ai.example/v1", bare.protocol(), Map.of());
    assertThat(facts(elsewhere, "grok-4.7")).isEqualTo(ModelFacts.UNKNOWN);
  }

  @Test
  void aRetiredModelIsNotListedButKnownWithItsOldPrice() {
    ModelFacts grok = facts(XAI, "grok-3");
    assertThat(grok.retirement().since()).isEqualTo("2026-05-15");
    assertThat(grok.retirement().successor()).isEqualTo("grok-4.3");
    assertThat(input(grok)).isEqualTo("3");
    assertThat(facts(AZURE, "grok-3").retirement().since()).isEqualTo("2026-05-01");
    assertThat(facts(AZURE, "grok-4").retirement()).isNull();
    assertThat(at(NOON).models(XAI))
        .extracting(card -> card.ref().toString())
        .contains("xai/grok-4.7", "xai/grok-4.3")
        .doesNotContain("xai/grok-3", "xai/grok-imagine-image");
    assertThat(at(NOON).models(ROUTER)).isEmpty();
  }

  @Test
  void anEndIsAnnouncedThirtyDaysAhead() {
    ProviderSettings openai = provider("openai", Protocol.OPENAI_RESPONSES);
    assertThat(at("2026-11-10T00:00:00Z").ending(openai, "o3")).isEmpty();
    assertThat(at("2026-11-11T00:00:00Z").ending(openai, "o3").orElseThrow().note())
        .contains("11 December 2026");
    assertThat(at("2026-12-11T00:00:00Z").ending(openai, "o3")).isEmpty();
    assertThat(facts(openai, "o3").retirement()).isNull();
    assertThat(at("2026-12-11T00:00:00Z").facts(openai, "o3").retirement()).isNotNull();
  }

  @Test
  void aFailureIsExplainedByTheEndOfAModelAServiceOrAFeature() {
    Failure missing = new Failure(FailureKind.NOT_FOUND, 404, "No such model.", null);
    assertThat(why(XAI, "grok-3", missing)).contains("15 May 2026");
    assertThat(why(XAI, "grok-4.3", missing)).isEmpty();
    assertThat(why(XAI, "grok-3", Failure.of(FailureKind.AUTH, "No."))).isEmpty();
    ProviderSettings github =
        at("gh", "https://models.github.ai/inference", XAI.protocol(), Map.of());
    Failure gone = new Failure(FailureKind.NOT_FOUND, 410, "Gone.", null);
    assertThat(why(github, "openai/gpt-4o", gone)).contains("30 July 2026", "Foundry");
    ProviderSettings llama = at("l", "https://api.llama.com/v1", XAI.protocol(), Map.of());
    assertThat(why(llama, "llama", Failure.of(FailureKind.DNS, "?"))).contains("api.meta.ai");
    ProviderSettings xai = at("x", "https://api.x.ai/v1", Protocol.OPENAI_CHAT, Map.of());
    Failure search =
        new Failure(FailureKind.NOT_FOUND, 410, "It says: Live search is deprecated.", null);
    assertThat(why(xai, "grok-4.3", search)).contains("Responses");
  }

  private String why(ProviderSettings provider, String model, Failure failure) {
    return at(NOON).explain(provider, model, failure).map(ModelFacts.Retirement::note).orElse("");
  }

  @Test
  void theUsersOwnFileIsLaidOverIt() throws Exception {
    Files.writeString(
        folder.resolve("models.json"),
        """
        {"models": [
          {"id": "grok-4.3", "window": 5, "thinking": null,
           "prices": [{"input": 9, "output": 9.5, "source": "my contract", "asOf": "2026-11-20"}]},
          {"id": "mine", "name": "Mine", "maker": "me", "at": {"xai": {}}}]}
        """);
    ModelFacts grok = facts(XAI, "grok-4.3");
    assertThat(at(NOON).problems()).isEmpty();
    assertThat(grok.limits().window()).isEqualTo(5);
    assertThat(grok.thinking()).isNull();
    assertThat(grok.can(Capability.PICTURES)).isTrue();
    assertThat(grok.priced().orElseThrow().source()).isEqualTo("my contract");
    assertThat(input(grok)).isEqualTo("9");
    assertThat(at(NOON).models(XAI)).extracting(card -> card.displayName()).contains("Mine");
  }

  @Test
  void aBadFileOfTheUserIsToldInWordsAndChangesNothing() throws Exception {
    Files.writeString(folder.resolve("models.json"), "{\n\"models\": [,]}");
    assertThat(at(NOON).problems()).singleElement().asString().contains("models.json", "line 2");
    assertThat(input(facts(XAI, "grok-4.3"))).isEqualTo("1.25");
    Files.writeString(
        folder.resolve("models.json"),
        """
        {"models": [{"id": "grok-4.3", "capabilities": ["flying"]}, {"id": "grok-4.7", "window": 7}],
         "hosts": {"xai": {"search": ["telepathy"]}}}
        """);
    assertThat(at(NOON).problems())
        .hasSize(2)
        .anyMatch(words -> words.contains("grok-4.3") && words.contains("flying"))
        .anyMatch(words -> words.contains("host xai") && words.contains("telepathy"));
    assertThat(facts(XAI, "grok-4.3").can(Capability.SEARCH)).isTrue();
    assertThat(facts(XAI, "grok-4.7").limits().window()).isEqualTo(7);
  }
}
