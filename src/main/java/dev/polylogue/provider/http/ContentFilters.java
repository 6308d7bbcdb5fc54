package dev.polylogue.provider.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import tools.jackson.databind.JsonNode;

/**
 * What Azure's content filter says of a prompt or an answer ({@code providers.md}, 9.2): an object
 * with a member for each category, such as {@code violence: {filtered: true, severity: "high"}}.
 */
public final class ContentFilters {
  private ContentFilters() {}

  /** The categories that stopped something, as words for the user: {@code violence (high)}. */
  public static List<String> stopped(JsonNode results) {
    SequencedSet<String> stopped = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> category : results.properties()) {
      if (category.getValue().path("filtered").asBoolean(false)) {
        String severity = Json.text(category.getValue().path("severity"));
        String name = category.getKey().replace('_', ' ');
        stopped.add(severity.isEmpty() ? name : name + " (" + severity + ")");
      }
    }
    return List.copyOf(stopped);
  }

  /**
   * The same of a list, as {@code prompt_filter_results} and {@code content_filters} are; each
   * element holds its verdict in {@code content_filter_results}.
   */
  public static List<String> stoppedIn(JsonNode list) {
    SequencedSet<String> stopped = new LinkedHashSet<>();
    for (JsonNode element : list) {
      stopped.addAll(stopped(element.path("content_filter_results")));
    }
    return List.copyOf(stopped);
  }

  /** What an error says of it, wherever it stands. */
  static List<String> stoppedInError(JsonNode error, JsonNode response) {
    SequencedSet<String> stopped = new LinkedHashSet<>();
    for (JsonNode place : List.of(error, error.path("innererror"))) {
      stopped.addAll(stopped(place.path("content_filter_results")));
      stopped.addAll(stopped(place.path("content_filter_result")));
      stopped.addAll(stoppedIn(place.path("content_filters")));
    }
    stopped.addAll(stoppedIn(response.path("content_filters")));
    return List.copyOf(stopped);
  }
}
