package dev.polylogue.provider.openai;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerDecoder;
import dev.polylogue.provider.http.ContentFilters;
import dev.polylogue.provider.http.ErrorBody;
import dev.polylogue.provider.http.Json;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Wire to neutral: the chunks of a Chat Completions stream, or its one plain object. */
final class ChunkDecoder implements AnswerDecoder {
  private final String host;
  private final String voice;
  private final ThinkTag thinkTag = new ThinkTag();
  private final Sources sources = new Sources();
  private final ReasoningDetails details = new ReasoningDetails();
  private final FilterNote filters;
  private @Nullable Integer choice;
  private @Nullable String model;
  private boolean begun;
  private boolean refused;
  private boolean finished;

  /**
   * @param host as named in messages
   * @param voice under which state to be sent back is kept
   */
  ChunkDecoder(String host, String voice) {
    this.host = host;
    this.voice = voice;
    this.filters = new FilterNote(host);
  }

  @Override
  public void accept(JsonNode chunk, Consumer<ChatEvent> out) throws ProviderException {
    reportModel(chunk, out);
    JsonNode choices = chunk.path("choices");
    begun |= choices.isArray();
    filters.add(ContentFilters.stoppedIn(chunk.path("prompt_filter_results")));
    for (JsonNode candidate : choices) {
      if (isOurs(candidate)) {
        choice(candidate, out);
      }
    }
    count(chunk, choices, out);
    sources.listed(chunk, out);
    if (choices.path(0).path("finish_reason").asString("").equals("error")
        && !ErrorBody.isError(chunk)) {
      throw ProviderException.failed(
          FailureKind.SERVER,
          "%s ended the answer because of an error on its side.".formatted(host));
    }
  }

  private void reportModel(JsonNode chunk, Consumer<ChatEvent> out) {
    if (model == null) {
      String named = Json.text(chunk.path("model"));
      if (!named.isEmpty()) {
        model = named;
        out.accept(new ChatEvent.Started(null, named));
      }
    }
  }

  /** A pane shows one choice: the first that speaks (F90). */
  private boolean isOurs(JsonNode candidate) {
    int index = candidate.path("index").asInt(0);
    if (choice == null) {
      choice = index;
    }
    return choice == index;
  }

  private void choice(JsonNode choice, Consumer<ChatEvent> out) {
    JsonNode words = choice.path(choice.path("delta").isObject() ? "delta" : "message");
    reasoning(words, out);
    content(words.path("content"), out);
    refusal(Json.text(words.path("refusal")), out);
    if (words.isMissingNode()) {
      text(Json.text(choice.path("text")), out);
    }
    toolCalls(words.path("tool_calls"), out);
    sources.annotated(words.path("annotations"), out);
    for (JsonNode picture : words.path("images")) {
      DrawnPicture.fromUri(Json.text(picture.path("image_url").path("url")), out);
    }
    filters.add(ContentFilters.stopped(choice.path("content_filter_results")));
    finish(Json.text(choice.path("finish_reason")), out);
  }

  private void finish(String reason, Consumer<ChatEvent> out) {
    if (!reason.isEmpty()) {
      finished = true;
      if (reason.equals("content_filter")) {
        filters.handOut(out);
      }
      out.accept(new ChatEvent.Finished(neutral(reason)));
    }
  }

  /** The words of one kind for what hosts name differently ({@code providers.md}, 8.3). */
  private String neutral(String reason) {
    return switch (reason) {
      case "stop" -> refused ? "refusal" : "stop";
      case "model_length", "max_tokens" -> "length";
      case "function_call" -> "tool_calls";
      default -> reason;
    };
  }

  private void refusal(String text, Consumer<ChatEvent> out) {
    refused |= !text.isEmpty();
    text(text, out);
  }

  /** Two fields may hold the same words; one of them is enough. */
  private void reasoning(JsonNode words, Consumer<ChatEvent> out) {
    String thought = Json.text(words.path("reasoning_content"));
    if (thought.isEmpty()) {
      thought = Json.text(words.path("reasoning"));
    }
    JsonNode pieces = words.path("reasoning_details");
    details.collect(pieces);
    thought(thought.isEmpty() ? ReasoningDetails.words(pieces) : thought, out);
  }

  /** A string; at Mistral also an array of parts, some of which are thoughts. */
  private void content(JsonNode content, Consumer<ChatEvent> out) {
    if (!content.isArray()) {
      text(content.isObject() ? Json.text(content.path("text")) : Json.text(content), out);
      return;
    }
    for (JsonNode part : content) {
      JsonNode thinking = part.path("thinking");
      if (thinking.isArray()) {
        thinking.forEach(piece -> thought(Json.text(piece.path("text")), out));
      } else if (!thinking.isMissingNode()) {
        thought(Json.text(thinking), out);
      } else {
        text(part.isObject() ? Json.text(part.path("text")) : Json.text(part), out);
      }
    }
  }

  private void thought(String text, Consumer<ChatEvent> out) {
    if (!text.isEmpty()) {
      thinkTag.notNeeded();
      out.accept(new ChatEvent.ReasoningDelta(text));
    }
  }

  private void text(String text, Consumer<ChatEvent> out) {
    if (!text.isEmpty()) {
      thinkTag.accept(text, out);
    }
  }

  private static void toolCalls(JsonNode calls, Consumer<ChatEvent> out) {
    int position = 0;
    for (JsonNode call : calls) {
      JsonNode function = call.path("function");
      JsonNode arguments = function.path("arguments");
      out.accept(
          new ChatEvent.ToolCallDelta(
              call.path("index").asInt(position),
              Json.text(call.path("id")),
              Json.text(function.path("name")),
              arguments.isContainer() ? arguments.toString() : Json.text(arguments)));
      position++;
    }
  }

  /** Usage stands at the top, at Groq also under {@code x_groq}, elsewhere in the choice. */
  private static void count(JsonNode chunk, JsonNode choices, Consumer<ChatEvent> out) {
    JsonNode usage = chunk.path("usage");
    if (!usage.isObject()) {
      usage = chunk.path("x_groq").path("usage");
    }
    if (!usage.isObject()) {
      usage = choices.path(0).path("usage");
    }
    if (usage.isObject()) {
      out.accept(ChatUsage.read(usage));
    }
  }

  @Override
  public void end(Consumer<ChatEvent> out) {
    thinkTag.end(out);
    if (finished) {
      details.handOut(voice, out);
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
