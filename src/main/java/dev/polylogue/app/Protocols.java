package dev.polylogue.app;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.ExtraFields;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.PictureProvider;
import dev.polylogue.provider.Playback;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.anthropic.AnthropicMessages;
import dev.polylogue.provider.azure.PinnedRoutes;
import dev.polylogue.provider.azure.Route;
import dev.polylogue.provider.gemini.GenerateContent;
import dev.polylogue.provider.gemini.GeneratedPictures;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.ExtraJson;
import dev.polylogue.provider.http.StoredAnswers;
import dev.polylogue.provider.openai.ChatCompletions;
import dev.polylogue.provider.openai.Responses;
import dev.polylogue.provider.pictures.Images;
import dev.polylogue.provider.pictures.PictureForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Chooses the adapter for a protocol. */
final class Protocols implements ProviderFactory, Playback {
  private final OkHttpClient client;

  Protocols(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public Provider create(ProviderSettings settings, KeySource key) throws ProviderException {
    Provider usual = plain(settings, key);
    Map<String, Provider> pinned = new LinkedHashMap<>();
    for (Map.Entry<String, Route> route : PinnedRoutes.of(settings).entrySet()) {
      ProviderSettings routed = route.getValue().on(settings);
      if (!routed.origin().equals(settings.origin())) {
        throw ProviderException.failed(
            FailureKind.BAD_REQUEST,
            "The route of %s leads to %s, but the key of %s belongs to %s."
                .formatted(route.getKey(), routed.origin(), settings.id(), settings.origin()));
      }
      pinned.put(route.getKey(), plain(routed, key));
    }
    return pinned.isEmpty() ? usual : new PinnedRoutes(settings.id(), usual, pinned);
  }

  @Override
  public PictureProvider pictures(ProviderSettings settings, KeySource key)
      throws ProviderException {
    PictureForm form = PictureForm.of(settings);
    return switch (form) {
      case OPENAI, XAI, OPENROUTER, AZURE -> new Images(client, form, settings, key);
      case GEMINI -> new GeneratedPictures(client, Endpoint.of(settings, key));
      case NONE -> ProviderFactory.super.pictures(settings, key);
    };
  }

  @Override
  public ExtraFields extraFields() {
    return new ExtraJson();
  }

  private Provider plain(ProviderSettings settings, KeySource key) throws ProviderException {
    Endpoint endpoint = Endpoint.of(settings, key);
    return switch (settings.protocol()) {
      case OPENAI_CHAT -> new ChatCompletions(client, endpoint);
      case OPENAI_RESPONSES -> new Responses(client, endpoint);
      case ANTHROPIC -> new AnthropicMessages(client, endpoint);
      case GEMINI -> new GenerateContent(client, endpoint);
    };
  }

  /** By the protocol that was really spoken: a route that is pinned today plays no part. */
  @Override
  public Provider replay(ProviderSettings settings, List<Exchange> exchanges)
      throws ProviderException {
    return new Protocols(StoredAnswers.client(exchanges)).plain(settings, KeySource.NONE);
  }
}
