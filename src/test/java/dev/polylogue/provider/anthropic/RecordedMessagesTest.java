package dev.polylogue.provider.anthropic;

import static dev.polylogue.provider.Recording.child;
import static dev.polylogue.provider.Recording.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.Recording;
import dev.polylogue.provider.Talk;
import dev.polylogue.provider.http.SafeClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Compares replies with figures that {@link MessageFigures} takes from the recordings itself. */
class RecordedMessagesTest {
  private static final OkHttpClient CLIENT = SafeClient.create();

  @TestFactory
  Stream<DynamicNode> everyRecordingOfMessagesIsReadExactly() {
    return Recording.replays(
        "anthropic",
        Map.of(
            "batch_with", "message batches are another protocol",
            "list-models", "a list of models, read in ModelListTest"),
        RecordedMessagesTest::check);
  }

  private static void check(Recording recording, FaultHost host) throws Exception {
    Reply reply =
        Answers.from(
            new AnthropicMessages(
                CLIENT, Talk.endpoint(Protocol.ANTHROPIC, host.baseUrl(), Map.of())),
            "Hello");
    assertThat(host.requests()).hasSize(1);
    if (recording.status() != 200) {
      Map<String, Object> error = child(recording.payloads().getFirst(), "error");
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.CONTEXT_LENGTH);
      assertThat(Answers.failure(reply).message()).contains(string(error, "message"));
      return;
    }
    MessageFigures figures = new MessageFigures(recording.payloads());
    assertThat(reply.text()).isEqualTo(figures.text());
    assertThat(reply.reasoning() == null ? "" : reply.reasoning()).isEqualTo(figures.reasoning());
    assertThat(reply.citations()).isEqualTo(figures.citations());
    assertThat(parts(reply, Part.Search.class)).isEqualTo(figures.searches());
    assertThat(parts(reply, Part.ToolCall.class)).isEqualTo(figures.calls());
    assertThat(reply.outcome().usage()).isEqualTo(figures.usage());
    assertThat(reply.outcome().finishReason()).isEqualTo(figures.finishReason());
    assertThat(reply.outcome().reportedModel()).isEqualTo(figures.model());
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.outcome().failure()).isNull();
  }

  private static <P extends Part> List<P> parts(Reply reply, Class<P> kind) {
    return reply.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
