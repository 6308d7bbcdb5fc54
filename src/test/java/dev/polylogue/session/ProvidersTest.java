package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.catalog.ModelCatalog;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.secret.Keys;
import dev.polylogue.settings.SettingsStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final ProviderSettings SANDBOX = at("sandbox", "http://127.0.0.1:9/v1", Map.of());

  @TempDir private Path folder;
  private SettingsStore settings;
  private List<ModelCard> own;

  @BeforeEach
  void open() throws Exception {
    settings = SettingsStore.open(folder);
    own = List.of();
  }

  private static ProviderSettings at(String id, String address, Map<String, String> options) {
    return new ProviderSettings(
        id, Protocol.OPENAI_CHAT, URI.create(address), KeyPlace.NONE, Map.of(), options);
  }

  private Providers providers() {
    return new Providers(
        SANDBOX,
        settings,
        (made, key) -> listing(new ChatCompletions(CLIENT, Endpoint.of(made, key))),
        ModelCatalog.load(folder, InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"))),
        new Keys(_ -> null));
  }

  /** Chats over the wire, and lists what the test says. */
  private Provider listing(Provider real) {
    return new Provider() {
      @Override
      public ChatStream chat(ChatRequest request) {
        return real.chat(request);
      }

      @Override
      public List<ModelCard> models() throws ProviderException {
        return own.isEmpty() ? real.models() : own;
      }
    };
  }

  private static ChatRequest asking(Providers providers, String model) {
    return new ChatRequest(
        providers.card(ModelRef.parse(model)),
        Parameters.NONE,
        List.of(Message.user("Hello")),
        Blobs.NONE);
  }

  @Test
  void aModelThatEndsWithinThirtyDaysSaysSoOnItsReply() throws Exception {
    String words =
        FaultHost.streamHead()
            + "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: [DONE]\n\n";
    try (FaultHost host = FaultHost.playing(wire -> wire.send(words))) {
      Providers providers = providers();
      providers.add(at("oa", host.baseUrl().toString(), Map.of("catalog", "openai")));
      try (ChatStream stream = providers.chat(asking(providers, "oa/o3"))) {
        assertThat(stream.next())
            .isInstanceOfSatisfying(
                ChatEvent.Warned.class,
                warned ->
                    assertThat(warned.warning().message())
                        .contains("11 December 2026", "Its successor is gpt-6-sol."));
      }
      try (ChatStream stream = providers.chat(asking(providers, "oa/gpt-4o"))) {
        assertThat(stream.next()).isNotInstanceOf(ChatEvent.Warned.class);
      }
    }
  }

  @Test
  void anExplainedFailureKeepsWhatScriptsRelyOn() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(410, "text/plain", "gone")))) {
      Providers providers = providers();
      providers.add(at("x", host.baseUrl().toString(), Map.of("catalog", "xai")));
      try (ChatStream stream = providers.chat(asking(providers, "x/grok-code-fast-1"))) {
        assertThatThrownBy(stream::next)
            .isInstanceOfSatisfying(
                ProviderException.class,
                failed -> {
                  assertThat(failed.failure().kind()).isEqualTo(FailureKind.NOT_FOUND);
                  assertThat(failed.failure().status()).isEqualTo(410);
                  assertThat(failed.failure().message())
                      .contains("15 May 2026", "grok-build-0.1", "gone");
                });
        assertThat(stream.exchanges()).hasSize(1);
      }
    }
  }

  @Test
  void whatTheProviderSaysOfItselfWinsAndTheCatalogueAddsTheRest() throws Exception {
    Providers providers = providers();
    providers.add(at("x", "http://127.0.0.1:9/v1", Map.of("catalog", "xai")));
    ModelRef ref = ModelRef.parse("x/grok-4.3");
    own =
        List.of(
            new ModelCard(
                ref,
                "Grok",
                new ModelFacts(
                    true,
                    Set.of(Capability.STOP),
                    new ModelFacts.Limits(7L, null),
                    null,
                    null,
                    null)));
    assertThat(providers.card(ref).facts().limits().window()).isEqualTo(1_000_000);

    ModelCard card = providers.models("x").getFirst();

    assertThat(card.displayName()).isEqualTo("Grok");
    assertThat(card.facts().limits().window()).isEqualTo(7);
    assertThat(card.facts().capabilities()).containsExactly(Capability.STOP);
    assertThat(card.facts().thinking()).isNotNull();
    assertThat(card.facts().priced()).isPresent();
    assertThat(providers.card(ref)).isEqualTo(card);
  }

  @Test
  void offeringNeedsNoNetwork() throws Exception {
    Providers providers = providers();
    providers.add(at("x", "https://api.x.ai/v1", Map.of("catalog", "xai")));
    providers.add(
        at(
            "az",
            "https://tides.openai.azure.com/openai/v1",
            Map.of("catalog", "azure", "underlying.big", "grok-4.7")));
    assertThat(providers.offering("Grok 4.7"))
        .extracting(card -> card.ref().toString())
        .containsExactly("x/grok-4.7", "az/big", "az/grok-4.7");
    assertThat(providers.offering(" ")).isEmpty();
    assertThat(providers.offering("no such thing")).isEmpty();
  }
}
