package dev.polylogue.provider.anthropic;

import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.http.AnswerDecoder;
import dev.polylogue.provider.http.Json;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wire to neutral: the events of a message, or the message in one piece. */
final class MessageDecoder implements AnswerDecoder {
  private static final String PAUSED = "pause_turn";

  private final ObjectNode request;
  private final String voice;
  private final String asked;
  private final BlockReader blocks = new BlockReader();
  private final Tally tally = new Tally();
  private @Nullable String id;
  private @Nullable String model;
  private JsonNode stop = Json.object();
  private boolean paused;
  private boolean begun;
  private boolean finished;

  /**
   * @param request the body that was sent
   * @param voice see {@link dev.polylogue.conversation.Part.Opaque}
   * @param asked the model that was asked
   */
  MessageDecoder(ObjectNode request, String voice, String asked) {
    this.request = request;
    this.voice = voice;
    this.asked = asked;
  }

  @Override
  public void accept(JsonNode event, Consumer<ChatEvent> out) {
    if (finished) {
      return;
    }
    String type = Json.text(event.path("type"));
    begun |= type.startsWith("message") || type.startsWith("content_block");
    int index = event.path("index").asInt(0);
    switch (type) {
      case "message" -> whole(event, out);
      case "message_start" -> start(event.path("message"), out);
      case "content_block_start" -> startBlock(index, event.path("content_block"), out);
      case "content_block_delta" -> blocks.delta(index, event.path("delta"), out);
      case "content_block_stop" -> blocks.stop(index, out);
      case "message_delta" -> {
        tally.read(event.path("usage"));
        out.accept(tally.counted());
        if (Json.text(stop.path("stop_reason")).isEmpty()) {
          stop = event.path("delta");
        }
      }
      case "message_stop" -> finish(out);
      default -> {}
    }
  }

  /** An answer that was not streamed (F47). */
  private void whole(JsonNode message, Consumer<ChatEvent> out) {
    start(message, out);
    int index = 0;
    for (JsonNode content : message.path("content")) {
      startBlock(index, content, out);
      blocks.stop(index, out);
      index++;
    }
    tally.read(message.path("usage"));
    out.accept(tally.counted());
    stop = message;
    finish(out);
  }

  /**
   * Behind proxies a message may start twice: with the same id it says nothing new; with another it
   * is the answer begun anew ({@code providers.md}, 6.2).
   */
  private void start(JsonNode message, Consumer<ChatEvent> out) {
    String named = Json.text(message.path("id"));
    if (named.equals(id)) {
      return;
    }
    if (id != null && !blocks.isEmpty()) {
      warn("The provider began the answer a second time; its first beginning stands above.", out);
    }
    blocks.startAgain();
    tally.startAgain();
    stop = Json.object();
    id = named;
    model = Json.text(message.path("model"));
    out.accept(new ChatEvent.Started(named.isEmpty() ? null : named, null));
    tally.readStart(message.path("usage"));
    out.accept(tally.counted());
  }

  private void startBlock(int index, JsonNode content, Consumer<ChatEvent> out) {
    if (Json.text(content.path("type")).equals("fallback")) {
      String from = Json.text(content.path("from").path("model"));
      String to = Json.text(content.path("to").path("model"));
      model = to;
      warn("%s declined, and the provider let %s answer.".formatted(from, to), out);
    } else {
      report(out);
    }
    blocks.start(index, content, out);
  }

  /** Who answers, told no earlier than it is sure that no other model steps in. */
  private void report(Consumer<ChatEvent> out) {
    if (model != null && !model.isEmpty()) {
      out.accept(new ChatEvent.Started(null, model));
    }
    model = null;
  }

  private void finish(Consumer<ChatEvent> out) {
    finished = true;
    report(out);
    String reason = Json.text(stop.path("stop_reason"));
    if (reason.equals(PAUSED)) {
      paused = true;
      return;
    }
    if (reason.equals("refusal")) {
      refuse(stop.path("stop_details"), out);
    } else {
      String kept = KeptContent.of(blocks.content());
      if (kept != null) {
        out.accept(new ChatEvent.Opaque(voice, kept));
      }
    }
    if (!reason.isEmpty()) {
      out.accept(new ChatEvent.Finished(neutral(reason)));
    }
  }

  /** As far as there is a neutral word ({@code providers.md}, 8.3). */
  private static String neutral(String reason) {
    return switch (reason) {
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens", "model_context_window_exceeded" -> "length";
      case "tool_use" -> "tool_calls";
      default -> reason;
    };
  }

  /** The reason stands in the place of an answer; words that came before it are withdrawn. */
  private void refuse(JsonNode details, Consumer<ChatEvent> out) {
    String explanation = Json.text(details.path("explanation")).strip();
    if (blocks.hasSpoken()) {
      warn(("The model withdrew what it had written. " + explanation).strip(), out);
    } else if (explanation.isEmpty()) {
      warn("The model declined to answer and gave no reason.", out);
    } else {
      out.accept(new ChatEvent.TextDelta(explanation));
    }
    String other = Json.text(details.path("recommended_model"));
    if (!other.isEmpty() && !other.equals(asked)) {
      warn("The provider recommends %s for this.".formatted(other), out);
    }
  }

  private static void warn(String sentence, Consumer<ChatEvent> out) {
    out.accept(new ChatEvent.Warned(new Warning("", sentence)));
  }

  /**
   * After {@code pause_turn} the content goes back as it is, behind the messages of the request.
   */
  @Override
  public @Nullable ObjectNode continuation() {
    if (!paused) {
      return null;
    }
    blocks.nextMessage();
    tally.nextMessage();
    paused = false;
    finished = false;
    id = null;
    stop = Json.object();
    ObjectNode body = request.deepCopy();
    ArrayNode messages = body.withArray("messages");
    messages.addObject().put("role", "assistant").set("content", blocks.content());
    return body;
  }

  @Override
  public void end(Consumer<ChatEvent> out) {
    report(out);
    if (paused) {
      paused = false;
      out.accept(new ChatEvent.Finished(PAUSED));
    }
  }

  @Override
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }
}
