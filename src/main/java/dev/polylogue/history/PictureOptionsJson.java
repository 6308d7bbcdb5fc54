package dev.polylogue.history;

import dev.polylogue.conversation.PictureOptions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How pictures were wanted, as a JSON object with one field for each that was set. */
final class PictureOptionsJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PictureOptionsJson() {}

  static String write(PictureOptions options) {
    Map<String, Object> fields = new TreeMap<>();
    put(fields, "size", options.size());
    put(fields, "quality", options.quality());
    put(fields, "format", options.format());
    put(fields, "background", options.background());
    if (options.n() != 1) {
      fields.put("n", options.n());
    }
    return MAPPER.writeValueAsString(fields);
  }

  private static void put(Map<String, Object> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  static PictureOptions read(String json) {
    JsonNode node = MAPPER.readTree(json);
    return new PictureOptions(
        text(node, "size"),
        text(node, "quality"),
        Math.max(1, node.path("n").asInt(1)),
        text(node, "format"),
        text(node, "background"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).asStringOpt().orElse(null);
  }
}
