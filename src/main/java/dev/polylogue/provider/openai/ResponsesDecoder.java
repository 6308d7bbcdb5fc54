package dev.polylogue.provider.openai;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerDecoder;
import dev.polylogue.provider.http.ContentFilters;
import dev.polylogue.provider.http.ErrorBody;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.SseReader;
import dev.polylogue.provider.openai.Words.Kind;
import dev.polylogue.provider.openai.Words.Slot;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Wire to neutral: the events of a Responses stream, or its one plain object. */
final class ResponsesDecoder implements AnswerDecoder {
  private final String host;
  private final Items items;
  private @Nullable String model;
  private boolean begun;
  private boolean finished;

  /**
   * @param host as named in messages
   * @param voice under which state to be sent back is kept
   */
  ResponsesDecoder(String host, String voice) {
    this.host = host;
    this.items = new Items(voice);
  }

  @Override
  public void accept(JsonNode payload, Consumer<ChatEvent> out) throws ProviderException {
    if (finished) {
      return;
    }
    String type = Json.text(payload.path("type"));
    if (type.startsWith("response.")) {
      begun = true;
      event(type, payload, out);
    } else if (Json.text(payload.path("object")).equals("response")) {
      begun = true;
      start(payload, out);
      end("completed", payload, out);
    }
  }

  private void event(String type, JsonNode event, Consumer<ChatEvent> out)
      throws ProviderException {
    int index = event.path("output_index").asInt(0);
    switch (type) {
      case "response.output_text.delta" -> piece(Kind.TEXT, event, out);
      case "response.refusal.delta" -> piece(Kind.REFUSAL, event, out);
      case "response.reasoning_text.delta" -> piece(Kind.THOUGHT, event, out);
      case "response.reasoning_summary_text.delta" -> piece(Kind.SUMMARY, event, out);
      case "response.output_text.done" -> whole(Kind.TEXT, event, "text", out);
      case "response.refusal.done" -> whole(Kind.REFUSAL, event, "refusal", out);
      case "response.reasoning_text.done" -> whole(Kind.THOUGHT, event, "text", out);
      case "response.reasoning_summary_text.done" -> whole(Kind.SUMMARY, event, "text", out);
      case "response.content_part.done", "response.reasoning_summary_part.done" ->
          items.part(index, place(event), event.path("part"), out);
      case "response.output_text.annotation.added" ->
          items.sources.annotation(event.path("annotation"), out);
      case "response.function_call_arguments.delta" ->
          items.argument(index, Json.text(event.path("delta")), out);
      case "response.function_call_arguments.done" ->
          items.arguments(index, event.path("arguments"), out);
      case "response.output_item.added" -> items.added(index, event.path("item"), out);
      case "response.output_item.done" -> items.done(index, event.path("item"), out);
      case "response.created", "response.queued", "response.in_progress" ->
          start(event.path("response"), out);
      case "response.completed", "response.incomplete", "response.failed", "response.cancelled" ->
          end(type.substring("response.".length()), event.path("response"), out);
      default -> {
        // progress of tools, pictures that are not finished, and what is yet to be invented
      }
    }
  }

  private void piece(Kind kind, JsonNode event, Consumer<ChatEvent> out) {
    items.words.piece(slot(kind, event), Json.text(event.path("delta")), out);
  }

  private void whole(Kind kind, JsonNode event, String field, Consumer<ChatEvent> out) {
    items.words.whole(slot(kind, event), Json.text(event.path(field)), out);
  }

  private static Slot slot(Kind kind, JsonNode event) {
    return new Slot(kind, event.path("output_index").asInt(0), place(event));
  }

  private static int place(JsonNode event) {
    return event.path(event.has("summary_index") ? "summary_index" : "content_index").asInt(0);
  }

  private void start(JsonNode response, Consumer<ChatEvent> out) {
    String named = Json.text(response.path("model"));
    if (model == null && !named.isEmpty()) {
      model = named;
      String id = Json.text(response.path("id"));
      out.accept(new ChatEvent.Started(id.isEmpty() ? null : id, named));
    }
  }

  /**
   * @param named the status by the name of the event, where the response itself has none
   */
  private void end(String named, JsonNode response, Consumer<ChatEvent> out)
      throws ProviderException {
    start(response, out);
    items.finished(response.path("output"), out);
    cite(out);
    JsonNode usage = response.path("usage");
    if (usage.isObject()) {
      out.accept(ResponsesUsage.read(usage, items.queries.searches()));
    }
    String told = Json.text(response.path("status"));
    String status = told.isEmpty() ? named : told;
    if (status.equals("failed")) {
      fail(response);
      return;
    }
    finished = true;
    String reason = reason(status, response);
    if (reason.equals("content_filter")) {
      FilterNote note = new FilterNote(host);
      note.add(ContentFilters.stoppedIn(response.path("content_filters")));
      note.handOut(out);
    }
    out.accept(new ChatEvent.Finished(reason));
  }

  /** The pages that were looked at stand for sources in an answer that names none. */
  private void cite(Consumer<ChatEvent> out) {
    if (items.sources.isEmpty()) {
      items.queries.visited().forEach(url -> items.sources.add(url, "", out));
    }
  }

  /** An error that says more is told by {@link ErrorBody}, the same for every protocol. */
  private void fail(JsonNode response) throws ProviderException {
    if (!response.path("error").isObject()) {
      throw ProviderException.failed(
          FailureKind.SERVER,
          "%s ended the answer because of an error on its side.".formatted(host));
    }
  }

  private String reason(String status, JsonNode response) {
    String cut = Json.text(response.path("incomplete_details").path("reason"));
    return switch (status) {
      case "incomplete" -> cut.equals("max_output_tokens") || cut.isEmpty() ? "length" : cut;
      case "cancelled" -> "cancelled";
      default -> items.words.isRefused() ? "refusal" : items.hasCalls() ? "tool_calls" : "stop";
    };
  }

  @Override
  public void end(Consumer<ChatEvent> out) {
    // nothing is held back
  }

  @Override
  public int mostEventBytes() {
    return SseReader.PICTURES;
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
