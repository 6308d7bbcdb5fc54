package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Title;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a conversation of a Claude export. */
final class Claude {
  private static final String ROOT = "00000000-0000-4000-8000-000000000000";

  private final Receiver receiver;
  private final BundledFiles files;

  Claude(Receiver receiver, BundledFiles files) {
    this.receiver = receiver;
    this.files = files;
  }

  /**
   * @throws IllegalArgumentException with a few words when it can't be understood
   * @throws IOException when the import can't go on
   */
  Talk read(JsonNode node, Notes notes) throws IOException {
    String id = Nodes.text(node, "uuid");
    if (id.isBlank()) {
      throw new IllegalArgumentException("it has no identifier");
    }
    List<Speech> speeches = new ArrayList<>();
    String before = null;
    for (JsonNode message : node.path("chat_messages")) {
      if (!message.isObject()) {
        notes.add("messages are no objects and were left out");
        continue;
      }
      Speech speech = speech(message, before, notes);
      speeches.add(speech);
      before = speech.id();
    }
    if (!Nodes.text(node, "summary").isBlank()) {
      notes.add("the summary that Claude made of it has no place here and was left out");
    }
    if (!Nodes.text(node.path("project"), "name").isBlank()) {
      notes.add(
          "that it belongs to the project \"%s\" has no place here"
              .formatted(Title.bounded(Nodes.text(node.path("project"), "name"), 100)));
    }
    Moments moments =
        Moments.of(node.path("created_at"), node.path("updated_at"), speeches, receiver, notes);
    Talk.Heading heading =
        new Talk.Heading(
            Nodes.text(node, "name"),
            moments.created(),
            moments.updated(),
            Nodes.orNull(node, "model"),
            "",
            new Talk.Marks(node.path("is_starred").asBoolean(false), List.of()));
    String last = Nodes.orNull(node, "current_leaf_message_uuid");
    return new Talk("claude", id, heading, speeches, last != null ? last : before);
  }

  private Speech speech(JsonNode message, @Nullable String before, Notes notes) throws IOException {
    boolean asks = Nodes.text(message, "sender").equals("human");
    String uuid = Nodes.text(message, "uuid");
    String id = uuid.isBlank() ? "after " + before : uuid;
    Parts parts = new Parts(receiver, notes);
    new ClaudeBlocks(message, parts).read();
    for (JsonNode attachment : message.path("attachments")) {
      String content = Nodes.text(attachment, "extracted_content");
      String name = Nodes.text(attachment, "file_name");
      if (content.isBlank()) {
        parts.file(Optional::empty, name);
      } else {
        parts.extracted(name, content);
      }
    }
    for (JsonNode file : message.path("files")) {
      String name = Nodes.text(file, "file_name");
      parts.file(() -> files.byName(name), name);
    }
    return new Speech(
        id,
        parent(message, before),
        asks ? Speech.Role.USER : Speech.Role.ANSWER,
        parts.all(),
        new Speech.Circumstance(
            Nodes.moment(message.path("created_at")), Nodes.orNull(message, "model"), null, null));
  }

  /** Older exports are a plain list. */
  private static @Nullable String parent(JsonNode message, @Nullable String before) {
    String parent = Nodes.text(message, "parent_message_uuid");
    if (parent.equals(ROOT)) {
      return null;
    }
    return parent.isBlank() ? before : parent;
  }
}
