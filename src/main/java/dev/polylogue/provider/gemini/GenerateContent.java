package dev.polylogue.provider.gemini;

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
import okhttp3.OkHttpClient;

/** A provider that speaks Gemini's generateContent. */
public final class GenerateContent implements Provider {
  private final OkHttpClient client;
  private final Endpoint endpoint;

  public GenerateContent(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  @Override
  public ChatStream chat(ChatRequest request) {
    try {
      WireRequest wire = new RequestWriter(request, endpoint).write();
      ChunkDecoder decoder =
          new ChunkDecoder(wire.json(), endpoint.voice(request.model()), endpoint.name());
      return new AnswerStream(client, endpoint, wire, decoder);
    } catch (ProviderException e) {
      return new UnsentStream(e);
    }
  }

  /** {@code GET …/models}, page by page; only those that generate content. */
  @Override
  public List<ModelCard> models() throws ProviderException {
    return new ModelList(client, endpoint).read();
  }
}
