package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.HttpCall;
import dev.polylogue.provider.http.ModelPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET …/models}: OpenAI's {@code data} array, a {@code models} array as Ollama and xAI have,
 * or a bare array ({@code providers.md}, 2.1). The option {@code models} names another path, such
 * as xAI's {@code language-models}, which also tells prices.
 */
final class ModelList {
  private final OkHttpClient client;
  private final Endpoint endpoint;

  ModelList(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  /** Blocks on the network. */
  List<ModelCard> read() throws ProviderException {
    String path = endpoint.option("models", "models");
    HttpCall call = HttpCall.get(client, endpoint, path, Map.of());
    JsonNode root = ModelPage.read(call, endpoint);
    return cards(root, new ListedModel.Origin(endpoint.name(), day(call)));
  }

  private List<ModelCard> cards(JsonNode root, ListedModel.Origin origin) throws ProviderException {
    JsonNode list = root.isArray() ? root : root.path(root.has("data") ? "data" : "models");
    if (!list.isArray()) {
      throw ModelPage.noList(endpoint);
    }
    List<ModelCard> cards = new ArrayList<>();
    for (JsonNode item : list) {
      ListedModel model = new ListedModel(item, origin);
      if (!model.id().isBlank() && model.chats()) {
        ModelRef ref = new ModelRef(endpoint.provider(), model.id());
        cards.add(new ModelCard(ref, model.name(), model.facts()));
      }
    }
    return List.copyOf(cards);
  }

  /** The day of the answer by the host's own clock: as of when its prices hold. */
  private static @Nullable LocalDate day(HttpCall call) {
    Exchange.Response response = call.exchange().response();
    if (response == null) {
      return null;
    }
    for (Exchange.Header header : response.headers()) {
      if (header.name().equalsIgnoreCase("Date")) {
        try {
          return LocalDate.parse(header.value(), DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }
}
