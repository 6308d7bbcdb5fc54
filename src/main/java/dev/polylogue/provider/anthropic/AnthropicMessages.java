package dev.polylogue.provider.anthropic;

import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerStream;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.UnsentStream;
import dev.polylogue.provider.http.WireRequest;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;

/** A provider that speaks Anthropic Messages. */
public final class AnthropicMessages implements Provider {
  /** The version that takes the settings of older models too ({@code providers.md}, 6). */
  static final Map<String, String> HEADERS = Map.of("anthropic-version", "2023-06-01");

  private final OkHttpClient client;
  private final Endpoint endpoint;

  public AnthropicMessages(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  @Override
  public ChatStream chat(ChatRequest request) {
    try {
      WireRequest wire = new RequestWriter(request, endpoint).write();
      MessageDecoder decoder =
          new MessageDecoder(wire.json(), endpoint.voice(request.model()), request.model());
      return new AnswerStream(client, endpoint, wire, decoder);
    } catch (ProviderException e) {
      return new UnsentStream(e);
    }
  }

  /** {@code GET …/models}, page by page. */
  @Override
  public List<ModelCard> models() throws ProviderException {
    return new ModelList(client, endpoint).read();
  }
}
