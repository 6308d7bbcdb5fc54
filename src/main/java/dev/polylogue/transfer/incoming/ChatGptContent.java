package dev.polylogue.transfer.incoming;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one message of ChatGPT says. */
final class ChatGptContent {
  private final JsonNode message;
  private final JsonNode content;
  private final JsonNode metadata;
  private final String kind;
  private final Parts parts;
  private final ChatGptPieces pieces;
  private boolean isKept;

  ChatGptContent(JsonNode message, Parts parts, BundledFiles files) {
    this.message = message;
    this.parts = parts;
    pieces = new ChatGptPieces(message, parts, files);
    content = message.path("content");
    metadata = message.path("metadata");
    kind = Nodes.text(content, "content_type");
  }

  /** Whether it tells the model what to be; there it belongs to the pane, not to the thread. */
  boolean isSystem() {
    return kind.equals("user_editable_context")
        || (Nodes.text(message.path("author"), "role").equals("system") && kind.equals("text"));
  }

  /** All words in it, whatever they are. */
  String plainText() {
    StringBuilder all = new StringBuilder();
    for (String name : new String[] {"user_profile", "user_instructions", "text", "result"}) {
      append(all, Nodes.text(content, name));
    }
    append(all, Nodes.string(content.path("parts")));
    for (JsonNode part : content.path("parts")) {
      append(all, part.isString() ? part.stringValue() : Words.of(part).text());
    }
    return all.toString();
  }

  boolean saysSomething() {
    return !Words.of(content).text().isBlank();
  }

  private static void append(StringBuilder all, String text) {
    if (!text.isBlank()) {
      all.append(all.isEmpty() ? "" : "\n\n").append(text);
    }
  }

  void read(String role) throws IOException {
    String recipient = Nodes.text(message, "recipient");
    boolean isCall = role.equals("assistant") && !recipient.isEmpty() && !recipient.equals("all");
    switch (kind) {
      case "text" -> text(role, isCall ? recipient : null);
      case "code" -> code(isCall ? recipient : null);
      case "multimodal_text" -> pieces.read();
      case "execution_output" -> output();
      case "thoughts" -> thoughts();
      case "reasoning_recap" -> parts.reasoning(Nodes.text(content, "content"), duration());
      case "tether_quote" -> quote();
      case "tether_browsing_display" -> keep("browsing results are kept, but not shown");
      default -> {
        if (Nodes.isSomething(content)) {
          pieces.unknown(kind, content, message);
        }
      }
    }
    ChatGptReferences.each(metadata, parts::citation);
    if (!isKept) {
      found();
    }
    pieces.attachments();
  }

  private void text(String role, @Nullable String recipient) throws IOException {
    if (role.equals("tool")) {
      keep("outputs of tools are kept, but not shown");
    } else if (recipient != null) {
      call(recipient, plainText());
    } else if (content.path("parts").valueStream().allMatch(JsonNode::isString)) {
      parts.text(ChatGptReferences.resolved(plainText(), metadata, parts));
    } else {
      pieces.read();
    }
  }

  private void code(@Nullable String recipient) {
    String code = Nodes.text(content, "text");
    if (recipient != null) {
      call(recipient, code);
    } else {
      String language = Nodes.text(content, "language");
      parts.fenced(language.equals("unknown") ? "" : language.replaceAll("[^\\w+#-]", ""), code);
    }
  }

  private void call(String recipient, String arguments) {
    if (Sheets.isOne(recipient)) {
      if (Sheets.read(Nodes.parsed(arguments), parts)) {
        parts.opaque(message);
        return;
      }
      parts.note("canvas documents are kept as calls of a tool");
    }
    parts.call(Nodes.text(message, "id"), recipient, arguments);
  }

  private void output() throws IOException {
    String text = Nodes.text(content, "text");
    JsonNode result = metadata.path("aggregate_result");
    StringBuilder streams = new StringBuilder();
    for (JsonNode shown : result.path("messages")) {
      append(streams, Nodes.text(shown, "text"));
    }
    append(streams, Nodes.text(result, "final_expression_output"));
    append(streams, Words.of(result.path("in_kernel_exception").path("traceback")).text());
    parts.fenced("", text.isBlank() ? streams.toString() : text);
    if (!text.isBlank() && !Words.squeezed(text).contains(Words.squeezed(streams.toString()))) {
      parts.opaque(result);
      parts.note("outputs of programs say more than their text: it is kept, but not shown");
    }
    for (JsonNode shown : result.path("messages")) {
      String address = Nodes.text(shown, "image_url");
      if (!address.isBlank()) {
        pieces.picture(address);
      }
    }
  }

  private void thoughts() {
    StringBuilder all = new StringBuilder();
    for (JsonNode thought : content.path("thoughts")) {
      String summary = Nodes.text(thought, "summary");
      append(all, summary.isBlank() ? "" : "**" + summary + "**");
      append(all, Nodes.text(thought, "content"));
    }
    parts.reasoning(all.toString(), duration());
  }

  private @Nullable Long duration() {
    JsonNode seconds = metadata.path("finished_duration_sec");
    return seconds.isNumber() ? Math.round(seconds.doubleValue() * 1000) : null;
  }

  private void quote() {
    parts.citation(Nodes.text(content, "url"), Nodes.text(content, "title"));
    keep("quoted pages are kept, but not shown");
  }

  /** What stands in the sources is not theirs to say who only named them. */
  private void found() {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    for (String name : new String[] {"citations", "search_result_groups"}) {
      JsonNode sources = metadata.path(name);
      if (sources.findValuesAsString("text").stream().anyMatch(text -> !text.isBlank())
          || !sources.findValues("snippet").isEmpty()) {
        found.set(name, sources);
      }
    }
    if (!found.isEmpty()) {
      parts.opaque(found);
      parts.note("what sources say is kept, but not shown");
    }
  }

  private void keep(String what) {
    if (saysSomething()) {
      isKept = true;
      parts.opaque(message);
      parts.note(what);
    }
  }
}
