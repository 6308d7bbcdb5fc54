package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylogue.catalog.ModelCatalog;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.KeyPlace;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.PictureOptions;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.PictureRequest;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.SafeClient;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.provider.pictures.Images;
import dev.polylogue.provider.pictures.PictureForm;
import dev.polylogue.secret.Keys;
import dev.polylogue.settings.SettingsStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures from the providers that the user added. */
class EditingTest {
  private static final OkHttpClient CLIENT = SafeClient.create();

  @TempDir private Path folder;

  private static ProviderSettings at(String id, URI address, Map<String, String> options) {
    return new ProviderSettings(
        id, Protocol.OPENAI_CHAT, address, KeyPlace.NONE, Map.of(), options);
  }

  private Providers providers(ProviderSettings added) throws Exception {
    ProviderSettings sandbox = at("sandbox", URI.create("http://127.0.0.1:9/v1"), Map.of());
    Providers providers =
        new Providers(
            sandbox,
            SettingsStore.open(folder),
            new Wired(),
            ModelCatalog.load(folder, InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"))),
            new Keys(_ -> null));
    providers.add(added);
    return providers;
  }

  private record Wired() implements ProviderFactory {
    @Override
    public Provider create(ProviderSettings settings, KeySource key) throws ProviderException {
      return new ChatCompletions(CLIENT, Endpoint.of(settings, key));
    }

    @Override
    public PictureProvider pictures(ProviderSettings settings, KeySource key)
        throws ProviderException {
      return new Images(CLIENT, PictureForm.of(settings), settings, key);
    }
  }

  private static PictureRequest drawing(Providers providers, String model) {
    return new PictureRequest(
        providers.card(ModelRef.parse(model)), "a kite", List.of(), null, PictureOptions.USUAL);
  }

  @Test
  void aModelThatWillEndSaysSoAndOneThatEndedExplainsItsFailure() throws Exception {
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(404, "text/plain", "gone")))) {
      Providers providers = providers(at("oa", host.baseUrl(), Map.of("catalog", "openai")));
      try (ChatStream stream = providers.edit(drawing(providers, "oa/gpt-image-1.5"))) {
        assertThat(stream.next())
            .isInstanceOfSatisfying(
                ChatEvent.Warned.class,
                warned ->
                    assertThat(warned.warning().message())
                        .contains("1 December 2026", "Its successor is gpt-image-2."));
      }
      try (ChatStream stream = providers.edit(drawing(providers, "oa/gpt-image-1"))) {
        assertThatThrownBy(stream::next)
            .isInstanceOfSatisfying(
                ProviderException.class,
                failed -> {
                  assertThat(failed.failure().kind()).isEqualTo(FailureKind.NOT_FOUND);
                  assertThat(failed.failure().message())
                      .contains("23 October 2026", "gpt-image-2", "gone");
                });
      }
    }
  }

  @Test
  void modelsThatOnlyDrawAreListedBesideTheProvidersOwnList() throws Exception {
    String list = "{\"object\":\"list\",\"data\":[{\"id\":\"grok-4.3\",\"object\":\"model\"}]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", list)))) {
      Providers providers = providers(at("x", host.baseUrl(), Map.of("catalog", "xai")));
      assertThat(providers.models("x").stream().map(card -> card.ref().toString()))
          .containsExactlyInAnyOrder(
              "x/grok-4.3", "x/grok-imagine-image-2.0", "x/grok-imagine-image");
      assertThat(providers.card(ModelRef.parse("x/grok-imagine-image")).isNoChat()).isTrue();
    }
  }
}
