package dev.polylogue.provider.openai;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ChatRequest;
import dev.polylogue.provider.ChatStream;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.Provider;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerStream;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.HttpCall;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.NetworkFailures;
import dev.polylogue.provider.http.Redactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okio.BufferedSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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
    return new AnswerStream(
        client,
        endpoint,
        "chat/completions",
        RequestWriter.write(request, endpoint),
        new ChunkDecoder(endpoint.name()));
  }

  /** {@code GET …/models}: OpenAI's list, or Ollama's and others' {@code models} array. */
  @Override
  public List<ModelCard> models() throws ProviderException {
    Redactor redactor = new Redactor();
    HttpCall call = new HttpCall(client, endpoint, endpoint.get("models", redactor), redactor);
    try (BufferedSource body = call.execute()) {
      return cards(Json.parse(body.readUtf8()));
    } catch (IOException e) {
      throw NetworkFailures.duringAnswer(e, endpoint);
    } catch (JacksonException e) {
      throw noList();
    } finally {
      call.close();
    }
  }

  private List<ModelCard> cards(JsonNode root) throws ProviderException {
    JsonNode list = root.isArray() ? root : root.path(root.has("data") ? "data" : "models");
    if (!list.isArray()) {
      throw noList();
    }
    List<ModelCard> cards = new ArrayList<>();
    for (JsonNode item : list) {
      String id = Json.text(item.path(item.has("id") ? "id" : "name"));
      if (!id.isBlank()) {
        cards.add(new ModelCard(new ModelRef(endpoint.provider(), id), name(item, id)));
      }
    }
    return List.copyOf(cards);
  }

  private static String name(JsonNode item, String id) {
    String shown = Json.text(item.path("display_name"));
    return shown.isBlank() ? id : shown;
  }

  private ProviderException noList() {
    return ProviderException.failed(
        FailureKind.PROTOCOL,
        "%s answered, but not with a list of models. Name the model by hand: %s/MODEL."
            .formatted(endpoint.name(), endpoint.provider()));
  }
}
