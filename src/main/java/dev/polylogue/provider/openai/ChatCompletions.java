package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerStream;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.UnsentStream;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;

/** A provider that speaks Chat Completions. */
public final class ChatCompletions implements Provider {
  private final OkHttpClient client;
  private final Endpoint endpoint;

  public ChatCompletions(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  @Override
  public ChatStream chat(ChatRequest request) {
    try {
      return new AnswerStream(
          client,
          endpoint,
          ChatWriter.write(request, endpoint),
          new ChunkDecoder(endpoint.name(), endpoint.voice(request.model())));
    } catch (IOException e) {
      return UnsentStream.unreadable(e);
    }
  }

  @Override
  public List<ModelCard> models() throws ProviderException {
    return new ModelList(client, endpoint).read();
  }
}
