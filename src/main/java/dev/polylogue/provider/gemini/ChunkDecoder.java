package dev.polylogue.provider.gemini;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.ChatEvent;
import dev.polylogue.provider.ProviderException;
import dev.polylogue.provider.http.AnswerDecoder;
import dev.polylogue.provider.http.Json;
import dev.polylogue.provider.http.SseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Wire to neutral: the response objects of a stream, or a JSON array of them, or one alone. */
final class ChunkDecoder implements AnswerDecoder {
  private final ObjectNode request;
  private final String voice;
  private final String host;
  private final boolean pictures;
  private final PartReader parts;
  private final Grounding grounding = new Grounding();
  private final Tally tally = new Tally();
  private @Nullable Integer choice;
  private String continuationToken = "";
  private boolean reported;
  private boolean begun;
  private boolean finished;

  /**
   * @param request the body that was sent
   * @param voice see {@link dev.polylogue.conversation.Part.Opaque}
   * @param host as named in messages
   */
  ChunkDecoder(ObjectNode request, String voice, String host) {
    this(request, voice, host, false);
  }

  /** Of an answer in which a picture is wanted, and nothing goes back to the host. */
  static ChunkDecoder ofPictures(ObjectNode request, String host) {
    return new ChunkDecoder(request, "", host, true);
  }

  private ChunkDecoder(ObjectNode request, String voice, String host, boolean pictures) {
    this.request = request;
    this.voice = voice;
    this.host = host;
    this.pictures = pictures;
    this.parts = new PartReader(pictures, host);
  }

  @Override
  public void accept(JsonNode payload, Consumer<ChatEvent> out) throws ProviderException {
    if (!payload.isArray()) {
      chunk(payload, out);
      return;
    }
    for (JsonNode chunk : payload) {
      chunk(chunk, out);
    }
  }

  private void chunk(JsonNode chunk, Consumer<ChatEvent> out) throws ProviderException {
    JsonNode candidates = chunk.path("candidates");
    JsonNode usage = chunk.path("usageMetadata");
    begun |= candidates.isArray() || usage.isObject() || chunk.path("promptFeedback").isObject();
    report(chunk, out);
    JsonNode ours = null;
    for (JsonNode candidate : candidates) {
      if (isOurs(candidate)) {
        ours = candidate;
        candidate.path("content").path("parts").forEach(part -> parts.read(part, out));
        grounding.read(candidate, out);
      }
    }
    if (usage.isObject()) {
      tally.read(usage);
      out.accept(tally.counted(grounding.searches()));
    }
    if (ours != null) {
      finish(ours, out);
    }
    blocked(chunk.path("promptFeedback"), out);
  }

  private void report(JsonNode chunk, Consumer<ChatEvent> out) {
    String id = Json.text(chunk.path("responseId"));
    String model = Json.text(chunk.path("modelVersion"));
    if (!reported && !model.isEmpty()) {
      reported = true;
      out.accept(new ChatEvent.Started(id.isEmpty() ? null : id, model));
    }
  }

  /** A pane shows one candidate: the first that speaks (F90). */
  private boolean isOurs(JsonNode candidate) {
    int index = candidate.path("index").asInt(0);
    if (choice == null) {
      choice = index;
    }
    return choice == index;
  }

