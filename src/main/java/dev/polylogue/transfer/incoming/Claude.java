package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.transfer.Notes;
import dev.polylogue.transfer.Receiver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a conversation of a Claude export. */
final class Claude {
  private static final String ROOT = "00000000-0000-4000-8000-000000000000";

  private final Receiver receiver;
  private final ArchiveFiles files;

  Claude(Receiver receiver, ArchiveFiles files) {
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
    Instant created = Nodes.moment(node.path("created_at"));
    Instant updated = Nodes.moment(node.path("updated_at"));
    Instant first = created != null ? created : updated != null ? updated : Instant.EPOCH;
    Talk.Heading heading =
        new Talk.Heading(
            Nodes.text(node, "name"),
            first,
            updated != null ? updated : first,
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
    for (JsonNode block : message.path("content")) {
      block(block, parts);
    }
    if (parts.all().stream().noneMatch(part -> part.text("kind").filter("text"::equals).isPresent())
        && message.path("content").isEmpty()) {
      parts.text(Nodes.text(message, "text"));
    }
    for (JsonNode attachment : message.path("attachments")) {
      String content = Nodes.text(attachment, "extracted_content");
      parts.file(
          content.isEmpty() ? Optional.empty() : Optional.of(Bytes.of(content)),
          Nodes.text(attachment, "file_name"));
    }
    for (JsonNode file : message.path("files")) {
      String name = Nodes.text(file, "file_name");
      parts.file(files.byName(name), name);
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

  private static void block(JsonNode block, Parts parts) {
    switch (Nodes.text(block, "type")) {
      case "text" -> {
        parts.text(Nodes.text(block, "text"));
        for (JsonNode citation : block.path("citations")) {
          cite(citation.path("details"), parts);
          cite(citation, parts);
        }
      }
      case "thinking" -> parts.reasoning(Nodes.text(block, "thinking"), took(block));
      case "tool_use" ->
          parts.call(
              Nodes.text(block, "id"), Nodes.text(block, "name"), block.path("input").toString());
      case "tool_result" -> result(block, parts);
      case "voice_note" -> {
        parts.text(Nodes.text(block, "text"));
        parts.note("voice recordings are not taken in; what was said is, as text");
      }
      case "token_budget" -> {}
      default -> {
        parts.text(Nodes.text(block, "text"));
        parts.opaque(block);
        parts.note(
            "messages of the kind \"%s\" are not understood; they are kept, with their text shown"
                .formatted(Nodes.text(block, "type")));
      }
    }
  }

  private static void cite(JsonNode source, Parts parts) {
    parts.citation(Nodes.text(source, "url"), Nodes.text(source, "title"));
  }

  private static void result(JsonNode block, Parts parts) {
    block.path("content").forEach(item -> cite(item, parts));
    if (!block.path("content").isEmpty()) {
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
