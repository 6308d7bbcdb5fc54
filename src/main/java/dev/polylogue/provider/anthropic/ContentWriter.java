package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.provider.Blobs;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The blocks of the messages, one message after the other. */
final class ContentWriter {
  private final Blobs files;
  private final String voice;
  private final boolean searches;

  /** Pictures that another model made: they go to Claude with the user's next words. */
  private final List<Blob> carried = new ArrayList<>();

  /**
   * @param voice whose state may go back
   * @param searches whether this request offers the search, so that earlier ones may go back
   */
  ContentWriter(Blobs files, String voice, boolean searches) {
    this.files = files;
    this.voice = voice;
    this.searches = searches;
  }

  /**
   * Empty when the message holds nothing that can be sent (F93).
   *
   * @throws ProviderException when a file can't be read
   */
  ArrayNode content(Message message) throws ProviderException {
    return switch (message.role()) {
      case USER -> user(message);
      case ASSISTANT -> assistant(message);
    };
  }

  private ArrayNode user(Message message) throws ProviderException {
    ArrayNode content = Json.object().putArray("content");
    for (Blob picture : carried) {
      picture(content, picture);
    }
    carried.clear();
    StringBuilder text = new StringBuilder();
    for (Part part : message.parts()) {
      switch (part) {
        case Part.Text words -> text.append(words.text());
        case Part.Picture picture -> picture(content, picture.blob());
        case Part.Document document -> document(content, document.blob());
        case Part.Reasoning _, Part.Citation _, Part.ToolCall _, Part.Search _, Part.Opaque _ -> {}
      }
    }
    text(content, text.toString());
    return content;
  }

  private ArrayNode assistant(Message message) {
    ArrayNode content = Json.object().putArray("content");
    String kept = null;
    for (Part part : message.parts()) {
      switch (part) {
        case Part.Opaque opaque when opaque.voice().equals(voice) -> kept = opaque.json();
        case Part.Picture picture -> carried.add(picture.blob());
        case Part.Text _,
            Part.Document _,
            Part.Reasoning _,
            Part.Citation _,
            Part.ToolCall _,
            Part.Search _,
            Part.Opaque _ -> {}
      }
    }
    if (searches && kept != null) {
      KeptContent.replay(kept, content);
    }
    if (content.isEmpty()) {
      text(content, message.text());
    }
    return content;
  }

  private static void text(ArrayNode content, String text) {
    if (!text.isBlank()) {
      content.addObject().put("type", "text").put("text", text);
    }
  }

  private void picture(ArrayNode content, Blob blob) throws ProviderException {
    source(content.addObject().put("type", "image"), blob);
  }

  /** A PDF as it is; everything else is text. */
  private void document(ArrayNode content, Blob blob) throws ProviderException {
    ObjectNode block = content.addObject().put("type", "document");
    if (!blob.name().isBlank()) {
      block.put("title", blob.name());
    }
    if (blob.mediaType().equals("application/pdf")) {
      source(block, blob);
    } else {
      block
          .putObject("source")
          .put("type", "text")
          .put("media_type", "text/plain")
          .put("data", read(blob).text());
    }
  }

  private void source(ObjectNode block, Blob blob) throws ProviderException {
    block
        .putObject("source")
        .put("type", "base64")
        .put("media_type", blob.mediaType())
        .put("data", Base64.getEncoder().encodeToString(read(blob).toArray()));
  }

  private Bytes read(Blob blob) throws ProviderException {
    try {
      return files.read(blob);
    } catch (IOException e) {
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "The file %s could not be read, so nothing was sent: %s"
              .formatted(blob.name(), e.getMessage()));
    }
  }
}
