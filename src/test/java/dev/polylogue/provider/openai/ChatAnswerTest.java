package dev.polylogue.provider.openai;

import static dev.polylogue.provider.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.FaultHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatAnswerTest {
  private static final Ask CHAT = Ask.over(Protocol.OPENAI_CHAT);
  private static final String DONE = "data: [DONE]\n\n";

  private static String choice(String fields) {
    return "data: {\"choices\":[{\"index\":0," + fields + "}]}\n\n";
  }

  @ParameterizedTest
  @CsvSource({
    "stop, stop",
    "length, length",
    "model_length, length",
    "function_call, tool_calls",
    "tool_calls, tool_calls",
    "content_filter, content_filter",
    "its_own, its_own"
  })
  void hostsNameTheirReasonsDifferently_F71(String told, String neutral) throws Exception {
    Reply reply =
        CHAT.stream(
            choice("\"delta\":{\"content\":\"a\"},\"finish_reason\":\"" + told + "\"") + DONE);
    assertThat(reply.outcome().finishReason()).isEqualTo(neutral);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
  }

  @Test
  void aRefusalIsTheAnswerAndItsReason_F71() throws Exception {
    Reply reply =
        CHAT.stream(
            choice("\"delta\":{\"content\":null,\"refusal\":\"I can't\"}")
                + choice("\"delta\":{\"refusal\":\" help.\"}")
                + choice("\"delta\":{},\"finish_reason\":\"stop\"")
                + DONE);
    assertThat(reply.text()).isEqualTo("I can't help.");
    assertThat(reply.outcome().finishReason()).isEqualTo("refusal");
  }

  @Test
  void thePicturesOfAnAnswerAreKept_F99() throws Exception {
    Reply reply =
        CHAT.stream(
            choice(
                    "\"delta\":{\"content\":\"Here\",\"images\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/webp;base64,AQ\\nID\"}}]}")
                + choice(
                    "\"delta\":{\"images\":[{\"image_url\":{\"url\":\"https://example.invalid/a.png\"}}]}")
                + choice(
                    "\"delta\":{\"images\":[{\"image_url\":{\"url\":\"data:image/png;base64,A\"}}]}")
                + choice("\"delta\":{},\"finish_reason\":\"stop\"")
                + DONE);
    assertThat(reply.parts())
        .filteredOn(Part.Picture.class::isInstance)
        .singleElement()
        .satisfies(
            part -> {
              assertThat(((Part.Picture) part).blob().size()).isEqualTo(3);
              assertThat(((Part.Picture) part).blob().mediaType()).isEqualTo("image/webp");
            });
    assertThat(reply.outcome().warnings())
        .extracting(Warning::message)
        .containsExactly(
            "The answer names a picture that was not fetched: https://example.invalid/a.png",
            "The answer holds a picture that can't be read.");
  }

  @Test
  void theCategoryThatStoppedAnAnswerIsNamed() throws Exception {
    Reply reply =
        CHAT.stream(
            "data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}}]}\n\n"
                + choice("\"delta\":{\"content\":\"a\"},\"content_filter_results\":{}")
                + choice(
                    "\"content_filter_results\":{\"violence\":{\"filtered\":true,\"severity\":\"high\"},\"self_harm\":{\"filtered\":false}},\"content_filter_offsets\":{\"check_offset\":1}")
                + choice("\"delta\":{},\"finish_reason\":\"content_filter\"")
                + DONE);
    assertThat(reply.text()).isEqualTo("a");
    assertThat(reply.outcome().finishReason()).isEqualTo("content_filter");
    assertThat(reply.outcome().warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).endsWith("answer: violence (high)."));
  }

  @ParameterizedTest
  @CsvSource({"OPENAI_CHAT", "OPENAI_RESPONSES"})
  void theCategoryThatStoppedAPromptIsNamed_F16(Protocol protocol) throws Exception {
    String body =
        """
        {"error":{"code":"content_filter","message":"Filtered.","param":"prompt","status":400,
        "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_results":
        {"jailbreak":{"filtered":true,"detected":true},"hate":{"filtered":false}}}}}
        """;
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(400, "application/json", body)))) {
      Reply reply = Ask.over(protocol).at(host.baseUrl());
      assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONTENT_FILTER);
      assertThat(failure(reply).message()).contains("Filtered.", "Stopped by: jailbreak.");
    }
  }

  @Test
  void searchesAndCacheWritesAreCountedWhereReported() throws Exception {
    Reply reply =
        CHAT.stream(
            choice("\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"")
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":161,\"cache_write_tokens\":3},\"num_search_queries\":2}}\n\n"
                + DONE);
    assertThat(reply.outcome().usage()).isEqualTo(new Usage(7L, 2L, 7L, null, 3L, 2L));
  }
}
