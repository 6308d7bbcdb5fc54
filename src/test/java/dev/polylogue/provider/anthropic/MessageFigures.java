package dev.polylogue.provider.anthropic;

import static dev.polylogue.provider.Recording.child;
import static dev.polylogue.provider.Recording.children;
import static dev.polylogue.provider.Recording.string;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a recording of Messages says, read in one pass over plain maps. */
final class MessageFigures {
  private static final JsonMapper JSON = new JsonMapper();

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder reasoning = new StringBuilder();
  private final Map<String, Part.Citation> citations = new LinkedHashMap<>();
  private final List<Map<String, Object>> tools = new ArrayList<>();
  private final Map<Object, Map<String, Object>> open = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();
  private Map<String, Object> stop = Map.of();
  private String id = "";
  private String model = "";

  MessageFigures(List<Map<String, Object>> payloads) {
    payloads.forEach(this::read);
  }

  private void read(Map<String, Object> event) {
    Map<String, Object> delta = child(event, "delta");
    switch (string(event, "type")) {
      case "message" -> {
        begin(event);
        children(event, "content").forEach(block -> block("none", block));
        count(child(event, "usage"), true);
        stop = event;
      }
      case "message_start" -> begin(child(event, "message"));
      case "content_block_start" -> block(event.get("index"), child(event, "content_block"));
      case "content_block_delta" -> {
        text.append(string(delta, "text"));
        reasoning.append(string(delta, "thinking"));
        cite(child(delta, "citation"));
        if (!string(delta, "partial_json").isEmpty()) {
          open.get(event.get("index"))
              .merge("json", string(delta, "partial_json"), (one, more) -> one + "" + more);
        }
      }
      case "message_delta" -> {
        count(child(event, "usage"), true);
        stop = delta;
      }
      default -> {}
    }
  }

  private void begin(Map<String, Object> message) {
    if (!string(message, "id").equals(id)) {
      counts.clear();
    }
    id = string(message, "id");
    model = string(message, "model");
    count(child(message, "usage"), false);
  }

  private void block(Object index, Map<String, Object> block) {
    text.append(string(block, "text"));
    reasoning.append(string(block, "thinking"));
    children(block, "citations").forEach(this::cite);
    if (string(block, "type").equals("fallback")) {
      model = string(child(block, "to"), "model");
    }
    if (block.containsKey("input")) {
      Map<String, Object> tool = new HashMap<>(block);
      open.put(index, tool);
      tools.add(tool);
    }
  }

  private void cite(Map<String, Object> citation) {
    if (!string(citation, "url").isEmpty()) {
      citations.putIfAbsent(
          string(citation, "url"),
          new Part.Citation(string(citation, "url"), string(citation, "title")));
    }
  }

  private void count(Map<String, Object> usage, boolean withOutput) {
    for (String name :
        List.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")) {
      put(name, usage.get(name));
    }
    put("searches", child(usage, "server_tool_use").get("web_search_requests"));
    if (withOutput) {
      put("output_tokens", usage.get("output_tokens"));
      put("thinking", child(usage, "output_tokens_details").get("thinking_tokens"));
    }
  }

  private void put(String name, @Nullable Object figure) {
    if (figure instanceof Integer number) {
      counts.put(name, number.longValue());
    }
  }

  /** A refusal without a word of answer gives its reason in place of one. */
  String text() {
    String explanation = string(child(stop, "stop_details"), "explanation");
    return text.isEmpty() ? explanation : text.toString();
  }

  String reasoning() {
    return reasoning.toString();
  }

  List<Part.Citation> citations() {
    return List.copyOf(citations.values());
  }

  List<Part.Search> searches() {
    return tools.stream()
        .filter(tool -> string(tool, "name").equals("web_search"))
        .map(tool -> new Part.Search(String.valueOf(input(tool).get("query"))))
        .toList();
  }

  List<Part.ToolCall> calls() {
    return tools.stream()
        .filter(tool -> string(tool, "type").equals("tool_use"))
        .map(
            tool ->
                new Part.ToolCall(
                    string(tool, "id"),
                    string(tool, "name"),
                    tool.containsKey("json") ? string(tool, "json") : "{}"))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> input(Map<String, Object> tool) {
    return tool.containsKey("json")
        ? JSON.readValue(string(tool, "json"), Map.class)
        : child(tool, "input");
  }

  Usage usage() {
    Long write = counts.get("cache_creation_input_tokens");
    Long read = counts.get("cache_read_input_tokens");
    long input =
        counts.get("input_tokens") + (write == null ? 0 : write) + (read == null ? 0 : read);
    return new Usage(
        input,
        counts.get("output_tokens"),
        read,
        counts.get("thinking"),
        write,
        counts.get("searches"));
  }

  String finishReason() {
    String raw = string(stop, "stop_reason");
    return Map.of("end_turn", "stop", "max_tokens", "length", "tool_use", "tool_calls")
        .getOrDefault(raw, raw);
  }

  String model() {
    return model;
  }
}
