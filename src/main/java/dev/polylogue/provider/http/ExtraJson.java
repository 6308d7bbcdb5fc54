package dev.polylogue.provider.http;

import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.ProviderSettings;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ExtraFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The user's extra JSON: read when it is typed, laid over the request when it is sent. Pure. */
public final class ExtraJson implements ExtraFields {
  /**
   * Fields that carry the conversation, the model or the streaming, in all protocols: a pane keeps
   * its extra JSON when its model changes.
   */
  private static final Set<String> OURS =
      Set.of(
          "model",
          "models",
          "stream",
          "background",
          "messages",
          "system",
          "input",
          "instructions",
          "prompt",
          "conversation",
          "previous_response_id",
          "contents",
          "systemInstruction",
          "system_instruction",
          "cachedContent",
          "cached_content");

  private static final int LONGEST_REASON = 160;

  @Override
  public Reading read(String json) {
    ObjectNode extra = object(json);
    secretField(extra)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "The extra JSON has a field \"%s\", which looks as if it carried a key. It would be stored as it is; give it as the key of the provider."
                      .formatted(name));
            });
    List<String> sent = new ArrayList<>(extra.propertyNames());
    List<String> refused = sent.stream().filter(OURS::contains).toList();
    sent.removeAll(refused);
    return new Reading(sent, refused);
  }

  private static ObjectNode object(String json) {
    JsonNode node;
    try {
      node = Json.parseStrictly(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The extra JSON can't be read%s".formatted(place(e)), e);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(
        "The extra JSON has to be an object, such as {\"top_k\": 40}.");
  }

  private static String place(JacksonException e) {
    String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    String told =
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? ": %s.".formatted(told)
        : " at line %d, column %d: %s.".formatted(at.getLineNr(), at.getColumnNr(), told);
  }

  private static Optional<String> secretField(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      boolean text = field.getValue().isString() && !field.getValue().stringValue().isBlank();
      if (text && ProviderSettings.isSecret(field.getKey().replace('_', '-'))) {
        return Optional.of(field.getKey());
      }
    }
    return node.valueStream().flatMap(below -> secretField(below).stream()).findFirst();
  }

  /**
   * Lays the extra JSON over a body: objects are joined, anything else takes the place of what was
   * there.
   *
   * @return what could not be sent
   */
  static List<Warning> lay(String json, ObjectNode body) {
    ObjectNode extra;
    try {
      extra = object(json);
    } catch (IllegalArgumentException e) {
      return List.of(
          Warning.of(
              Setting.EXTRA, "%s It was left out.".formatted(String.valueOf(e.getMessage()))));
    }
    List<Warning> warnings = new ArrayList<>();
    for (String name : List.copyOf(extra.propertyNames())) {
      if (OURS.contains(name)) {
        extra.remove(name);
        warnings.add(
            Warning.of(
                Setting.EXTRA,
                "\"%s\" of the extra JSON was left out: it is this program's to set."
                    .formatted(name)));
      }
    }
    join(body, extra);
    return warnings;
  }

  /** The same with what is set for a pane, which may be nothing. */
  public static List<Warning> merge(ObjectNode body, Parameters set) {
    return set.text(Setting.EXTRA).map(json -> lay(json, body)).orElse(List.of());
  }

  private static void join(ObjectNode body, ObjectNode extra) {
    for (Map.Entry<String, JsonNode> field : extra.properties()) {
      JsonNode there = body.get(field.getKey());
      if (there instanceof ObjectNode below && field.getValue() instanceof ObjectNode more) {
        join(below, more);
      } else {
        body.set(field.getKey(), field.getValue());
      }
    }
  }
}
