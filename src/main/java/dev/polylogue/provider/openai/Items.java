package dev.polylogue.provider.openai;

import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.openai.Words.Kind;
import dev.polylogue.provider.openai.Words.Slot;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The output items of a Responses answer: messages, reasoning, searches, calls and pictures. Each
 * may come in pieces, whole when it is done, and once more in the finished response; whatever was
 * said already is not said again.
 */
final class Items {
  final Words words = new Words();
  final Queries queries = new Queries();
  final Sources sources = new Sources();

  private final String voice;
  private final Set<Integer> called = new HashSet<>();
  private final Set<Integer> argued = new HashSet<>();
  private final Set<Integer> drawn = new HashSet<>();
  private boolean encrypted;

  /**
   * @param voice under which state to be sent back is kept
   */
  Items(String voice) {
    this.voice = voice;
  }

  boolean hasCalls() {
    return !called.isEmpty();
  }

  /** An item begins; xAI's searches are then already complete. */
  void added(int index, JsonNode item, Consumer<ChatEvent> out) {
    String type = Json.text(item.path("type"));
    if (type.equals("function_call")) {
      call(index, item, out);
    } else if (Queries.isSearch(type)) {
      queries.item(index, item, out);
    }
  }

  /** An item as a whole. */
  void done(int index, JsonNode item, Consumer<ChatEvent> out) {
    String type = Json.text(item.path("type"));
    switch (type) {
      case "message" -> message(index, item, out);
      case "reasoning" -> reasoning(index, item, out);
      case "function_call" -> {
        call(index, item, out);
        arguments(index, item.path("arguments"), out);
      }
      case "image_generation_call" -> picture(index, item, out);
      default -> {
        if (Queries.isSearch(type)) {
          search(index, item, out);
        }
      }
    }
  }

  /**
   * The items of the finished response. Only what is of a kind that never came in the stream is
   * read from here, since places may be numbered differently.
   */
  void finished(JsonNode output, Consumer<ChatEvent> out) {
    Set<String> came = new HashSet<>();
    came.add(words.hasText() ? "message" : "");
    came.add(words.hasThoughts() || encrypted ? "reasoning" : "");
    came.add(called.isEmpty() ? "" : "function_call");
    came.add(drawn.isEmpty() ? "" : "image_generation_call");
    boolean searched = !queries.isEmpty() || !queries.visited().isEmpty();
    int index = 0;
    for (JsonNode item : output) {
      String type = Json.text(item.path("type"));
      if (type.equals("message")) {
        annotations(item, out);
      }
      if (!came.contains(type) && !(searched && Queries.isSearch(type))) {
        done(index, item, out);
      }
      index++;
    }
  }

  private void message(int index, JsonNode item, Consumer<ChatEvent> out) {
    int length = 0;
    int part = 0;
    for (JsonNode content : item.path("content")) {
      part(index, part, content, out);
      length += said(content).length();
      part++;
    }
    annotations(item, out);
    if (length > 0 && (encrypted || item.hasNonNull("phase"))) {
      keep(Keepsake.message(item, length), out);
    }
  }

  /** One content part as a whole. */
  void part(int index, int part, JsonNode content, Consumer<ChatEvent> out) {
    Kind kind =
        switch (Json.text(content.path("type"))) {
          case "refusal" -> Kind.REFUSAL;
          case "reasoning_text" -> Kind.THOUGHT;
          case "summary_text" -> Kind.SUMMARY;
          default -> Kind.TEXT;
        };
    words.whole(new Slot(kind, index, part), said(content), out);
    sources.annotated(content.path("annotations"), out);
  }

  private static String said(JsonNode content) {
    return Json.text(content.path(content.has("refusal") ? "refusal" : "text"));
  }

  private void annotations(JsonNode message, Consumer<ChatEvent> out) {
    message.path("content").forEach(part -> sources.annotated(part.path("annotations"), out));
  }

  /** Many hold no words at all, only what goes back to the host. */
  private void reasoning(int index, JsonNode item, Consumer<ChatEvent> out) {
    int part = 0;
    for (JsonNode summary : item.path("summary")) {
      words.whole(new Slot(Kind.SUMMARY, index, part), Json.text(summary.path("text")), out);
      part++;
    }
    part = 0;
    for (JsonNode content : item.path("content")) {
      words.whole(new Slot(Kind.THOUGHT, index, part), Json.text(content.path("text")), out);
      part++;
    }
    ObjectNode state = Keepsake.reasoning(item);
    encrypted |= state != null;
    keep(state, out);
  }

  /** A search goes back only where the reasoning around it does. */
  private void search(int index, JsonNode item, Consumer<ChatEvent> out) {
    queries.item(index, item, out);
    queries.visits(item);
    if (encrypted && Json.text(item.path("type")).equals("web_search_call")) {
      keep(Keepsake.search(item), out);
    }
  }

  private void keep(@Nullable ObjectNode state, Consumer<ChatEvent> out) {
    if (state != null) {
      out.accept(new ChatEvent.Opaque(voice, state.toString()));
    }
  }

  private void call(int index, JsonNode item, Consumer<ChatEvent> out) {
    if (called.add(index)) {
      String id = Json.text(item.path("call_id"));
      out.accept(new ChatEvent.ToolCallDelta(index, id, Json.text(item.path("name")), ""));
    }
  }

  /** A piece of the arguments of a call. */
  void argument(int index, String piece, Consumer<ChatEvent> out) {
    if (!piece.isEmpty()) {
      argued.add(index);
      out.accept(new ChatEvent.ToolCallDelta(index, "", "", piece));
    }
  }

  /** All arguments of a call; nothing when pieces of them came. */
  void arguments(int index, JsonNode whole, Consumer<ChatEvent> out) {
    if (!argued.contains(index)) {
      argument(index, whole.isContainer() ? whole.toString() : Json.text(whole), out);
    }
  }

  private void picture(int index, JsonNode item, Consumer<ChatEvent> out) {
    String result = Json.text(item.path("result"));
    if (!result.isEmpty() && drawn.add(index)) {
      String format = Json.text(item.path("output_format"));
      DrawnPicture.fromBase64(result, "image/" + (format.isEmpty() ? "png" : format), out);
    }
  }
}
