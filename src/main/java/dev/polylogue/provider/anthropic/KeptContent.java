package dev.polylogue.provider.anthropic;

import dev.polylogue.provider.http.Json;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blocks of an answer as they came, kept when they say more than its words: {@code
 * {"content":[…]}}.
 */
final class KeptContent {
  private static final Set<String> PLAIN = Set.of("text", "thinking", "tool_use");
  private static final String SEARCH = "web_search";
  private static final String RESULT = "web_search_tool_result";

  private KeptContent() {}

  /** What to keep, or null where words and thoughts are all there is. */
  static @Nullable String of(ArrayNode content) {
    for (JsonNode block : content) {
      if (!PLAIN.contains(Json.text(block.path("type")))) {
        ObjectNode kept = Json.object();
        kept.set("content", content);
        return kept.toString();
      }
    }
    return null;
  }

  /**
   * The words and the searches, in order. Left out are thoughts, which are bound to a past that may
   * have changed; calls of tools, to which there is no result; and what this program does not know.
   */
  static void replay(String json, ArrayNode content) {
    JsonNode blocks;
    try {
      blocks = Json.parse(json).path("content");
    } catch (JacksonException e) {
      return;
    }
    Set<String> answered = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (JsonNode block : blocks) {
      answered.add(Json.text(block.path("tool_use_id")));
      asked.add(Json.text(block.path("id")));
    }
    for (JsonNode block : blocks) {
      boolean goesBack =
          switch (Json.text(block.path("type"))) {
            case "text" -> !Json.text(block.path("text")).isBlank();
            case "server_tool_use" ->
                Json.text(block.path("name")).equals(SEARCH)
                    && answered.contains(Json.text(block.path("id")));
            case RESULT -> asked.contains(Json.text(block.path("tool_use_id")));
            default -> false;
          };
      if (goesBack) {
        content.add(block);
      }
    }
  }
}
