package dev.polylogue.provider.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.SafeClient;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** <b>Content</b>: what stands beside the words. */
class ContentTest {
  private static final OkHttpClient CLIENT = SafeClient.create();

  private static Reply reply(Dialect dialect, String body) throws Exception {
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + body))) {
      return Trial.ask(dialect.at(CLIENT, host.baseUrl(), Map.of()), "Hello").reply();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F95")
  void theModelThatAnsweredIsKeptBesideTheOneThatWasAsked(Dialect dialect) throws Exception {
    Reply reply = reply(dialect, dialect.answer("a"));
    assertThat(reply.outcome().reportedModel()).isEqualTo("m-1");
    assertThat(reply.model().model()).isEqualTo("m");
  }

  @ParameterizedTest
  @EnumSource
  @Covers({"F70", "F71"})
  void theFirstFinishReasonWins(Dialect dialect) throws Exception {
    String body =
        dialect.opening() + dialect.text("a") + dialect.finish("length") + dialect.finish("stop");
    assertThat(reply(dialect, body).outcome().finishReason()).isEqualTo("length");
  }

  @ParameterizedTest
  @EnumSource(names = "CHAT_COMPLETIONS")
  @Covers("F68")
  void anEndWithoutAReasonHasNone(Dialect dialect) throws Exception {
    assertThat(reply(dialect, dialect.text("a") + dialect.done()).outcome().finishReason())
        .isNull();
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F93")
  void thoughtsAloneAreKeptAsThoughts(Dialect dialect) throws Exception {
    Reply reply = reply(dialect, dialect.opening() + dialect.thought("hm") + dialect.end());
    assertThat(reply.reasoning()).isEqualTo("hm");
    assertThat(reply.text()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @Covers("F96")
  void senselessCountsAreUnknown(Dialect dialect) throws Exception {
    for (String count : new String[] {"null", "-1", "1e30", "1e999", "\"x\"", "{}"}) {
      String body = dialect.answerBegun("a") + dialect.counted(count, count) + dialect.done();
      assertThat(reply(dialect, body).outcome().usage())
          .as(count)
          .isEqualTo(Usage.of(null, null, null, null));
    }
  }

  /** As Base64 in lines of 76 characters it is an event of 36 MB. */
  @ParameterizedTest
  @EnumSource(names = {"OPENAI_RESPONSES", "GEMINI"})
  @Covers("F99")
  void aPictureOf25MillionBytesArrives(Dialect dialect) throws Exception {
    byte[] picture = new byte[25_000_000];
    Arrays.fill(picture, (byte) 0x5A);
    String lines = Base64.getMimeEncoder().encodeToString(picture).replace("\r\n", "\\r\\n");
    Reply reply =
        reply(dialect, dialect.opening() + dialect.picture("image/png", lines) + dialect.end());
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(pictures(reply)).containsExactly(25_000_000L);
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_COMPLETIONS", "OPENAI_RESPONSES", "GEMINI"})
  @Covers("F99")
  void aPictureThatCannotBeReadIsSaid(Dialect dialect) throws Exception {
    String body = dialect.answerBegun("a") + dialect.picture("image/png", "A") + dialect.end();
    Reply reply = reply(dialect, body);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(pictures(reply)).isEmpty();
    assertThat(reply.outcome().warnings())
        .anySatisfy(warning -> assertThat(warning.message()).contains("can't be read"));
  }

  private static List<Long> pictures(Reply reply) {
    return reply.parts().stream()
        .filter(Part.Picture.class::isInstance)
        .map(part -> ((Part.Picture) part).blob().size())
        .toList();
  }
}
