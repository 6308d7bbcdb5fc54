package dev.polylogue.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresetsTest {
  @Test
  void theProvidersPeopleUseAreThere() {
    assertThat(Presets.load())
        .extracting(Preset::id)
        .doesNotHaveDuplicates()
        .contains("xai", "azure", "openai", "deepseek", "mistral", "meta", "openrouter")
        .contains("groq", "perplexity", "ollama", "lmstudio", "llamacpp", "vllm")
        .contains("anthropic", "google");
  }

  @Test
  void aPresetSpeaksToItsProviderOverTlsOrToThisComputer() {
    List<URI> addresses =
        Presets.load().stream().filter(p -> !p.needsBaseUrl()).map(Preset::baseUrl).toList();

    assertThat(addresses)
        .allMatch(
            address -> address.getScheme().equals("https") || address.getHost().equals("localhost"))
        .allMatch(address -> !address.toString().endsWith("/"));
  }

  @Test
  void aPresetBecomesAProvider() {
    ProviderSettings made = Presets.named("mistral").orElseThrow().settings("mine", null, null);

    assertThat(made)
        .isEqualTo(
            new ProviderSettings(
                "mine",
                Protocol.OPENAI_CHAT,
                URI.create("https://api.mistral.ai/v1"),
                KeyPlace.variable("MISTRAL_API_KEY"),
                Map.of(),
                Map.of(
                    "catalog",
                    "mistral",
                    "output-limit",
                    "max_tokens",
                    "seed",
                    "random_seed",
                    "stream-usage",
                    "false",
                    "search",
                    "none")));
  }

  @Test
  void whatIsGivenWinsOverThePreset() {
    ProviderSettings made =
        Presets.named("azure")
            .orElseThrow()
            .settings(
                "azure",
                URI.create("https://example.openai.azure.com/openai/v1"),
                "MY_KEY",
                Map.of("X-Team", "tides"),
                Map.of("output-limit", "max_tokens"));

    assertThat(made.key()).isEqualTo(KeyPlace.variable("MY_KEY"));
    assertThat(made.headers()).containsEntry("X-Team", "tides");
    assertThat(made.options())
        .containsEntry("key-header", "api-key")
        .containsEntry("output-limit", "max_tokens")
        .containsEntry("catalog", "azure");
  }

  @Test
  void anAddressThatNobodyCanGuessIsAskedFor() {
    Preset azure = Presets.named("azure").orElseThrow();

    assertThat(azure.needsBaseUrl()).isTrue();
    assertThatThrownBy(() -> azure.settings("azure", null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Azure AI Foundry")
        .hasMessageContaining("https://RESOURCE.openai.azure.com/openai/v1");
  }

  @Test
  void thoseWithAnotherProtocolSaySo() {
    assertThat(Presets.named("anthropic").orElseThrow().protocol()).isEqualTo(Protocol.ANTHROPIC);
    assertThat(Presets.named("google").orElseThrow().protocol()).isEqualTo(Protocol.GEMINI);
  }

  @Test
  void eachIsSpokenToInItsBestProtocol() {
    assertThat(Presets.named("xai").orElseThrow().protocol()).isEqualTo(Protocol.OPENAI_RESPONSES);
    assertThat(Presets.named("openai").orElseThrow().protocol())
        .isEqualTo(Protocol.OPENAI_RESPONSES);
    assertThat(Presets.named("azure").orElseThrow().protocol()).isEqualTo(Protocol.OPENAI_CHAT);
    assertThat(Presets.named("anthropic").orElseThrow().options())
        .containsEntry("key-header", "x-api-key");
    assertThat(Presets.named("google").orElseThrow().options())
        .containsEntry("key-header", "x-goog-api-key");
  }

  @Test
  void anotherProtocolHasItsOwnOptions() {
    Preset azure = Presets.named("azure").orElseThrow();
    assertThat(azure.options()).containsEntry("search", "none");
    assertThat(azure.in(Protocol.OPENAI_RESPONSES).options())
        .containsEntry("search", "web_search")
        .containsEntry("key-header", "api-key")
        .doesNotContainKey("output-limit");
    assertThat(azure.in(Protocol.ANTHROPIC).options()).containsOnlyKeys("catalog", "key-header");
  }

  @Test
  void whatIsGoneIsExplainedAndNotOffered() {
    assertThat(Presets.load()).extracting(Preset::id).doesNotContain("github", "llama");
    assertThatThrownBy(() -> Presets.known("github"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30 July 2026");
    assertThatThrownBy(() -> Presets.known("nobody")).hasMessageContaining("openrouter");
  }
}
