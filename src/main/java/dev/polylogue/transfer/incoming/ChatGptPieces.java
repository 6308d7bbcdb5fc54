package dev.polylogue.transfer.incoming;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The pieces of a message of ChatGPT that is more than text, and the files that belong to it. */
final class ChatGptPieces {
  private final JsonNode content;
  private final JsonNode metadata;
  private final Parts parts;
  private final BundledFiles files;
  private final Set<String> seen = new HashSet<>();

  ChatGptPieces(JsonNode message, Parts parts, BundledFiles files) {
    this.parts = parts;
    this.files = files;
    content = message.path("content");
    metadata = message.path("metadata");
  }

  void read() throws IOException {
    for (JsonNode piece : content.path("parts")) {
      if (piece.isString()) {
        parts.text(ChatGptReferences.resolved(piece.stringValue(), metadata, parts));
        continue;
      }
      if (piece.isNull()) {
        continue;
      }
      switch (Nodes.text(piece, "content_type")) {
        case "image_asset_pointer" -> {
          picture(Nodes.text(piece, "asset_pointer"));
          String prompt = Nodes.text(piece.path("metadata").path("dalle"), "prompt");
          parts.text(prompt.isBlank() ? "" : "Made from the prompt: " + prompt);
        }
        case "audio_transcription" -> parts.text(Nodes.text(piece, "text"));
        case "audio_asset_pointer", "real_time_user_audio_video_asset_pointer" -> {
          parts.note("voice recordings are not taken in; what was said is, as text");
          for (JsonNode frame : piece.path("frames_asset_pointers")) {
            picture(Nodes.text(frame, "asset_pointer"));
          }
        }
        default -> unknown(Nodes.text(piece, "content_type"), piece, piece);
      }
    }
  }

  /** What is not understood, with the pictures in it. */
  void unknown(String kind, JsonNode spoken, JsonNode raw) throws IOException {
    parts.unknown(kind, spoken, raw);
    for (String pointer : spoken.findValuesAsString("asset_pointer")) {
      if (!pointer.isBlank()) {
        picture(pointer);
      }
    }
  }

  /** Of the message, or of what a program in it made. */
  void picture(String pointer) throws IOException {
    seen.add(plain(pointer));
    parts.file(() -> files.byPointer(pointer), nameOf(pointer));
  }

  /** The name under which it was sent, where the message tells it. */
  private String nameOf(String pointer) {
    for (JsonNode attachment : metadata.path("attachments")) {
      if (plain(pointer).equals(Nodes.text(attachment, "id"))) {
        return Nodes.text(attachment, "name");
      }
    }
    return Nodes.text(metadata, "image_gen_title");
  }

  private static String plain(String pointer) {
    int scheme = pointer.indexOf("://");
    return scheme < 0 ? pointer : pointer.substring(scheme + 3);
  }

  /** Those that no piece has named. */
  void attachments() throws IOException {
    for (JsonNode attachment : metadata.path("attachments")) {
      String id = Nodes.text(attachment, "id");
      if (seen.add(id)) {
        parts.file(() -> files.byPointer(id), Nodes.text(attachment, "name"));
      }
    }
  }
}
