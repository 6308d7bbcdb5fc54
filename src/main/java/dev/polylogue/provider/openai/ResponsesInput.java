package dev.polylogue.provider.openai;

import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a conversation as items of {@code input}. An answer of the same voice goes back as the
 * items it came in: encrypted reasoning, searches, and its messages each with its {@code phase};
 * one of another voice as its plain text.
 */
final class ResponsesInput {
  private static final String GAP = Words.GAP;

  private final ArrayNode input;
  private final Pieces pieces;
  private final String voice;

  ResponsesInput(ArrayNode input, Pieces pieces, String voice) {
    this.input = input;
    this.pieces = pieces;
    this.voice = voice;
  }

  /**
   * @throws IOException when a file can't be read
   */
  void write(List<Message> messages) throws IOException {
    for (Message message : messages) {
      switch (message.role()) {
        case USER -> user(pieces.of(message));
        case ASSISTANT -> assistant(message);
      }
    }
  }

  private void user(List<Piece> said) {
    ObjectNode message = input.addObject().put("role", "user");
    if (said.isEmpty()) {
      message.put("content", "");
    } else if (said.size() == 1 && said.getFirst() instanceof Piece.Words(String text)) {
      message.put("content", text);
    } else {
      ArrayNode content = message.putArray("content");
      said.forEach(piece -> add(content.addObject(), piece));
    }
  }

  private static void add(ObjectNode part, Piece piece) {
    switch (piece) {
      case Piece.Words(String text) -> part.put("type", "input_text").put("text", text);
      case Piece.Picture(String uri) -> part.put("type", "input_image").put("image_url", uri);
      case Piece.Pdf(String name, String uri) ->
          part.put("type", "input_file").put("filename", name).put("file_data", uri);
    }
  }

  /**
   * Reasoning without what followed it is refused by hosts, so it waits for that. Calls of tools
   * are never answered and so never go back, nor does what led to them.
   */
  private void assistant(Message message) {
    String text = message.text();
    int written = 0;
    List<JsonNode> waiting = new ArrayList<>();
    for (Part part : message.parts()) {
      if (part instanceof Part.ToolCall) {
        waiting.clear();
      }
      JsonNode state = stateIn(part);
      if (state == null) {
        continue;
      }
      if (!Keepsake.isMessage(state)) {
        waiting.add(state);
        continue;
      }
      int end = Math.min(text.length(), written + Keepsake.length(state));
      if (end > written) {
        waiting.forEach(input::add);
        waiting.clear();
        say(text.substring(written, end), state);
        written = text.startsWith(GAP, end) ? end + GAP.length() : end;
      }
    }
    String rest = text.substring(written);
    if (!rest.isBlank()) {
      waiting.forEach(input::add);
      say(rest, null);
    }
  }

  /** Null for anything that is not this host's own state. */
  private @Nullable JsonNode stateIn(Part part) {
    if (part instanceof Part.Opaque(String speaker, String json) && speaker.equals(voice)) {
      try {
        return Json.parse(json);
      } catch (JacksonException e) {
        return null;
      }
    }
    return null;
  }

  private void say(String text, @Nullable JsonNode state) {
    ObjectNode message = input.addObject().put("type", "message").put("role", "assistant");
    if (state != null) {
      Keepsake.restore(state, message);
    }
    message
        .putArray("content")
        .addObject()
        .put("type", "output_text")
        .put("text", text)
        .putArray("annotations");
  }
}
