package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.conversation.FailureKind.OVERLOADED;
import static dev.polylogue.provider.faults.Dialect.ANTHROPIC;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;
import static dev.polylogue.provider.faults.Phrases.event;
import static dev.polylogue.provider.faults.Phrases.named;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/** Faults in the shape of Anthropic's messages, F67 to F97. */
final class AnthropicFaults {
  private static final String CALL =
      block(2, "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{}}");

  private static final String STOP = named("message_stop", "");

  private AnthropicFaults() {}

  static final List<Fault> ROWS =
      List.of(
          stream(
                  "F67",
                  "a reason and no message_stop",
                  dialect -> dialect.answerBegun("kept") + stop("end_turn", ""))
              .interrupted(DISCONNECTED, "finish mark", "kept")
              .only(ANTHROPIC),
          stream("F68", "message_stop without a reason", dialect -> dialect.answerBegun("a") + STOP)
              .complete("a")
              .only(ANTHROPIC),
          stream(
                  "F70",
                  "two reasons before the end",
                  dialect ->
                      dialect.answerBegun("a")
                          + stop("max_tokens", "")
                          + stop("end_turn", "")
                          + STOP)
              .complete("a")
              .only(ANTHROPIC),
          stream(
                  "F71",
                  "refused before a word, with a reason",
                  dialect ->
                      dialect.opening()
                          + stop("refusal", ",\"stop_details\":{\"explanation\":\"Not this.\"}")
                          + STOP)
              .complete("Not this.")
              .only(ANTHROPIC),
          stream(
                  "F71",
                  "withdrawn after words",
                  dialect ->
                      dialect.answerBegun("a") + stop("refusal", ",\"stop_details\":\"x\"") + STOP)
              .complete("a")
              .only(ANTHROPIC),
          stream(
                  "F72",
                  "overloaded behind the opening",
                  dialect -> dialect.opening() + dialect.error("Overloaded", "overloaded_error"))
              .failed(OVERLOADED, "Overloaded")
              .only(ANTHROPIC),
          between(
                  "F87",
                  "events of nothing",
                  delta(1, "{}")
                      + delta(1, "null")
                      + delta(1, "{\"type\":\"text_delta\",\"text\":null}")
                      + block(3, "{\"type\":\"text\",\"text\":\"\",\"citations\":null}")
                      + delta(3, "{\"type\":\"citations_delta\",\"citation\":null}")
                      + named("message_delta", ",\"delta\":{\"stop_reason\":null}")
                      + named("content_block_stop", ",\"index\":9")
                      + event("{}"))
              .complete("ab")
              .only(ANTHROPIC),
          between("F88", "wrong types", wrong()).complete("a7b").only(ANTHROPIC),
          stream(
                  "F88",
                  "a start of the wrong type",
                  dialect -> named("message_start", ",\"message\":7") + dialect.answer("a"))
              .complete("a")
              .only(ANTHROPIC),
          between(
                  "F90",
                  "blocks in turns",
                  CALL
                      + input("{\\\"q\\\":")
                      + delta(4, "{\"type\":\"text_delta\",\"text\":\"c\"}")
                      + input("1}"))
              .complete("acb")
              .only(ANTHROPIC),
          wire(
                  "F91",
                  "endless arguments of a tool",
                  (dialect, wire) ->
                      wire.send(
                          FaultHost.streamHead()
                              + dialect.answerBegun("a")
                              + CALL
                              + input("x").repeat(50_000)
                              + named("content_block_stop", ",\"index\":2")
                              + dialect.end()))
              .complete("a")
              .only(ANTHROPIC),
          stream(
                  "F92",
                  "arguments that never close",
                  dialect -> dialect.answerBegun("a") + CALL + input("{\\\"a\\\":"))
              .interrupted(DISCONNECTED, "finish mark", "a")
              .only(ANTHROPIC),
          stream(
                  "F92",
                  "arguments cut by the limit",
                  dialect ->
                      dialect.answerBegun("a")
                          + CALL
                          + input("{\\\"a\\\":")
                          + dialect.finish("length"))
              .complete("a")
              .only(ANTHROPIC),
          stream(
                  "F97",
                  "the message starts twice",
                  dialect -> dialect.opening() + dialect.answer("a"))
              .complete("a")
              .only(ANTHROPIC),
          between(
                  "F97",
                  "another message starts in the middle",
                  named("message_start", ",\"message\":{\"id\":\"msg_2\",\"model\":\"m-2\"}"))
              .complete("ab")
              .only(ANTHROPIC));

  private static String wrong() {
    return event("17")
        + event("[]")
        + event("null")
        + event("{\"type\":7}")
        + block(2, "\"x\"")
        + block(3, "{\"type\":\"text\",\"text\":7,\"citations\":\"x\"}")
        + delta(3, "{\"type\":\"citations_delta\",\"citation\":\"x\"}")
        + delta(3, "{\"type\":\"text_delta\",\"text\":{\"a\":1}}")
        + delta(1, "7")
        + block(4, "{\"type\":\"server_tool_use\",\"name\":\"web_search\",\"input\":7}")
        + delta(4, "{\"type\":\"input_json_delta\",\"partial_json\":7}")
        + named("content_block_stop", ",\"index\":4")
        + block(5, "{\"type\":\"web_search_tool_result\",\"content\":\"x\"}")
        + block(6, "{\"type\":\"fallback\",\"from\":7,\"to\":null}")
        + block(7, "{\"type\":\"tool_use\",\"input\":[]}")
        + named("content_block_stop", ",\"index\":7")
        + named("message_delta", ",\"delta\":\"x\",\"usage\":7");
  }

  private static String block(int index, String json) {
    return named("content_block_start", ",\"index\":" + index + ",\"content_block\":" + json);
  }

  private static String delta(int index, String json) {
    return named("content_block_delta", ",\"index\":" + index + ",\"delta\":" + json);
  }

  private static String input(String words) {
    return delta(2, "{\"type\":\"input_json_delta\",\"partial_json\":\"" + words + "\"}");
  }

  private static String stop(String reason, String rest) {
    return named(
        "message_delta",
        ",\"delta\":{\"stop_reason\":\"" + reason + "\"" + rest + "},\"usage\":{}");
  }

  private static Fault.Begun between(String id, String what, String events) {
    return stream(
        id, what, dialect -> dialect.answerBegun("a") + events + dialect.text("b") + dialect.end());
  }
}
