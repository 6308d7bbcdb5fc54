package dev.polylogue.provider.gemini;

import static dev.polylogue.provider.Recording.child;
import static dev.polylogue.provider.Recording.children;
import static dev.polylogue.provider.Recording.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.Recording;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.http.SafeClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Compares replies with what the recordings say when they are read as plain maps. */
class RecordedContentTest {
  private static final OkHttpClient CLIENT = SafeClient.create();
  private static final JsonMapper JSON = new JsonMapper();

  @TestFactory
  Stream<DynamicNode> everyRecordingOfGenerateContentIsReadExactly() {
    return Recording.replays(
        "gemini",
        Map.of(
            "batch_with", "batches are another protocol",
            "basic.chunks", "the Interactions API is another protocol",
            "google-search.chunks", "the Interactions API is another protocol"),
        RecordedContentTest::check);
  }

  private static void check(Recording recording, FaultHost host) throws Exception {
    Reply reply =
        Answers.from(
            new GenerateContent(CLIENT, Talk.endpoint(Protocol.GEMINI, host.baseUrl(), Map.of())),
            "Hello");
    assertThat(host.requests()).hasSize(1);
    if (recording.status() != 200) {
      Map<String, Object> error = child(recording.payloads().getFirst(), "error");
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.RATE_LIMIT);
      assertThat(Answers.failure(reply).message())
          .contains(string(error, "message").substring(0, 100));
      assertThat(Answers.failure(reply).retryAfterSeconds()).isEqualTo(48.0);
      return;
    }
    assertThat(reply.text()).isEqualTo(words(recording, false));
    assertThat(reply.reasoning() == null ? "" : reply.reasoning())
        .isEqualTo(words(recording, true));
    assertThat(reply.outcome().usage()).isEqualTo(usage(recording));
    assertThat(reply.outcome().reportedModel())
        .isEqualTo(string(recording.payloads().getFirst(), "modelVersion"));
    assertThat(reply.outcome().requestId())
        .isEqualTo(string(recording.payloads().getFirst(), "responseId"));
    assertThat(reply.citations()).isEqualTo(citations(recording));
    assertThat(kinds(reply, Part.Search.class)).isEqualTo(searches(recording));
    assertThat(kinds(reply, Part.ToolCall.class).stream().map(RecordedContentTest::call).toList())
        .isEqualTo(calls(recording));
    if (finish(recording).equals("SAFETY")) {
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.CONTENT_FILTER);
      assertThat(Answers.failure(reply).message()).contains("SAFETY, HARM_CATEGORY_HATE_SPEECH");
    } else {
      assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
      assertThat(reply.outcome().finishReason())
          .isEqualTo(calls(recording).isEmpty() ? "stop" : "tool_calls");
    }
  }

  private static <P extends Part> List<P> kinds(Reply reply, Class<P> kind) {
    return reply.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Stream<Map<String, Object>> candidates(Recording recording) {
    return recording.payloads().stream().flatMap(chunk -> children(chunk, "candidates").stream());
  }

  private static Stream<Map<String, Object>> parts(Recording recording) {
    return candidates(recording)
        .flatMap(candidate -> children(child(candidate, "content"), "parts").stream());
  }

  private static String words(Recording recording, boolean thoughts) {
    StringBuilder words = new StringBuilder();
    parts(recording)
        .filter(part -> part.containsKey("thought") == thoughts)
        .forEach(part -> words.append(string(part, "text")));
    return words.toString();
  }

  private static String finish(Recording recording) {
    return candidates(recording)
        .map(candidate -> string(candidate, "finishReason"))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<Map<String, Object>> calls(Recording recording) {
    return parts(recording)
        .filter(part -> part.containsKey("functionCall"))
        .map(part -> child(part, "functionCall"))
        .map(call -> Map.<String, Object>of("name", string(call, "name"), "args", call.get("args")))
        .toList();
  }

  private static Map<String, Object> call(Part.ToolCall call) {
    return Map.of("name", call.name(), "args", JSON.readValue(call.arguments(), Map.class));
  }

  private static List<Part.Citation> citations(Recording recording) {
    return candidates(recording)
        .flatMap(
            candidate ->
                children(child(candidate, "groundingMetadata"), "groundingChunks").stream())
        .map(chunk -> child(chunk, "web"))
        .map(web -> new Part.Citation(string(web, "uri"), string(web, "title")))
        .toList();
  }

  private static List<Part.Search> searches(Recording recording) {
    return candidates(recording)
        .map(candidate -> child(candidate, "groundingMetadata").get("webSearchQueries"))
        .filter(List.class::isInstance)
        .flatMap(queries -> ((List<?>) queries).stream())
        .map(query -> new Part.Search(query.toString()))
        .toList();
  }

  private static Usage usage(Recording recording) {
    Map<String, Object> last = child(recording.payloads().getLast(), "usageMetadata");
    Long thoughts = figure(last, "thoughtsTokenCount");
    Long words = figure(last, "candidatesTokenCount");
    Long output =
        words == null ? thoughts : Long.valueOf(words + (thoughts == null ? 0 : thoughts));
    int searches = searches(recording).size();
    return new Usage(
        Objects.requireNonNull(figure(last, "promptTokenCount")),
        output,
        figure(last, "cachedContentTokenCount"),
        thoughts,
        null,
        searches == 0 ? null : Long.valueOf(searches));
  }

  private static @Nullable Long figure(Map<String, Object> usage, String name) {
    return usage.get(name) instanceof Integer number ? Long.valueOf(number) : null;
  }
}
