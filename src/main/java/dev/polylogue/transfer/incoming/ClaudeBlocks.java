package dev.polylogue.transfer.incoming;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one message of Claude says: blocks of several kinds, and often the same as plain text. */
final class ClaudeBlocks {
  /** What the plain text has in place of a block that is no text. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("```\\s*This block is not supported on your current device yet\\.\\s*```");

  private final JsonNode message;
  private final Parts parts;

  ClaudeBlocks(JsonNode message, Parts parts) {
    this.message = message;
    this.parts = parts;
  }

  void read() {
    parts.text(Nodes.text(message, "content"));
    message.path("content").forEach(this::block);
    String plain = PLACEHOLDER.matcher(Nodes.text(message, "text")).replaceAll("");
    String told = Words.squeezed(parts.words());
    if (told.isEmpty()) {
      parts.text(plain);
    } else if (!isToldBy(told, plain)) {
      parts.opaque(JsonNodeFactory.instance.objectNode().put("text", plain));
      parts.note("the plain text of messages says more than their blocks: it is kept, not shown");
    }
  }

  /** Line by line, which mostly come in the same order. */
  private static boolean isToldBy(String told, String plain) {
    int from = 0;
    for (String line : plain.lines().map(Words::squeezed).toList()) {
      int at = told.indexOf(line, from);
      at = at < 0 ? told.indexOf(line) : at;
      if (at < 0) {
        return false;
      }
      from = at + line.length();
    }
    return true;
  }

  private void block(JsonNode block) {
    switch (Nodes.text(block, "type")) {
      case "text" -> {
        parts.text(Nodes.text(block, "text"));
        for (JsonNode citation : block.path("citations")) {
          cite(citation.path("details"));
          cite(citation);
        }
      }
      case "thinking" -> thinking(block);
      case "tool_use" -> call(block);
      case "tool_result" -> result(block);
      case "voice_note" -> {
        parts.text(Nodes.text(block, "text"));
        parts.note("voice recordings are not taken in; what was said is, as text");
      }
      case "flag" -> {
        parts.opaque(block);
        parts.note("flags of messages are kept, but not shown");
      }
      case "token_budget" -> {}
      default -> parts.unknown(Nodes.text(block, "type"), block, block);
    }
  }

  private void cite(JsonNode source) {
    parts.citation(Nodes.text(source, "url"), Nodes.text(source, "title"));
  }

  /** Summaries stand for thoughts that are not told, and else are only kept. */
  private void thinking(JsonNode block) {
    String thought = Nodes.text(block, "thinking");
    String summaries = Words.of(block.path("summaries")).text();
    if (thought.isBlank()) {
      parts.reasoning(summaries, took(block));
      return;
    }
    parts.reasoning(thought, took(block));
    if (!summaries.isEmpty()) {
      parts.opaque(JsonNodeFactory.instance.objectNode().set("summaries", block.path("summaries")));
    }
  }

  private void call(JsonNode block) {
    String tool = Nodes.text(block, "name");
    if (Sheets.isOne(tool) && Sheets.read(block.path("input"), parts)) {
      parts.opaque(block);
    } else {
      parts.call(Nodes.text(block, "id"), tool, block.path("input").toString());
      keepRest(block);
    }
  }

  /** What a call says beside what it calls. */
  private void keepRest(JsonNode call) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (String name : new String[] {"message", "integration_name", "display_content", "context"}) {
      JsonNode said = call.path(name);
      if (Nodes.isSomething(said)) {
        rest.set(name, said);
      }
    }
    if (!rest.isEmpty()) {
      parts.opaque(rest);
    }
  }

  private void result(JsonNode block) {
    JsonNode content = block.path("content");
    content.forEach(this::cite);
    if (Nodes.isSomething(content)) {
      parts.opaque(block);
      parts.note("outputs of tools are kept, but not shown");
    }
  }

  private static @Nullable Long took(JsonNode block) {
    Instant from = Nodes.moment(block.path("start_timestamp"));
    Instant to = Nodes.moment(block.path("stop_timestamp"));
    return from == null || to == null || to.isBefore(from)
        ? null
        : Long.valueOf(Duration.between(from, to).toMillis());
  }
}
