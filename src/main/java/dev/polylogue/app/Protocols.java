package dev.polylogue.app;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.provider.KeySource;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.ProviderFactory;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.openai.ChatCompletions;
import okhttp3.OkHttpClient;

/** Chooses the adapter for a protocol. */
final class Protocols implements ProviderFactory {
  private final OkHttpClient client;

  Protocols(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public Provider create(ProviderSettings settings, KeySource key) throws ProviderException {
    Endpoint endpoint = Endpoint.of(settings, key);
    return switch (settings.protocol()) {
      case OPENAI_CHAT -> new ChatCompletions(client, endpoint);
      case OPENAI_RESPONSES, ANTHROPIC, GEMINI -> throw unspoken(settings.protocol());
    };
  }

  private static ProviderException unspoken(Protocol protocol) {
    return ProviderException.failed(
        FailureKind.UNSUPPORTED,
        "This version does not speak %s yet. Where the provider offers Chat Completions too, use the protocol %s."
            .formatted(protocol.word(), Protocol.OPENAI_CHAT.word()));
  }
}