  /** As {@code providers.md}, 8.3 has it; a word without a neutral one is passed on. */
  private void finish(JsonNode candidate, Consumer<ChatEvent> out) throws ProviderException {
    String reason = Json.text(candidate.path("finishReason"));
    switch (reason) {
      case "", "FINISH_REASON_UNSPECIFIED" -> {}
      case "STOP" -> finished(parts.hasCalls() ? "tool_calls" : "stop", out);
      case "MAX_TOKENS" -> finished("length", out);
      case "CONTINUATION" -> pause(Json.text(candidate.path("continuationToken")), out);
      case "SAFETY",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "RECITATION",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION",
          "IMAGE_OTHER" ->
          filtered(words(reason, candidate, "finishMessage"), out);
      case "OTHER", "MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL" ->
          throw ProviderException.failed(
              FailureKind.SERVER,
              "%s ended the answer because of an error on its side. It says: %s"
                  .formatted(host, words(reason, candidate, "finishMessage")));
      case "NO_IMAGE" -> noPicture(candidate, out);
      default -> {
        String message = Json.text(candidate.path("finishMessage"));
        if (!message.isBlank()) {
          warn(message, out);
        }
        finished(reason.toLowerCase(Locale.ROOT), out);
      }
    }
  }

  /** Where a picture was wanted and nothing came, that is a failure. */
  private void noPicture(JsonNode candidate, Consumer<ChatEvent> out) throws ProviderException {
    String words = words("NO_IMAGE", candidate, "finishMessage");
    if (pictures && !parts.hasOutput()) {
      throw ProviderException.failed(
          FailureKind.BAD_REQUEST,
          "%s made no picture of this. It says: %s".formatted(host, words));
    }
    if (!Json.text(candidate.path("finishMessage")).isBlank()) {
      warn(words, out);
    }
    finished("no_image", out);
  }

  private void finished(String reason, Consumer<ChatEvent> out) {
    finished = true;
    out.accept(new ChatEvent.Finished(reason));
  }

  /** Without a token there is nothing to go on with. */
  private void pause(String token, Consumer<ChatEvent> out) {
    if (token.isEmpty()) {
      finished("length", out);
    } else {
      continuationToken = token;
      finished = true;
    }
  }

  private void blocked(JsonNode feedback, Consumer<ChatEvent> out) throws ProviderException {
    String reason = Json.text(feedback.path("blockReason"));
    if (!reason.isEmpty()) {
      filtered(words(reason, feedback, "blockReasonMessage"), out);
    }
  }

  /** Words that came stay an answer that was cut (F71); without any there is none. */
  private void filtered(String words, Consumer<ChatEvent> out) throws ProviderException {
    if (!parts.hasOutput()) {
      throw ProviderException.failed(
          Failure.of(
              FailureKind.CONTENT_FILTER,
              "The content filter of %s stopped this. It says: %s".formatted(host, words)));
    }
    warn("The content filter of %s stopped the answer. It says: %s".formatted(host, words), out);
    finished("content_filter", out);
  }

  private static String words(String reason, JsonNode node, String field) {
    List<String> words = new ArrayList<>(List.of(reason));
    for (JsonNode rating : node.path("safetyRatings")) {
      if (rating.path("blocked").asBoolean(false)) {
        words.add(Json.text(rating.path("category")));
      }
    }
    String message = Json.text(node.path(field)).strip();
    return String.join(", ", words) + (message.isEmpty() ? "" : ": " + message);
  }

  private static void warn(String sentence, Consumer<ChatEvent> out) {
    out.accept(new ChatEvent.Warned(new Warning("", sentence)));
  }

  /** After {@code CONTINUATION} the same request goes out with the token. */
  @Override
  public @Nullable ObjectNode continuation() {
    if (continuationToken.isEmpty()) {
      return null;
    }
    ObjectNode body = request.deepCopy().put("continuationToken", continuationToken);
    continuationToken = "";
    finished = false;
    tally.nextRequest();
    return body;
  }

  @Override
  public void end(Consumer<ChatEvent> out) {
    if (!finished) {
      return;
    }
    String state = parts.state();
    if (state != null && !pictures) {
      out.accept(new ChatEvent.Opaque(voice, state));
    }
    if (!continuationToken.isEmpty()) {
      out.accept(new ChatEvent.Finished("length"));
    }
  }

  @Override
  public int mostEventBytes() {
    return SseReader.PICTURES;
  }

  @Override
  public boolean isOfPictures() {
    return pictures;
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
