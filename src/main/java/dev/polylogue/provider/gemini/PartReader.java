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
  private final String host;
  private int calls;
  private boolean output;
  private boolean spoken;

  /**
   * @param sketches whether drafts of pictures are handed out
   * @param host as named in messages
   */
  PartReader(boolean sketches, String host) {
    this.sketches = sketches;
    this.host = host;
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

  /**
   * A thought picture is a draft: shown while a picture is edited, never kept (11.5). Where that is
   * no chat, what comes in place of a picture is kept as it came.
   */
  private void inline(JsonNode part, Consumer<ChatEvent> out) {
    boolean draft = part.path("thought").asBoolean(false);
    if (draft && !sketches) {
      return;
    }
    JsonNode data = part.path("inlineData");
    String type = Json.text(data.path("mimeType"));
    String text = Json.text(data.path("data"));
    if (!type.startsWith("image/")) {
      leftOut("A file of type " + type, out);
      return;
    }
    byte[] bytes = PictureBytes.decode(text);
    if (bytes.length > 0) {
      picture(part, Bytes.owning(bytes), draft, type, out);
    } else if (sketches && !draft && !text.isEmpty()) {
      output = true;
      PictureBytes.undecodable(text, type, host, out);
    } else {
      leftOut("A picture that can't be read", out);
    }
  }

  private void picture(
      JsonNode part, Bytes bytes, boolean draft, String type, Consumer<ChatEvent> out) {
    if (draft) {
      out.accept(new ChatEvent.Sketched(bytes, type));
      return;
    }
    output = true;
    kept.addPicture(part);
    out.accept(new ChatEvent.Pictured(bytes, type));
  }

  private static void leftOut(String what, Consumer<ChatEvent> out) {
    out.accept(
        new ChatEvent.Warned(new Warning("", what + " came with the answer and was left out.")));
  }
}
