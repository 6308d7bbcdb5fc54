package dev.polylogue.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "MISTRAL_API_KEY",
                Map.of(),
                Map.of(
                    "output-limit", "max_tokens", "seed", "random_seed", "stream-usage", "false")));
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

    assertThat(made.keyVariable()).isEqualTo("MY_KEY");
    assertThat(made.headers()).containsEntry("X-Team", "tides");
    assertThat(made.options())
        .isEqualTo(Map.of("key-header", "api-key", "output-limit", "max_tokens"));
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
}
