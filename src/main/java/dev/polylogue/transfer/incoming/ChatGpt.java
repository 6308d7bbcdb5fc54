package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a conversation of a ChatGPT export. */
final class ChatGpt {
  private final Receiver receiver;
  private final BundledFiles files;

  ChatGpt(Receiver receiver, BundledFiles files) {
    this.receiver = receiver;
    this.files = files;
  }

  /**
   * @throws IllegalArgumentException with a few words when it can't be understood
   * @throws IOException when the import can't go on
   */
  Talk read(JsonNode node, Notes notes) throws IOException {
    String id = Nodes.text(node, "conversation_id");
    id = id.isBlank() ? Nodes.text(node, "id") : id;
    if (id.isBlank()) {
      throw new IllegalArgumentException("it has no identifier");
    }
    List<Speech> speeches = new ArrayList<>();
    StringBuilder system = new StringBuilder();
    for (Map.Entry<String, JsonNode> entry : node.path("mapping").properties()) {
      if (!entry.getValue().isObject()) {
        notes.add("messages are no objects and were left out");
        continue;
      }
      speeches.add(speech(entry.getKey(), entry.getValue(), system, notes));
    }
    String made = Nodes.text(node, "gizmo_id");
    if (!made.isBlank()) {
      notes.add(
          "that it belongs to the %s %s has no place here"
              .formatted(
                  made.startsWith("g-p-") ? "project" : "custom GPT", Title.bounded(made, 100)));
    }
    Moments moments =
        Moments.of(node.path("create_time"), node.path("update_time"), speeches, receiver, notes);
    Talk.Heading heading =
        new Talk.Heading(
            Nodes.text(node, "title"),
            moments.created(),
            moments.updated(),
            model(Nodes.text(node, "default_model_slug")),
            system.toString().strip(),
            marks(node));
    return new Talk("chatgpt", id, heading, speeches, Nodes.orNull(node, "current_node"));
  }

  private static Talk.Marks marks(JsonNode node) {
    List<String> tags = node.path("is_archived").asBoolean(false) ? List.of("archived") : List.of();
    return new Talk.Marks(node.path("is_starred").asBoolean(false), tags);
  }

  private Speech speech(String id, JsonNode node, StringBuilder system, Notes notes)
      throws IOException {
    String parent = Nodes.orNull(node, "parent");
    JsonNode message = node.path("message");
    if (!message.isObject()) {
      return new Speech(id, parent, Speech.Role.NOBODY, List.of(), Speech.Circumstance.UNKNOWN);
    }
    Parts parts = new Parts(receiver, notes);
    String role = Nodes.text(message.path("author"), "role");
    JsonNode metadata = message.path("metadata");
    ChatGptContent content = new ChatGptContent(message, parts, files);
    if (content.isSystem()) {
      system.append(content.plainText()).append("\n\n");
      return new Speech(id, parent, Speech.Role.NOBODY, List.of(), Speech.Circumstance.UNKNOWN);
    }
    boolean hidden = metadata.path("is_visually_hidden_from_conversation").asBoolean(false);
    if (hidden) {
      if (content.saysSomething()) {
        parts.opaque(message);
        notes.add("messages were hidden: they are kept, but not shown");
      }
    } else {
      content.read(role);
    }
    boolean asks = role.equals("user") && !hidden;
    return new Speech(
        id,
        parent,
        asks ? Speech.Role.USER : Speech.Role.ANSWER,
        parts.all(),
        new Speech.Circumstance(
            Nodes.moment(message.path("create_time")),
            model(Nodes.text(metadata, "model_slug")),
            role.equals("assistant") ? state(metadata) : null,
            finish(metadata)));
  }

  private static @Nullable String model(String slug) {
    String plain = slug.replaceAll("[\\s\\p{Cntrl}]+", "-").strip();
    return plain.isBlank() ? null : plain.substring(0, Math.min(plain.length(), 100));
  }

  private static @Nullable String finish(JsonNode metadata) {
    return Nodes.orNull(metadata.path("finish_details"), "type");
  }

  private static String state(JsonNode metadata) {
    return switch (Nodes.text(metadata.path("finish_details"), "type")) {
      case "max_tokens" -> "truncated";
      case "interrupted" -> "stopped";
      default -> "complete";
    };
  }
}
