package dev.polylogue.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Catalog;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.azure.PinnedRoutes;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.secret.Keys;
import dev.polylogue.session.AzureDoctor;
import dev.polylogue.session.Providers;
import dev.polylogue.settings.SettingsException;
import dev.polylogue.settings.SettingsStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor over a real socket: one call for each route, and the one that works is kept. */
class AzureDoctorTest {
  private static final String ANSWER =
      "data: {\"model\":\"grok-3-2026\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\"},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n";

  @TempDir private Path home;
  private AzureDoctor doctor;
  private Providers providers;

  @BeforeEach
  void open() throws SettingsException {
    ProviderFactory factory = new Protocols(SafeClient.create());
    providers =
        new Providers(
            settings("sandbox", URI.create("http://127.0.0.1:9/v1")),
            SettingsStore.open(home),
            factory,
            Catalog.EMPTY,
            new Keys(_ -> null));
    doctor = new AzureDoctor(factory, providers);
  }

  private static ProviderSettings settings(String id, URI address) {
    return new ProviderSettings(
        id,
        Protocol.OPENAI_CHAT,
        address,
        KeyPlace.NONE,
        Map.of(),
        Map.of("output-limit", "max_completion_tokens"));
  }

  private AzureDoctor.Finding attempt(FaultHost host, String path) {
    Route route = new Route("v1 Chat", Protocol.OPENAI_CHAT, host.baseUrl().resolve(path), null);
    return doctor.attempt(
        settings("mine", host.baseUrl()), route, "my-grok", () -> Optional.of("canary-4711"));
  }

  @Test
  void aRouteThatAnswersIsFoundByOneCallForOneToken() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + ANSWER))) {
      AzureDoctor.Finding finding = attempt(host, "/openai/v1");

      assertThat(finding.works()).isTrue();
      assertThat(finding.reportedModel()).isEqualTo("grok-3-2026");
      assertThat(host.requests()).hasSize(1);
      assertThat(host.requests().getFirst().head()).startsWith("POST /openai/v1/chat/completions ");
      assertThat(host.requests().getFirst().header("api-key")).isEqualTo("canary-4711");
      assertThat(host.requests().getFirst().body())
          .contains("\"max_completion_tokens\":1", "\"model\":\"my-grok\"");
    }
  }

  @Test
  void aDeploymentThatNamesItsLimitOtherwiseIsAskedOnceMore() throws Exception {
    String refusal =
        "{\"error\":{\"code\":\"unsupported_parameter\",\"message\":\"Unsupported parameter: max_completion_tokens\"}}";
    try (FaultHost host =
        FaultHost.deciding(
            (number, _) ->
                wire ->
                    wire.send(
                        number == 0
                            ? FaultHost.answer(400, "application/json", refusal)
                            : FaultHost.streamHead() + ANSWER))) {
      AzureDoctor.Finding finding = attempt(host, "/openai/v1");

      assertThat(finding.works()).isTrue();
      assertThat(finding.provider().options()).containsEntry("output-limit", "max_tokens");
      assertThat(host.requests()).hasSize(2);
      assertThat(host.requests().getLast().body()).contains("\"max_tokens\":1");
    }
  }

  @Test
  void aRouteThatIsNotThereFailsAndABusyOneIsStillTheWay() throws Exception {
    try (FaultHost host =
        FaultHost.deciding(
            (_, request) ->
                wire ->
                    wire.send(
                        FaultHost.answer(
                            request.head().contains("/there/") ? 429 : 404,
                            "application/json",
                            "{\"error\":{\"message\":\"no\"}}")))) {
      assertThat(attempt(host, "/gone/v1").works()).isFalse();
      assertThat(attempt(host, "/gone/v1").failure().kind()).isEqualTo(FailureKind.NOT_FOUND);
      assertThat(attempt(host, "/there/v1").works()).isTrue();
    }
  }

  @Test
  void thePinnedRouteIsTakenByItsDeploymentAloneAndOutlivesARestart() throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + ANSWER))) {
      doctor.pin(attempt(host, "/special/v1"), "my-grok");

      ProviderSettings stored =
          SettingsStore.open(home).current().providers().stream()
              .filter(provider -> provider.id().equals("mine"))
              .findFirst()
              .orElseThrow();
      assertThat(PinnedRoutes.of(stored).get("my-grok").address())
          .isEqualTo(host.baseUrl().resolve("/special/v1/chat/completions").toString());
      assertThat(providers.card(new ModelRef("mine", "my-grok")).ref().model())
          .isEqualTo("my-grok");
    }
  }

  @Test
  void aKeyStaysWithItsHost_T09() throws Exception {
    try (FaultHost one = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + ANSWER));
        FaultHost other = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + ANSWER))) {
      doctor.pin(attempt(one, "/a/v1"), "first");

      assertThatThrownBy(() -> doctor.pin(attempt(other, "/b/v1"), "second"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("A key belongs to one host");
    }
  }
}
