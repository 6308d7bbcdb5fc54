package dev.polylogue.provider.gemini;

import dev.polylogue.provider.http.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of an answer as they came, kept when one of them is signed: {@code {"parts":[…]}}. A
 * signed part is never joined to another, as the signature is for that part alone.
 */
final class KeptParts {
  /** In the place of {@code inlineData}: which picture of the answer, from 0. */
  static final String PICTURE = "picture";

  private static final String SIGNATURE = "thoughtSignature";

  private final List<ObjectNode> parts = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int pictures;
  private boolean signed;

  /** Takes the next part of the answer; thoughts need not go back. */
  void add(JsonNode part) {
    if (!(part instanceof ObjectNode object) || part.path("thought").asBoolean(false)) {
      return;
    }
    boolean bare = object.size() == 1 && object.has("text");
    if (bare) {
      open.append(Json.text(object.path("text")));
      return;
    }
    keep(object.deepCopy());
  }

  /** Takes a part that was shown as a picture. */
  void addPicture(JsonNode part) {
    if (part instanceof ObjectNode object) {
      ObjectNode copy = object.deepCopy();
      copy.remove("inlineData");
      copy.put(PICTURE, pictures);
      pictures++;
      keep(copy);
    }
  }

  private void keep(ObjectNode part) {
    closeText();
    signed |= part.has(SIGNATURE);
    parts.add(part);
  }

  private void closeText() {
    if (!open.isEmpty()) {
      parts.add(Json.object().put("text", open.toString()));
      open.setLength(0);
    }
  }

  /** What to keep, or null where nothing is signed. */
  @Nullable String json() {
    if (!signed) {
      return null;
    }
    closeText();
    ObjectNode kept = Json.object();
    kept.putArray("parts").addAll(parts);
    return kept.toString();
  }

  /** The parts of what {@link #json} wrote; empty when it is damaged. */
  static List<JsonNode> read(String json) {
    List<JsonNode> parts = new ArrayList<>();
    try {
      for (JsonNode part : Json.parse(json).path("parts")) {
        if (part.isObject()) {
          parts.add(part);
        }
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return parts;
  }
}
