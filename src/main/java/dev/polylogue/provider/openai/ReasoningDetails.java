package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenRouter's {@code reasoning_details}: pieces of reasoning, some of them signed or encrypted,
 * that the same model wants back with the next turn ({@code providers.md}, 4.2). Pieces of one
 * index and type are put together again.
 */
final class ReasoningDetails {
  private static final List<String> GROWING = List.of("text", "summary", "data");

  private final Map<String, ObjectNode> collected = new LinkedHashMap<>();

  /** The readable words in it. */
  static String words(JsonNode details) {
    StringBuilder words = new StringBuilder();
    for (JsonNode detail : details) {
      words.append(Json.text(detail.path("text"))).append(Json.text(detail.path("summary")));
    }
    return words.toString();
  }

  void collect(JsonNode details) {
    for (JsonNode detail : details) {
      if (detail.isObject()) {
        collect(detail, Json.text(detail.path("type")));
      }
    }
  }

  private void collect(JsonNode detail, String type) {
    String key = Json.text(detail.path("index")) + " " + type;
    ObjectNode whole = collected.computeIfAbsent(key, unseen -> Json.object());
    for (Map.Entry<String, JsonNode> field : detail.properties()) {
      String before = Json.text(whole.path(field.getKey()));
      if (GROWING.contains(field.getKey()) && !before.isEmpty()) {
        whole.put(field.getKey(), before + Json.text(field.getValue()));
      } else if (!field.getValue().isNull()) {
        whole.set(field.getKey(), field.getValue());
      }
    }
  }

  /** Hands out all of it, once. */
  void handOut(String voice, Consumer<ChatEvent> out) {
    if (!collected.isEmpty()) {
      ArrayNode all = Json.object().putArray("reasoning_details");
      collected.values().forEach(all::add);
      collected.clear();
      out.accept(new ChatEvent.Opaque(voice, all.toString()));
    }
  }
}
