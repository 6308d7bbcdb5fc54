package dev.polylogue.provider.anthropic;

import dev.polylogue.provider.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One block of an answer while it grows. */
final class Block {
  private final ObjectNode begun;
  private final int call;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final StringBuilder signature = new StringBuilder();
  private final StringBuilder input = new StringBuilder();
  private final ArrayNode citations = Json.object().putArray("citations");

  /**
   * @param begun the block as its start has it
   * @param call which call of the user's tools it is, where it is one
   */
  Block(JsonNode begun, int call) {
    this.begun = begun instanceof ObjectNode object ? object.deepCopy() : Json.object();
    this.call = call;
  }

  String type() {
    return Json.text(begun.path("type"));
  }

  String name() {
    return Json.text(begun.path("name"));
  }

  int call() {
    return call;
  }

  boolean isEmptyText() {
    return type().equals("text") && whole().path("text").asString("").isEmpty();
  }

  boolean hasInput() {
    return !input.isEmpty();
  }

  void add(JsonNode delta) {
    switch (Json.text(delta.path("type"))) {
      case "text_delta" -> text.append(Json.text(delta.path("text")));
      case "thinking_delta" -> thinking.append(Json.text(delta.path("thinking")));
      case "signature_delta" -> signature.append(Json.text(delta.path("signature")));
      case "input_json_delta" -> input.append(Json.text(delta.path("partial_json")));
      case "citations_delta" -> citations.add(delta.path("citation"));
      default -> {}
    }
  }

  /** What was asked of the tool, as far as it is readable. */
  JsonNode input() {
    if (input.isEmpty()) {
      return begun.path("input");
    }
    try {
      return Json.parse(input.toString());
    } catch (JacksonException e) {
      return Json.object();
    }
  }

  /** The block as it would stand in an answer that came in one piece. */
  ObjectNode whole() {
    ObjectNode whole = begun.deepCopy();
    append(whole, "text", text);
    append(whole, "thinking", thinking);
    append(whole, "signature", signature);
    if (!citations.isEmpty()) {
      ArrayNode all =
          whole.path("citations") instanceof ArrayNode first ? first : whole.putArray("citations");
      all.addAll(citations);
    }
    if (!input.isEmpty()) {
      whole.set("input", input());
    }
    return whole;
  }

  private static void append(ObjectNode whole, String field, StringBuilder more) {
    if (!more.isEmpty()) {
      whole.put(field, Json.text(whole.path(field)) + more);
    }
  }
}
