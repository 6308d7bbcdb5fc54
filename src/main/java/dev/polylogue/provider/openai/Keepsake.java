package dev.polylogue.provider.openai;

import dev.polylogue.provider.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of an output item is kept to go back with the next turn: of reasoning and searches the item
 * itself, of a message its id, its phase and how much of the reply's text is its own.
 */
final class Keepsake {
  private static final String LENGTH = "length";
  private static final List<String> REASONING =
      List.of("type", "id", "summary", "encrypted_content");

  private Keepsake() {}

  /** Null when there is nothing encrypted in it: then there is nothing to send back. */
  static @Nullable ObjectNode reasoning(JsonNode item) {
    return Json.text(item.path("encrypted_content")).isEmpty() ? null : copy(item, REASONING);
  }

  /** Without the sources, which are for reading only. Null for xAI's old form. */
  static @Nullable ObjectNode search(JsonNode item) {
    if (!item.path("action").isObject()) {
      return null;
    }
    ObjectNode kept = copy(item, List.of("type", "id", "action")).put("status", "completed");
    kept.withObject("action").remove("sources");
    return kept;
  }

  /**
   * @param length of its text in chars
   */
  static ObjectNode message(JsonNode item, int length) {
    return copy(item, List.of("type", "id", "phase")).put(LENGTH, length);
  }

  static boolean isMessage(JsonNode kept) {
    return Json.text(kept.path("type")).equals("message");
  }

  static int length(JsonNode kept) {
    return Math.max(0, kept.path(LENGTH).asInt(0));
  }

  /** Gives a message its id and phase back. */
  static void restore(JsonNode kept, ObjectNode message) {
    for (String field : List.of("id", "phase")) {
      if (kept.has(field)) {
        message.set(field, kept.path(field));
      }
    }
    message.put("status", "completed");
  }

  private static ObjectNode copy(JsonNode item, List<String> fields) {
    ObjectNode copy = Json.object();
    for (String field : fields) {
      JsonNode value = item.path(field);
      if (!value.isMissingNode() && !value.isNull()) {
        copy.set(field, value.deepCopy());
      }
    }
    return copy;
  }
}
