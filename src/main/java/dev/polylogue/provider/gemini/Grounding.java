package dev.polylogue.provider.gemini;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the model searched for and found, each once, in order ({@code providers.md}, 10.4). */
final class Grounding {
  private final Set<String> queries = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();

  void read(JsonNode candidate, Consumer<ChatEvent> out) {
    JsonNode grounding = candidate.path("groundingMetadata");
    searched(grounding.path("webSearchQueries"), out);
    searched(grounding.path("imageSearchQueries"), out);
    for (JsonNode chunk : grounding.path("groundingChunks")) {
      for (String kind : new String[] {"web", "image", "retrievedContext", "maps"}) {
        source(chunk.path(kind), out);
      }
    }
    candidate
        .path("citationMetadata")
        .path("citationSources")
        .forEach(source -> source(source, out));
  }

  /** How many searches are billed, or null where none was told. */
  @Nullable Long searches() {
    return queries.isEmpty() ? null : Long.valueOf(queries.size());
  }

  private void searched(JsonNode list, Consumer<ChatEvent> out) {
    for (JsonNode item : list) {
      String query = Json.text(item);
      if (!query.isBlank() && queries.add(query)) {
        out.accept(new ChatEvent.Searched(query));
      }
    }
  }

  private void source(JsonNode source, Consumer<ChatEvent> out) {
    String uri = Json.text(source.path(source.has("sourceUri") ? "sourceUri" : "uri"));
    if (!uri.isBlank() && addresses.add(uri)) {
      String title = Json.text(source.path("title"));
      String shown = title.isBlank() ? Json.text(source.path("domain")) : title;
      out.accept(new ChatEvent.Cited(uri, shown.isBlank() ? null : shown));
    }
  }
}
