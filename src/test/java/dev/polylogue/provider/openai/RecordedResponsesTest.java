package dev.polylogue.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.PlayedAnswer;
import dev.polylogue.provider.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays recorded traffic of real hosts through a socket, whole and in small pieces, and compares
 * the reply with what {@link RecordedResponse} takes from the file on its own way. The recordings
 * lie outside this repository, at the property {@code polylogue.streams}.
 */
class RecordedResponsesTest {
  @TestFactory
  Stream<DynamicNode> everyRecordingOfResponsesIsReadExactly() throws IOException {
    Path streams = Path.of(System.getProperty("polylogue.streams", "../shared/streams"));
    if (!Files.isDirectory(streams)) {
      return Stream.of(
          dynamicTest(
              "recordings are missing at " + streams,
              () -> abort("No recordings at " + streams.toAbsolutePath())));
    }
    List<RecordedResponse> recordings = RecordedResponse.allBelow(streams);
    return Stream.concat(
        Stream.of(
            dynamicTest(
                "there are recordings", () -> assertThat(recordings).hasSizeGreaterThan(25))),
        recordings.stream().map(RecordedResponsesTest::replays));
  }

  private static DynamicNode replays(RecordedResponse recording) {
    return new PlayedAnswer(200, recording.isStream(), recording.body())
        .tests(
            recording.name(),
            host -> {
              compare(Ask.over(Protocol.OPENAI_RESPONSES).at(host.baseUrl()), recording);
              assertThat(host.requests()).hasSize(1);
            });
  }

  private static void compare(Reply reply, RecordedResponse recording) {
    assertThat(reply.text()).isEqualTo(recording.text());
    assertThat(reply.reasoning() == null ? "" : reply.reasoning()).isEqualTo(recording.reasoning());
    assertThat(reply.citations()).isEqualTo(recording.citations());
    assertThat(parts(reply, Part.Search.class)).isEqualTo(recording.queries());
    assertThat(parts(reply, Part.ToolCall.class)).isEqualTo(recording.calls());
    assertThat(parts(reply, Part.Picture.class).stream().map(part -> part.blob().size()))
        .isEqualTo(recording.pictures());
    assertThat(encrypted(reply)).isEqualTo(recording.encrypted());
    assertThat(reply.outcome().usage()).isEqualTo(recording.usage());
    Cost cost = reply.outcome().cost();
    assertThat(cost == null ? null : cost.amount().compareTo(dollars(recording)))
        .isEqualTo(cost == null ? null : Integer.valueOf(0));
    assertThat(cost == null).isEqualTo(recording.ticks() == null);
    assertThat(reply.outcome().finishReason()).isEqualTo(recording.finishReason());
    assertThat(reply.outcome().reportedModel()).isEqualTo(recording.model());
    state(reply, recording);
  }

  private static BigDecimal dollars(RecordedResponse recording) {
    Long ticks = recording.ticks();
    return BigDecimal.valueOf(ticks == null ? 0 : ticks, 10);
  }

  /** An answer of items that this program does not show is empty to it (F37). */
  private static void state(Reply reply, RecordedResponse recording) {
    boolean empty =
        recording.text().isEmpty()
            && recording.reasoning().isEmpty()
            && recording.calls().isEmpty()
            && recording.pictures().isEmpty();
    assertThat(reply.state()).isEqualTo(empty ? ReplyState.FAILED : ReplyState.COMPLETE);
    if (recording.isFailed()) {
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.QUOTA);
    } else if (empty) {
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.PROTOCOL);
    }
  }

  private static <P extends Part> List<P> parts(Reply reply, Class<P> kind) {
    return reply.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<String> encrypted(Reply reply) {
    return parts(reply, Part.Opaque.class).stream()
        .map(part -> Json.parse(part.json()).path("encrypted_content").asString(""))
        .filter(state -> !state.isEmpty())
        .toList();
  }
}
