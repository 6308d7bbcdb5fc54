package dev.polylogue.provider.openai;

import static dev.polylogue.provider.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import dev.polylogue.provider.FaultHost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesAnswerTest {
  private static final Ask RESPONSES = Ask.over(Protocol.OPENAI_RESPONSES);
  private static final String CREATED =
      event("response.created", "\"response\":{\"id\":\"resp_1\",\"model\":\"m-1\"}");
  private static final String COMPLETED = completed("");

  private static String event(String type, String fields) {
    return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, fields);
  }

  private static String completed(String more) {
    return event("response.completed", "\"response\":{\"status\":\"completed\"" + more + "}");
  }

  private static String text(int item, String delta) {
    return event(
        "response.output_text.delta",
        "\"output_index\":%d,\"content_index\":0,\"delta\":\"%s\"".formatted(item, delta));
  }

  private static String done(int item, String json) {
    return event(
        "response.output_item.done", "\"output_index\":%d,\"item\":%s".formatted(item, json));
  }

  private static Reply stream(String events) throws Exception {
    return RESPONSES.stream(CREATED + events);
  }

  @Test
  void noDoneIsNeededAndTheRequestHasAName_F67() throws Exception {
    Reply reply = stream(text(0, "Hi") + COMPLETED);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.text()).isEqualTo("Hi");
    assertThat(reply.outcome().finishReason()).isEqualTo("stop");
    assertThat(reply.outcome().reportedModel()).isEqualTo("m-1");
    assertThat(reply.outcome().requestId()).isEqualTo("resp_1");
  }

  @Test
  void anEndWithoutATerminalEventIsInterrupted_F66() throws Exception {
    Reply reply = stream(text(0, "Hi"));
    assertThat(reply.state()).isEqualTo(ReplyState.INTERRUPTED);
    assertThat(reply.text()).isEqualTo("Hi");
  }

  @Test
  void nothingBehindTheEndCounts_F69() throws Exception {
    assertThat(stream(text(0, "Hi") + COMPLETED + text(0, "!")).text()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.output_text.done|\"output_index\":0,\"content_index\":0,\"text\":\"Hi\"",
        "response.content_part.done|\"output_index\":0,\"content_index\":0,\"part\":{\"type\":\"output_text\",\"text\":\"Hi\"}",
        "response.output_item.done|\"output_index\":0,\"item\":{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}"
      })
  void textThatCameOnlyWholeIsTakenFromThere(String only) throws Exception {
    String whole =
        event(only.substring(0, only.indexOf('|')), only.substring(only.indexOf('|') + 1));
    assertThat(stream(whole + COMPLETED).text()).isEqualTo("Hi");
    assertThat(stream(text(0, "Hi") + whole + COMPLETED).text()).isEqualTo("Hi");
    assertThat(stream(text(0, "H") + whole + COMPLETED).text()).isEqualTo("Hi");
  }

  @Test
  void theFinishedResponseFillsWhatNeverCame() throws Exception {
    String output =
        """
        ,"output":[{"type":"reasoning","summary":[{"text":"One"},{"text":"Two"}]},
        {"type":"message","content":[{"type":"output_text","text":"Hi"}]},
        {"type":"message","content":[{"type":"output_text","text":"there"}]},
        {"type":"function_call","call_id":"c1","name":"f","arguments":"{}"}]
        """
            .replace("\n", "");
    Reply bare = stream(completed(output));
    assertThat(bare.reasoning()).isEqualTo("One\n\nTwo");
    assertThat(bare.text()).isEqualTo("Hi\n\nthere");
    assertThat(bare.outcome().finishReason()).isEqualTo("tool_calls");
    assertThat(stream(text(7, "Ho") + completed(output)).text()).isEqualTo("Ho");
  }

  @Test
  void partsOfAThoughtStandApart() throws Exception {
    String delta = "response.reasoning_summary_text.delta";
    Reply reply =
        stream(
            event(
                    delta,
                    "\"item_id\":\"a\",\"output_index\":0,\"summary_index\":0,\"delta\":\"On\"")
                + event(
                    delta,
                    "\"item_id\":\"b\",\"output_index\":0,\"summary_index\":0,\"delta\":\"e\"")
                + event(
                    delta,
                    "\"item_id\":\"c\",\"output_index\":0,\"summary_index\":1,\"delta\":\"Two\"")
                + event(
                    "response.reasoning_text.delta",
                    "\"output_index\":1,\"content_index\":0,\"delta\":\"Three\"")
                + done(2, "{\"type\":\"reasoning\",\"id\":\"tco_1\",\"summary\":[]}")
                + text(3, "Hi")
                + COMPLETED);
    assertThat(reply.reasoning()).isEqualTo("One\n\nTwo\n\nThree");
    assertThat(reply.text()).isEqualTo("Hi");
  }

  @Test
  void aRefusalIsTheAnswerAndItsReason_F71() throws Exception {
    Reply reply =
        stream(
            event(
                    "response.refusal.delta",
                    "\"output_index\":0,\"content_index\":0,\"delta\":\"I can't.\"")
                + event(
                    "response.refusal.done",
                    "\"output_index\":0,\"content_index\":0,\"refusal\":\"I can't.\"")
                + COMPLETED);
    assertThat(reply.text()).isEqualTo("I can't.");
    assertThat(reply.outcome().finishReason()).isEqualTo("refusal");
  }

  @ParameterizedTest
  @CsvSource({"max_output_tokens, length", "content_filter, content_filter", "steered, steered"})
  void anIncompleteAnswerSaysWhy_F71(String told, String neutral) throws Exception {
    Reply reply =
        stream(
            text(0, "Hi")
                + event(
                    "response.incomplete",
                    "\"response\":{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\""
                        + told
                        + "\"},\"content_filters\":[{\"blocked\":true,\"source_type\":\"completion\",\"content_filter_results\":{\"sexual\":{\"filtered\":true,\"severity\":\"medium\"}}}]}"));
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.outcome().finishReason()).isEqualTo(neutral);
    assertThat(reply.outcome().warnings()).hasSize(neutral.equals("content_filter") ? 1 : 0);
    reply
        .outcome()
        .warnings()
        .forEach(warning -> assertThat(warning.message()).contains("sexual (medium)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\",\"param\":null}",
        "{\"type\":\"error\",\"error\":{\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\"}}",
        "{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\"}}}"
      })
  void anErrorOfEitherShapeIsReportedOnceAndKeepsWhatCame_F72(String error) throws Exception {
    String failed =
        "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"Second\"}}}\n\n";
    Reply reply = stream(text(0, "Hi") + "data: " + error + "\n\n" + failed);
    assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
    assertThat(reply.text()).isEqualTo("Hi");
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.RATE_LIMIT);
    assertThat(failure(reply).message()).contains("Slow down").doesNotContain("Second");
  }

  @Test
  void aFailureWithoutAnErrorIsAFailureAllTheSame_F72() throws Exception {
    Reply reply =
        stream(event("response.failed", "\"response\":{\"status\":\"failed\",\"error\":null}"));
    assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.SERVER);
  }

  @Test
  void theCategoryInAFailureIsNamed_F72() throws Exception {
    Reply reply =
        stream(
            event(
                "response.failed",
                "\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"content_filter\",\"message\":\"No.\"},\"content_filters\":[{\"blocked\":true,\"content_filter_results\":{\"hate\":{\"filtered\":true,\"severity\":\"low\"}}}]}"));
    assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONTENT_FILTER);
    assertThat(failure(reply).message()).contains("No.", "Stopped by: hate (low).");
  }

  @Test
  void searchesOfEveryShapeAreTold() throws Exception {
    String complete =
        "{\"type\":\"web_search_call\",\"status\":\"completed\",\"action\":{\"type\":\"search\",\"query\":\"first\",\"sources\":[{\"type\":\"url\",\"url\":\"https://example.invalid/1\"},{\"type\":\"api\",\"name\":\"weather\"}]}}";
    Reply reply =
        stream(
            event("response.output_item.added", "\"output_index\":0,\"item\":" + complete)
                + done(0, complete)
                + done(
                    1,
                    "{\"type\":\"web_search_call\",\"name\":\"web_search\",\"arguments\":\"{\\\"query\\\":\\\"second\\\"}\"}")
                + done(
                    2,
                    "{\"type\":\"custom_tool_call\",\"name\":\"x_keyword_search\",\"input\":\"{\\\"query\\\":\\\"third\\\",\\\"limit\\\":5}\"}")
                + done(
                    3,
                    "{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\",\"queries\":[\"fourth\",\"fifth\",\"ws_call_id=c\"]}}")
                + done(
                    4,
                    "{\"type\":\"web_search_call\",\"action\":{\"type\":\"open_page\",\"url\":\"https://example.invalid/2#ws_call_id=c\"}}")
                + text(5, "Hi")
                + completed(",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}"));
    assertThat(reply.parts())
        .filteredOn(Part.Search.class::isInstance)
        .extracting(part -> ((Part.Search) part).query())
        .containsExactly("first", "second", "third", "fourth", "fifth");
    assertThat(reply.citations())
        .extracting(Part.Citation::url)
        .containsExactly("https://example.invalid/1", "https://example.invalid/2");
    assertThat(reply.outcome().usage()).isEqualTo(new Usage(1L, 2L, null, null, null, 4L));
  }

  @Test
  void whatIsCitedGoesBeforeWhatWasMerelyFound() throws Exception {
    Reply reply =
        stream(
            done(
                    0,
                    "{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\",\"query\":\"q\",\"sources\":[{\"url\":\"https://example.invalid/found\"}]}}")
                + text(1, "Hi")
                + event(
                    "response.output_text.annotation.added",
                    "\"output_index\":1,\"annotation\":{\"type\":\"url_citation\",\"url\":\"https://example.invalid/cited\",\"title\":\"1\"}")
                + COMPLETED);
    assertThat(reply.citations())
        .isEqualTo(List.of(new Part.Citation("https://example.invalid/cited", null)));
  }

  @Test
  void argumentsComeInPiecesOrWhole_F91() throws Exception {
    String added =
        "\"output_index\":%d,\"item\":{\"type\":\"function_call\",\"call_id\":\"c%d\",\"name\":\"f\",\"arguments\":\"\"}";
    Reply reply =
        stream(
            event("response.output_item.added", added.formatted(0, 0))
                + event("response.output_item.added", added.formatted(1, 1))
                + event(
                    "response.function_call_arguments.delta",
                    "\"output_index\":0,\"delta\":\"{\\\"a\\\"\"")
                + event(
                    "response.function_call_arguments.delta",
                    "\"output_index\":0,\"delta\":\":1}\"")
                + event(
                    "response.function_call_arguments.done",
                    "\"output_index\":0,\"arguments\":\"{\\\"a\\\":1}\"")
                + event(
                    "response.function_call_arguments.done",
                    "\"output_index\":1,\"arguments\":\"{}\"")
                + COMPLETED);
    assertThat(reply.parts())
        .isEqualTo(
            List.of(new Part.ToolCall("c0", "f", "{\"a\":1}"), new Part.ToolCall("c1", "f", "{}")));
    assertThat(reply.outcome().finishReason()).isEqualTo("tool_calls");
  }

  @Test
  void unknownEventsAndItemsArePassedOver_F86() throws Exception {
    Reply reply =
        stream(
            event("response.yet_to_come.delta", "\"output_index\":0,\"delta\":\"no\"")
                + event(
                    "response.image_generation_call.partial_image",
                    "\"output_index\":0,\"partial_image_b64\":\"AQID\"")
                + done(0, "{\"type\":\"yet_to_come\",\"text\":\"no\"}")
                + "data: {\"type\":\"keepalive\"}\n\n"
                + text(1, "Hi")
                + COMPLETED);
    assertThat(reply.state()).isEqualTo(ReplyState.COMPLETE);
    assertThat(reply.parts()).isEqualTo(List.of(new Part.Text("Hi")));
  }

  @Test
  void aPlainJsonResponseThatFailedIsAFailure_F46() throws Exception {
    String body =
        "{\"object\":\"response\",\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"Oops\"},\"output\":[]}";
    try (FaultHost host =
        FaultHost.playing(wire -> wire.send(FaultHost.answer(200, "application/json", body)))) {
      Reply reply = RESPONSES.at(host.baseUrl());
      assertThat(reply.state()).isEqualTo(ReplyState.FAILED);
      assertThat(failure(reply).message()).contains("Oops");
    }
  }
}
