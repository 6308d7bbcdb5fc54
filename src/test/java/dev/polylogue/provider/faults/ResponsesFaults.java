package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.conversation.FailureKind.RATE_LIMIT;
import static dev.polylogue.conversation.FailureKind.SERVER;
import static dev.polylogue.provider.faults.Dialect.OPENAI_RESPONSES;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;
import static dev.polylogue.provider.faults.Phrases.event;
import static dev.polylogue.provider.faults.Phrases.named;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/** Faults in the shape of Responses, F71 to F97. */
final class ResponsesFaults {
  private static final String CALL =
      named(
          "response.output_item.added",
          ",\"output_index\":2,\"item\":{\"type\":\"function_call\",\"call_id\":\"t\",\"name\":\"f\"}");

  private ResponsesFaults() {}

  static final List<Fault> ROWS =
      List.of(
          between(
                  "F71",
                  "a refusal",
                  named("response.refusal.delta", ",\"output_index\":2,\"delta\":\"no\""))
              .complete("a\n\nnob")
              .only(OPENAI_RESPONSES),
          kept(
                  "F72",
                  "a nested error",
                  named(
                      "error",
                      ",\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}"))
              .failed(RATE_LIMIT, "slow down", "kept")
              .only(OPENAI_RESPONSES),
          kept(
                  "F72",
                  "only the response failed",
                  named(
                      "response.failed",
                      ",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"it broke\"}}"))
              .failed(SERVER, "it broke", "kept")
              .only(OPENAI_RESPONSES),
          kept(
                  "F72",
                  "the response failed and does not say why",
                  named("response.failed", ",\"response\":{\"status\":\"failed\",\"error\":null}"))
              .failed(SERVER, "an error on its side", "kept")
              .only(OPENAI_RESPONSES),
          between(
                  "F87",
                  "events of nothing",
                  delta("{}")
                      + delta("null")
                      + delta("\"\"")
                      + item("done", "{}")
                      + named("response.in_progress", "")
                      + named("response.content_part.done", ",\"part\":null")
                      + named("response.output_text.done", ",\"output_index\":1,\"text\":\"\"")
                      + event("{}"))
              .complete("ab")
              .only(OPENAI_RESPONSES),
          between("F88", "wrong types", wrong()).complete("a7b").only(OPENAI_RESPONSES),
          stream(
                  "F88",
                  "an end of the wrong type",
                  dialect ->
                      dialect.answerBegun("a")
                          + named(
                              "response.completed",
                              ",\"response\":{\"output\":{\"x\":7},\"usage\":[],\"status\":{}}"))
              .complete("a")
              .only(OPENAI_RESPONSES),
          between("F90", "a call between the words", CALL + argument("{}"))
              .complete("ab")
              .only(OPENAI_RESPONSES),
          between(
                  "F90",
                  "two messages in turns",
                  named("response.output_text.delta", ",\"output_index\":3,\"delta\":\"c\""))
              .complete("a\n\ncb")
              .only(OPENAI_RESPONSES),
          wire(
                  "F91",
                  "endless arguments of a tool",
                  (dialect, wire) ->
                      wire.send(
                          FaultHost.streamHead()
                              + dialect.answerBegun("a")
                              + CALL
                              + argument("x").repeat(50_000)
                              + dialect.end()))
              .complete("a")
              .only(OPENAI_RESPONSES),
          stream(
                  "F92",
                  "arguments that never close",
                  dialect -> dialect.answerBegun("a") + CALL + argument("{\\\"a\\\":"))
              .interrupted(DISCONNECTED, "finish mark", "a")
              .only(OPENAI_RESPONSES),
          stream(
                  "F96",
                  "an endless price",
                  dialect ->
                      dialect.answerBegun("a")
                          + named(
                              "response.completed",
                              ",\"response\":{\"usage\":{\"cost\":1e999,\"cost_in_usd_ticks\":1e999,\"input_tokens\":2.5}}"))
              .complete("a")
              .only(OPENAI_RESPONSES),
          between(
                  "F97",
                  "ids that change from event to event",
                  named("response.created", ",\"response\":{\"id\":\"resp_2\",\"model\":\"m-2\"}")
                      + item(
                          "done",
                          "{\"id\":\"other\",\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"a\"}]}"))
              .complete("ab")
              .only(OPENAI_RESPONSES));

  private static String wrong() {
    return event("17")
        + event("[]")
        + event("null")
        + event("{\"type\":7}")
        + delta("7")
        + delta("{\"a\":1}")
        + item("added", "7")
        + item("added", "{\"type\":\"web_search_call\",\"action\":7}")
        + item("done", "\"x\"")
        + item("done", "{\"type\":\"message\",\"content\":\"x\"}")
        + item("done", "{\"type\":\"message\",\"content\":{\"a\":7},\"phase\":{}}")
        + item("done", "{\"type\":\"reasoning\",\"summary\":\"x\",\"encrypted_content\":7}")
        + item("done", "{\"type\":\"reasoning\",\"summary\":[7,null],\"content\":{\"a\":[]}}")
        + item(
            "done", "{\"type\":\"web_search_call\",\"action\":{\"queries\":\"x\",\"sources\":7}}")
        + item("done", "{\"type\":\"function_call\",\"name\":7,\"arguments\":[7]}")
        + item("done", "{\"type\":\"image_generation_call\",\"result\":7,\"output_format\":{}}")
        + named("response.output_text.annotation.added", ",\"annotation\":\"x\"")
        + named("response.content_part.done", ",\"output_index\":\"x\",\"part\":[]")
        + named("response.created", ",\"response\":[]");
  }

  private static String delta(String json) {
    return named("response.output_text.delta", ",\"output_index\":1,\"delta\":" + json);
  }

  private static String item(String what, String json) {
    return named("response.output_item." + what, ",\"output_index\":1,\"item\":" + json);
  }

  private static String argument(String words) {
    return named(
        "response.function_call_arguments.delta",
        ",\"output_index\":2,\"delta\":\"" + words + "\"");
  }

  private static Fault.Begun between(String id, String what, String events) {
    return stream(
        id, what, dialect -> dialect.answerBegun("a") + events + dialect.text("b") + dialect.end());
  }

  private static Fault.Begun kept(String id, String what, String events) {
    return stream(id, what, dialect -> dialect.answerBegun("kept") + events);
  }
}
