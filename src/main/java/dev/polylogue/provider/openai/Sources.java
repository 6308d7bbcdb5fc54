package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The sources an answer names, each address once, in the order in which they came. */
final class Sources {
  private final Set<String> known = new HashSet<>();

  boolean isEmpty() {
    return known.isEmpty();
  }

  /**
   * {@code annotations} of type {@code url_citation}: nested in Chat Completions, flat in
   * Responses.
   */
  void annotated(JsonNode annotations, Consumer<ChatEvent> out) {
    for (JsonNode annotation : annotations) {
      annotation(annotation, out);
    }
  }

  void annotation(JsonNode annotation, Consumer<ChatEvent> out) {
    JsonNode nested = annotation.path("url_citation");
    JsonNode citation = nested.isObject() ? nested : annotation;
    add(Json.text(citation.path("url")), Json.text(citation.path("title")), out);
  }

  /** {@code citations} and {@code search_results} beside the choices, as Perplexity sends them. */
  void listed(JsonNode chunk, Consumer<ChatEvent> out) {
    Map<String, String> titles = new HashMap<>();
    JsonNode results = chunk.path("search_results");
    for (JsonNode result : results) {
      titles.put(Json.text(result.path("url")), Json.text(result.path("title")));
    }
    for (JsonNode citation : chunk.path("citations")) {
      String url = Json.text(citation);
      add(url, titles.getOrDefault(url, ""), out);
    }
    for (JsonNode result : results) {
      add(Json.text(result.path("url")), Json.text(result.path("title")), out);
    }
  }

  void add(String url, String title, Consumer<ChatEvent> out) {
    if (!url.isBlank() && known.add(url)) {
      out.accept(new ChatEvent.Cited(url, isTitle(title) ? title : null));
    }
  }

  /** xAI gives the number of the source for a title. */
  private static boolean isTitle(String title) {
    return !title.isBlank() && !title.chars().allMatch(Character::isDigit);
  }
}
