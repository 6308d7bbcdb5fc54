package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wire to neutral: the blocks of an answer, each by its index. */
final class BlockReader {
  private final SortedMap<Integer, Block> blocks = new TreeMap<>();
  private final List<ObjectNode> earlier = new ArrayList<>();
  private final Set<String> cited = new HashSet<>();
  private int calls;
  private boolean spoken;

  /** Whether any word of the answer itself came. */
  boolean hasSpoken() {
    return spoken;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  void start(int index, JsonNode content, Consumer<ChatEvent> out) {
    Block block = new Block(content, calls);
    blocks.put(index, block);
    switch (block.type()) {
      case "text" -> {
        text(Json.text(content.path("text")), out);
        content.path("citations").forEach(citation -> cite(citation, out));
      }
      case "thinking" -> thought(Json.text(content.path("thinking")), out);
      case "redacted_thinking" ->
          out.accept(
              new ChatEvent.Warned(
                  Warning.of(
                      Setting.REASONING_EFFORT,
                      "A part of the reasoning came encrypted and can't be shown.")));
      case "tool_use" -> {
        calls++;
        out.accept(
            new ChatEvent.ToolCallDelta(
                block.call(), Json.text(content.path("id")), block.name(), ""));
      }
      default -> toolTrouble(block.type(), content.path("content"), out);
    }
  }

  void delta(int index, JsonNode delta, Consumer<ChatEvent> out) {
    Block block = blocks.get(index);
    switch (Json.text(delta.path("type"))) {
      case "text_delta" -> text(Json.text(delta.path("text")), out);
      case "thinking_delta" -> thought(Json.text(delta.path("thinking")), out);
      case "citations_delta" -> cite(delta.path("citation"), out);
      case "input_json_delta" -> {
        String piece = Json.text(delta.path("partial_json"));
        if (block != null && block.type().equals("tool_use") && !piece.isEmpty()) {
          out.accept(new ChatEvent.ToolCallDelta(block.call(), "", "", piece));
        }
      }
      default -> {}
    }
    if (block != null) {
      block.add(delta);
    }
  }

  void stop(int index, Consumer<ChatEvent> out) {
    Block block = blocks.get(index);
    if (block == null) {
      return;
    }
    if (block.type().equals("tool_use") && !block.hasInput()) {
      JsonNode input = block.input();
      out.accept(
          new ChatEvent.ToolCallDelta(
              block.call(), "", "", input.isObject() ? input.toString() : "{}"));
    } else if (block.type().equals("server_tool_use") && block.name().startsWith("web_search")) {
      String query = Json.text(block.input().path("query"));
      if (!query.isBlank()) {
        out.accept(new ChatEvent.Searched(query));
      }
    }
  }

  /** The message is begun anew: what came of it does not count any more. */
  void startAgain() {
    blocks.clear();
  }

  /** A further message of the same answer follows. */
  void nextMessage() {
    ArrayNode all = content();
    earlier.clear();
    all.forEach(block -> earlier.add((ObjectNode) block));
    blocks.clear();
  }

  /** All that came, as it would stand in an answer in one piece; empty text can't be sent back. */
  ArrayNode content() {
    ArrayNode content = Json.object().putArray("content");
    earlier.forEach(content::add);
    for (Block block : blocks.values()) {
      if (!block.isEmptyText()) {
        content.add(block.whole());
      }
    }
    return content;
  }

  private void text(String text, Consumer<ChatEvent> out) {
    if (!text.isEmpty()) {
      spoken = true;
      out.accept(new ChatEvent.TextDelta(text));
    }
  }

  private static void thought(String text, Consumer<ChatEvent> out) {
    if (!text.isEmpty()) {
      out.accept(new ChatEvent.ReasoningDelta(text));
    }
  }

  /** A place in a document of the user has no address, and none is made up for it. */
  private void cite(JsonNode citation, Consumer<ChatEvent> out) {
    String url = Json.text(citation.path("url"));
    if (!url.isBlank() && cited.add(url)) {
      String title = Json.text(citation.path("title"));
      out.accept(new ChatEvent.Cited(url, title.isBlank() ? null : title));
    }
  }

  /** A tool that Anthropic runs reports its failure as its result ({@code providers.md}, 10.3). */
  private static void toolTrouble(String type, JsonNode result, Consumer<ChatEvent> out) {
    String code = Json.text(result.path("error_code"));
    if (code.isEmpty()) {
      return;
    }
    String tool = type.replace("_tool_result", "").replace('_', ' ');
    String about = type.startsWith("web_search") ? Setting.WEB_SEARCH.key() : "";
    out.accept(
        new ChatEvent.Warned(
            new Warning(about, "The %s of the provider failed (%s).".formatted(tool, code))));
  }
}
