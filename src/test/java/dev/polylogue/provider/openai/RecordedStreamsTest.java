package dev.polylogue.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.PlayedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays recorded traffic of real hosts through a socket, whole and in small pieces, and compares
 * the reply with figures that {@link RecordedAnswer} takes from the file on its own way. The
 * recordings lie outside this repository, at the property {@code polylogue.streams}.
 */
class RecordedStreamsTest {
  @TestFactory
  Stream<DynamicNode> everyRecordingOfChatCompletionsIsReadExactly() throws IOException {
    Path streams = Path.of(System.getProperty("polylogue.streams", "../shared/streams"));
    if (!Files.isDirectory(streams)) {
      return Stream.of(
          dynamicTest(
              "recordings are missing at " + streams,
              () -> abort("No recordings at " + streams.toAbsolutePath())));
    }
    List<RecordedAnswer> recordings = RecordedAnswer.allBelow(streams);
    return Stream.concat(
        Stream.of(
            dynamicTest(
                "there are recordings", () -> assertThat(recordings).hasSizeGreaterThan(15))),
        recordings.stream().map(RecordedStreamsTest::replays));
  }

  private static DynamicNode replays(RecordedAnswer recording) {
    return new PlayedAnswer(200, recording.isStream(), recording.body())
        .tests(recording.name(), host -> compare(host, recording));
  }

  private static void compare(FaultHost host, RecordedAnswer recording) throws Exception {
    Reply reply = Answers.from(host.baseUrl());
    assertThat(reply.text()).isEqualTo(recording.text());
    assertThat(reply.reasoning() == null ? "" : reply.reasoning()).isEqualTo(recording.reasoning());
    assertThat(reply.citations()).extracting(Part.Citation::url).isEqualTo(recording.citations());
    assertThat(reply.outcome().finishReason()).isEqualTo(recording.finishReason());
    assertThat(reply.outcome().usage()).isEqualTo(recording.usage());
    assertThat(reply.outcome().reportedModel()).isEqualTo(recording.model());
    assertThat(reply.state())
        .isEqualTo(recording.isError() ? ReplyState.FAILED : ReplyState.COMPLETE);
    assertThat(host.requests()).hasSize(1);
  }
}
