package dev.polylogue.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that is built from what the portal shows ({@code providers.md}, 9.2). */
class RoutesTest {
  private static final String V1 = "https://res.openai.azure.com/openai/v1";

  private static List<String> addresses(String pasted, String deployment) {
    return Routes.of(AzureAddress.parse(pasted), deployment).stream()
        .map(route -> route.protocol().word() + " " + route.address())
        .toList();
  }

  private static List<String> usual(String deployment) {
    return List.of(
        "openai-responses " + V1 + "/responses",
        "openai-chat " + V1 + "/chat/completions",
        "openai-chat https://res.openai.azure.com/openai/deployments/"
            + deployment
            + "/chat/completions?api-version=2024-10-21",
        "openai-chat https://res.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview",
        "anthropic https://res.services.ai.azure.com/anthropic/v1/messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://res.openai.azure.com",
        "https://res.openai.azure.com/",
        "  \"https://RES.openai.azure.com/\" ",
        "res.openai.azure.com",
        "https://res.openai.azure.com/openai/v1/",
        "https://res.openai.azure.com/openai/v1/responses"
      })
  void aResourceEndpointOffersEveryRouteV1First(String pasted) {
    assertThat(addresses(pasted, "my-grok")).isEqualTo(usual("my-grok"));
  }

  @Test
  void aTargetUriOfTheClassicSurfaceComesFirstWithItsOwnVersion() {
    List<String> routes =
        addresses(
            "https://res.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2025-01-01-preview",
            null);

    assertThat(routes.getFirst())
        .isEqualTo(
            "openai-chat https://res.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2025-01-01-preview");
    assertThat(routes).containsAll(usual("my-gpt"));
  }

  @Test
  void theDeploymentIsReadFromTheAddressUnlessNamed() {
    AzureAddress address =
        AzureAddress.parse(
            "https://res.openai.azure.com/openai/deployments/my-gpt/embeddings?api-version=2024-10-21");

    assertThat(address.named().deployment()).isEqualTo("my-gpt");
    assertThat(Routes.of(address, "other").stream().map(Route::address))
        .anyMatch(route -> route.contains("/deployments/other/"));
  }

  @Test
  void withoutADeploymentTheClassicPathIsLeftOut() {
    assertThat(addresses("https://res.openai.azure.com", null))
        .isNotEmpty()
        .noneMatch(route -> route.contains("/deployments/"));
  }

  @Test
  void aProjectEndpointIsTriedAsItIsAndAsItsResource() {
    assertThat(addresses("https://res.services.ai.azure.com/api/projects/p1", "d"))
        .startsWith(
            "openai-responses https://res.services.ai.azure.com/api/projects/p1/openai/v1/responses",
            "openai-chat https://res.services.ai.azure.com/api/projects/p1/openai/v1/chat/completions",
            "openai-responses https://res.services.ai.azure.com/openai/v1/responses",
            "openai-chat https://res.services.ai.azure.com/openai/v1/chat/completions");
  }

  @Test
  void aModelsTargetUriComesFirst() {
    assertThat(
            addresses(
                "https://res.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview",
                "grok-3"))
        .startsWith(
            "openai-chat https://res.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview");
  }

  @Test
  void aV1ChatTargetIsTriedAsChatBeforeResponses() {
    assertThat(addresses("https://res.services.ai.azure.com/openai/v1/chat/completions", "d"))
        .startsWith(
            "openai-chat https://res.services.ai.azure.com/openai/v1/chat/completions",
            "openai-responses https://res.services.ai.azure.com/openai/v1/responses");
  }

  @Test
  void theOldResponsesSurfaceKeepsItsVersion() {
    assertThat(
            addresses(
                "https://res.openai.azure.com/openai/responses?api-version=2025-04-01-preview",
                "d"))
        .startsWith(
            "openai-responses https://res.openai.azure.com/openai/responses?api-version=2025-04-01-preview");
  }

  @Test
  void claudeIsTriedByItsOwnPathFirst() {
    assertThat(addresses("https://res.services.ai.azure.com/", "claude-opus-5-5"))
        .startsWith("anthropic https://res.services.ai.azure.com/anthropic/v1/messages");
    assertThat(addresses("https://res.services.ai.azure.com/anthropic/v1/messages", "mine"))
        .startsWith("anthropic https://res.services.ai.azure.com/anthropic/v1/messages");
  }

  @Test
  void cognitiveServicesAndSovereignCloudsKeepTheirHost() {
    assertThat(addresses("https://res.cognitiveservices.azure.com/", "d"))
        .startsWith("openai-responses https://res.cognitiveservices.azure.com/openai/v1/responses")
        .contains(
            "openai-chat https://res.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview");
    assertThat(addresses("https://res.openai.azure.us/", "d"))
        .contains(
            "openai-chat https://res.services.ai.azure.us/models/chat/completions?api-version=2024-05-01-preview");
  }

  @Test
  void aServerlessEndpointNeedsNoDeployment() {
    assertThat(addresses("https://llama-x.eastus2.models.ai.azure.com", null))
        .startsWith(
            "openai-chat https://llama-x.eastus2.models.ai.azure.com/v1/chat/completions",
            "openai-chat https://llama-x.eastus2.models.ai.azure.com/chat/completions");
  }

  @Test
  void aGatewayKeepsThePathInFront() {
    assertThat(
            addresses(
                "https://corp.azure-api.net/ai/openai/deployments/d/chat/completions?api-version=2024-06-01",
                null))
        .startsWith(
            "openai-chat https://corp.azure-api.net/ai/openai/deployments/d/chat/completions?api-version=2024-06-01",
            "openai-responses https://corp.azure-api.net/ai/openai/v1/responses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "grok", "http://res.openai.azure.com", "file:///etc/passwd", "my resource"})
  void whatIsNoAddressIsSaidSo(String pasted) {
    assertThatThrownBy(() -> AzureAddress.parse(pasted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Copy the target URI");
  }

  @Test
  void aRouteIsReadBackAsItWasPinned() {
    for (Route route : Routes.of(AzureAddress.parse("https://res.openai.azure.com"), "d")) {
      Route read = Route.parse(route.text()).orElseThrow();
      assertThat(read.address()).isEqualTo(route.address());
      assertThat(read.protocol()).isEqualTo(route.protocol());
    }
    assertThat(Route.parse("nonsense")).isEmpty();
  }

  @Test
  void pinningLeavesEverythingElseOfTheProviderAsItIs() {
    ProviderSettings azure =
        new ProviderSettings(
            "azure",
            Protocol.OPENAI_CHAT,
            URI.create(V1),
            KeyPlace.variable("AZURE_KEY"),
            Map.of("X-Team", "a"),
            Map.of("catalog", "azure"));
    Route route = Routes.of(AzureAddress.parse(V1), "my-grok").getFirst();

    ProviderSettings pinned = PinnedRoutes.with(azure, "my-grok", route);

    assertThat(PinnedRoutes.of(pinned)).containsOnlyKeys("my-grok");
    assertThat(pinned.protocol()).isEqualTo(azure.protocol());
    assertThat(pinned.baseUrl()).isEqualTo(azure.baseUrl());
    assertThat(pinned.headers()).isEqualTo(azure.headers());
    assertThat(pinned.options()).containsEntry("catalog", "azure");
  }
}
