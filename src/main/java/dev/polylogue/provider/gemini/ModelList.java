package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.ModelRef;
import dev.polylogue.provider.ModelCard;
import dev.polylogue.provider.ModelFacts;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Endpoint;
import dev.polylogue.provider.http.HttpCall;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.ModelPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The models that generate content, as Google lists them ({@code providers.md}, 2.1). */
final class ModelList {
  private static final int MOST_PAGES = 20;
  private static final String PREFIX = "models/";

  private final OkHttpClient client;
  private final Endpoint endpoint;

  ModelList(OkHttpClient client, Endpoint endpoint) {
    this.client = client;
    this.endpoint = endpoint;
  }

  List<ModelCard> read() throws ProviderException {
    List<ModelCard> cards = new ArrayList<>();
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = page(token);
      answer.path("models").forEach(item -> add(cards, item));
      String next = Json.text(answer.path("nextPageToken"));
      if (next.isEmpty() || next.equals(token)) {
        break;
      }
      token = next;
    }
    return List.copyOf(cards);
  }

  private JsonNode page(String token) throws ProviderException {
    Map<String, String> query =
        token.isEmpty()
            ? Map.of("pageSize", "1000")
            : Map.of("pageSize", "1000", "pageToken", token);
    HttpCall call = HttpCall.get(client, endpoint, "models", query);
    JsonNode answer = ModelPage.read(call, endpoint);
    if (!answer.path("models").isArray()) {
      throw ModelPage.noList(endpoint);
    }
    return answer;
  }

  private void add(List<ModelCard> cards, JsonNode item) {
    String full = Json.text(item.path("name"));
    String id = full.startsWith(PREFIX) ? full.substring(PREFIX.length()) : full;
    boolean generates = false;
    for (JsonNode method : item.path("supportedGenerationMethods")) {
      generates |= Json.text(method).equals("generateContent");
    }
    if (generates && !id.isBlank()) {
      String name = Json.text(item.path("displayName"));
      cards.add(
          new ModelCard(
              new ModelRef(endpoint.provider(), id), name.isBlank() ? id : name, facts(item)));
    }
  }

  /** The list tells the limits, but not enough to say what a model can't do. */
  private static ModelFacts facts(JsonNode item) {
    ModelFacts.Limits limits =
        new ModelFacts.Limits(
            figure(item.path("inputTokenLimit")), figure(item.path("outputTokenLimit")));
    return new ModelFacts(false, Set.of(), limits, null, null, null);
  }

  private static @Nullable Long figure(JsonNode node) {
    return node.isIntegralNumber() && node.asLong() > 0 ? Long.valueOf(node.asLong()) : null;
  }
}
