package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.Bytes;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.PictureBytes;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Wire to neutral: the parts of an answer, each whole in itself. */
final class PartReader {
  private final KeptParts kept = new KeptParts();
  private final boolean sketches;
  private int calls;
  private boolean output;
  private boolean spoken;

  /**
   * @param sketches whether drafts of pictures are handed out
   */
  PartReader(boolean sketches) {
    this.sketches = sketches;
  }

  /** Whether anything but thoughts came. */
  boolean hasOutput() {
    return output;
  }

  boolean hasCalls() {
    return calls > 0;
  }

  /** What to send back with the next turn, or null. */
  @Nullable String state() {
    return kept.json();
  }

  void read(JsonNode part, Consumer<ChatEvent> out) {
    if (part.has("inlineData")) {
      inline(part, out);
      return;
    }
    kept.add(part);
    String text = Json.text(part.path("text"));
    if (part.path("thought").asBoolean(false)) {
      if (!text.isEmpty()) {
        out.accept(new ChatEvent.ReasoningDelta(text));
      }
      return;
    }
    text(text, out);
    call(part.path("functionCall"), out);
    code(part.path("executableCode"), out);
    result(part.path("codeExecutionResult"), out);
  }

  private void text(String text, Consumer<ChatEvent> out) {
    if (!text.isEmpty()) {
      spoken = true;
      output = true;
      out.accept(new ChatEvent.TextDelta(text));
    }
  }

  private void call(JsonNode call, Consumer<ChatEvent> out) {
    if (call.isObject()) {
      output = true;
      JsonNode arguments = call.path("args");
      out.accept(
          new ChatEvent.ToolCallDelta(
              calls,
              Json.text(call.path("id")),
              Json.text(call.path("name")),
              arguments.isObject() ? arguments.toString() : "{}"));
      calls++;
    }
  }

  private void code(JsonNode code, Consumer<ChatEvent> out) {
    if (code.isObject()) {
      String language = Json.text(code.path("language")).toLowerCase(Locale.ROOT);
      fenced(language.contains("unspecified") ? "" : language, Json.text(code.path("code")), out);
    }
  }

  private void result(JsonNode result, Consumer<ChatEvent> out) {
    if (!result.isObject()) {
      return;
    }
    String outcome = Json.text(result.path("outcome"));
    String output = Json.text(result.path("output"));
    boolean fine = outcome.isEmpty() || outcome.equals("OUTCOME_OK");
    String shown = fine ? output : (outcome + "\n" + output).strip();
    if (!shown.isEmpty()) {
      fenced("", shown, out);
    }
  }

  private void fenced(String language, String code, Consumer<ChatEvent> out) {
    StringBuilder fence = new StringBuilder("```");
    while (code.contains(fence)) {
      fence.append('`');
    }
    String end = code.endsWith("\n") ? "" : "\n";
    text((spoken ? "\n\n" : "") + fence + language + "\n" + code + end + fence + "\n\n", out);
  }

  /** A thought picture is a draft: shown while a picture is edited, never kept (11.5). */
  private void inline(JsonNode part, Consumer<ChatEvent> out) {
    boolean draft = part.path("thought").asBoolean(false);
    if (draft && !sketches) {
      return;
    }
    JsonNode data = part.path("inlineData");
    String type = Json.text(data.path("mimeType"));
    Bytes bytes =
        type.startsWith("image/")
            ? Bytes.owning(PictureBytes.decode(Json.text(data.path("data"))))
            : Bytes.NONE;
    if (bytes.size() == 0) {
      String what =
          type.startsWith("image/") ? "A picture that can't be read" : "A file of type " + type;
      out.accept(
          new ChatEvent.Warned(new Warning("", what + " came with the answer and was left out.")));
      return;
    }
    if (draft) {
      out.accept(new ChatEvent.Sketched(bytes, type));
      return;
    }
    output = true;
    kept.addPicture(part);
    out.accept(new ChatEvent.Pictured(bytes, type));
  }
}
