package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.Blob;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of the messages, one message after the other. */
final class ContentWriter {
  private final Blobs files;
  private final String voice;

  /** Pictures whose signature is not at hand: they go with the user's next words. */
  private final List<Blob> carried = new ArrayList<>();

  /**
   * @param voice whose state may go back
   */
  ContentWriter(Blobs files, String voice) {
    this.files = files;
    this.voice = voice;
  }

  /**
   * Empty when the message holds nothing that can be sent (F93).
   *
   * @throws ProviderException when a file can't be read
   */
  ArrayNode parts(Message message) throws ProviderException {
    return switch (message.role()) {
      case USER -> user(message);
      case ASSISTANT -> assistant(message);
    };
  }

  private ArrayNode user(Message message) throws ProviderException {
    ArrayNode parts = Json.object().putArray("parts");
    for (Blob picture : carried) {
      inline(parts.addObject(), picture);
    }
    carried.clear();
    StringBuilder text = new StringBuilder();
    for (Part part : message.parts()) {
      switch (part) {
        case Part.Text words -> text.append(words.text());
        case Part.Picture picture -> inline(parts.addObject(), picture.blob());
        case Part.Document document -> document(parts, document.blob());
        case Part.Reasoning _, Part.Citation _, Part.ToolCall _, Part.Search _, Part.Opaque _ -> {}
      }
    }
    text(parts, text.toString());
    return parts;
  }

  private ArrayNode assistant(Message message) throws ProviderException {
    ArrayNode parts = Json.object().putArray("parts");
    List<Blob> pictures = new ArrayList<>();
    String kept = null;
    for (Part part : message.parts()) {
      switch (part) {
        case Part.Opaque opaque when opaque.voice().equals(voice) -> kept = opaque.json();
        case Part.Picture picture -> pictures.add(picture.blob());
        case Part.Text _,
            Part.Document _,
            Part.Reasoning _,
            Part.Citation _,
            Part.ToolCall _,
            Part.Search _,
            Part.Opaque _ -> {}
      }
    }
    if (kept != null) {
      replay(kept, pictures, parts);
    }
    if (parts.isEmpty()) {
      text(parts, message.text());
      carried.addAll(pictures);
    }
    return parts;
  }

  /** Calls of tools are left out, since nothing answers them. */
  private void replay(String kept, List<Blob> pictures, ArrayNode parts) throws ProviderException {
    for (JsonNode part : KeptParts.read(kept)) {
      ObjectNode copy = ((ObjectNode) part).deepCopy();
      int number = copy.path(KeptParts.PICTURE).asInt(-1);
      if (number >= 0 && number < pictures.size()) {
        copy.remove(KeptParts.PICTURE);
        inline(copy, pictures.get(number));
        parts.add(copy);
      } else if (number < 0 && !copy.has("functionCall")) {
        parts.add(copy);
      }
    }
  }

  private static void text(ArrayNode parts, String text) {
    if (!text.isBlank()) {
      parts.addObject().put("text", text);
    }
  }

  /** A file has no name of its own on the wire, so its name stands before it. */
  private void document(ArrayNode parts, Blob blob) throws ProviderException {
    if (!blob.name().isBlank()) {
      parts.addObject().put("text", blob.name() + ":");
    }
    inline(parts.addObject(), blob);
  }

  private void inline(ObjectNode part, Blob blob) throws ProviderException {
    boolean known = blob.isPicture() || blob.mediaType().equals("application/pdf");
    part.putObject("inlineData")
        .put("mimeType", known ? blob.mediaType() : "text/plain")
        .put("data", base64(blob));
  }

  private String base64(Blob blob) throws ProviderException {
    try {
      return Base64.getEncoder().encodeToString(files.read(blob).toArray());
    } catch (IOException e) {
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "The file %s could not be read, so nothing was sent: %s"
              .formatted(blob.name(), e.getMessage()));
    }
  }
}
