package dev.polylogue.transfer.incoming;

import dev.polylogue.conversation.Bytes;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one message of ChatGPT says. */
final class ChatGptContent {
  private final JsonNode message;
  private final JsonNode content;
  private final JsonNode metadata;
  private final String kind;
  private final Parts parts;
  private final ArchiveFiles files;
  private final Set<String> seen = new HashSet<>();

  ChatGptContent(JsonNode message, Parts parts, ArchiveFiles files) {
    this.message = message;
    this.parts = parts;
    this.files = files;
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
    for (JsonNode part : content.path("parts")) {
      append(all, part.isString() ? part.stringValue() : Nodes.text(part, "text"));
    }
    return all.toString();
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
      case "multimodal_text" -> pieces();
      case "execution_output" -> output();
      case "thoughts" -> thoughts();
      case "reasoning_recap" -> parts.reasoning(Nodes.text(content, "content"), duration());
      case "tether_quote" -> quote();
      case "tether_browsing_display" -> keep("browsing results are kept, but not shown");
      default -> unknown();
    }
    references();
    attachments();
  }

  private void text(String role, @Nullable String recipient) {
    if (role.equals("tool")) {
      keep("outputs of tools are kept, but not shown");
    } else if (recipient != null) {
      call(recipient, plainText());
    } else {
      parts.text(ChatGptReferences.resolved(plainText(), metadata));
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
    if (recipient.startsWith("canmore.")) {
      parts.note("canvas documents are kept as calls of a tool");
    }
    parts.call(Nodes.text(message, "id"), recipient, arguments);
  }

  private void pieces() throws IOException {
    for (JsonNode piece : content.path("parts")) {
      if (piece.isString()) {
        parts.text(ChatGptReferences.resolved(piece.stringValue(), metadata));
        continue;
      }
      switch (Nodes.text(piece, "content_type")) {
        case "image_asset_pointer" -> picture(Nodes.text(piece, "asset_pointer"));
        case "audio_transcription" -> parts.text(Nodes.text(piece, "text"));
        case "audio_asset_pointer", "real_time_user_audio_video_asset_pointer" ->
            parts.note("voice recordings are not taken in; what was said is, as text");
        default -> {
          parts.text(Nodes.text(piece, "text"));
          parts.opaque(piece);
          parts.note(notUnderstood(Nodes.text(piece, "content_type")));
        }
      }
    }
  }

  private void picture(String pointer) throws IOException {
    Optional<Bytes> bytes = files.byPointer(pointer);
    seen.add(plain(pointer));
    parts.file(bytes, nameOf(pointer));
  }

  /** The name under which it was sent, where the message tells it. */
  private String nameOf(String pointer) {
    for (JsonNode attachment : metadata.path("attachments")) {
      if (plain(pointer).equals(Nodes.text(attachment, "id"))) {
        return Nodes.text(attachment, "name");
      }
    }
    return "";
  }

  private static String plain(String pointer) {
    int scheme = pointer.indexOf("://");
    return scheme < 0 ? pointer : pointer.substring(scheme + 3);
  }

  private void output() throws IOException {
    parts.fenced("", Nodes.text(content, "text"));
    for (JsonNode shown : metadata.path("aggregate_result").path("messages")) {
      String address = Nodes.text(shown, "image_url");
      if (!address.isBlank()) {
        picture(address);
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

  private void keep(String what) {
    if (!plainText().isBlank()) {
      parts.opaque(message);
      parts.note(what);
    }
  }

  private void unknown() {
    String text = plainText();
    if (!text.isBlank()) {
      parts.text(text);
    }
    if (!content.isEmpty()) {
      parts.opaque(message);
      parts.note(notUnderstood(kind));
    }
  }

  private static String notUnderstood(String kind) {
    return "messages of the kind \"%s\" are not understood; they are kept, with their text shown"
        .formatted(kind);
  }

  private void references() {
    ChatGptReferences.each(metadata, parts::citation);
  }

  private void attachments() throws IOException {
    for (JsonNode attachment : metadata.path("attachments")) {
      String id = Nodes.text(attachment, "id");
      if (seen.add(id)) {
        parts.file(files.byPointer(id), Nodes.text(attachment, "name"));
      }
    }
  }
}
