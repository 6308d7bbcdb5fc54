package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.conversation.FailureKind.OVERLOADED;
import static dev.polylogue.conversation.FailureKind.SERVER;
import static dev.polylogue.provider.faults.Dialect.ANTHROPIC;
import static dev.polylogue.provider.faults.Dialect.CHAT_COMPLETIONS;
import static dev.polylogue.provider.faults.Dialect.OPENAI_RESPONSES;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/** <b>Streams that end badly</b>, F63 to F73; HTTP/2 (F74, F75): Http2Test. */
final class EndingFaults {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

  private EndingFaults() {}

  static final List<Fault> ROWS =
      List.of(
          cut("mid-event", "data: {\"choices\":[]}\n"),
          cut("mid-line", "dat"),
          cut("mid-JSON", "data: {\"choices\":[{\"del"),
          wire(
                  "F63",
                  "mid-character",
                  (dialect, wire) -> {
                    wire.send(FaultHost.streamHead() + dialect.opening() + dialect.text("kept"));
                    wire.send(dialect.text("#").split("#", -1)[0]);
                    wire.send(new byte[] {(byte) 0xE2, (byte) 0x82});
                  })
              .interrupted(DISCONNECTED, "finish mark", "kept"),
          wire(
                  "F64",
                  "Content-Length longer than the body",
                  (dialect, wire) ->
                      wire.send(
                          HEAD
                              + "Content-Length: 99999\r\n\r\n"
                              + dialect.opening()
                              + dialect.text("kept")))
              .interrupted(DISCONNECTED, "cut off", "kept"),
          chunked("last chunk missing", ""),
          chunked("no size of a chunk", "zz\r\nabc"),
          chunked("garbage", "\u0000\u0001\r\n\r\n\r\n"),
          stream(
                  "F66",
                  "closed without a finish",
                  dialect -> dialect.opening() + dialect.text("kept"))
              .interrupted(DISCONNECTED, "without a finish mark", "kept"),
          stream(
                  "F67",
                  "[DONE] missing",
                  dialect -> dialect.opening() + dialect.text("a") + dialect.finish("stop"))
              .complete("a"),
          // The small note is the missing finish reason, which the footer then does not show.
          stream(
                  "F68",
                  "finish missing, [DONE] there",
                  dialect -> dialect.opening() + dialect.text("a") + dialect.done())
              .complete("a")
              .only(CHAT_COMPLETIONS),
          stream("F69", "words behind the end", dialect -> dialect.answer("a") + dialect.text("b"))
              .complete("a")
              .only(CHAT_COMPLETIONS, OPENAI_RESPONSES, ANTHROPIC),
          stream(
                  "F70",
                  "two finish reasons",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.finish("length")
                          + dialect.end())
              .complete("a"),
          stream(
                  "F71",
                  "length",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.finish("length")
                          + dialect.done())
              .complete("a"),
          // A finish that says why there are no words is an answer, though an empty one.
          stream(
                  "F71",
                  "filtered before a word",
                  dialect -> dialect.opening() + dialect.finish("content_filter") + dialect.done())
              .complete("")
              .only(CHAT_COMPLETIONS, OPENAI_RESPONSES, ANTHROPIC),
          stream(
                  "F72",
                  "an error in the middle",
                  dialect ->
                      dialect.opening()
                          + dialect.text("kept")
                          + dialect.error("it broke", "server_error"))
              .failed(SERVER, "it broke", "kept"),
          stream(
                  "F72",
                  "overloaded in the middle",
                  dialect ->
                      dialect.opening()
                          + dialect.text("kept")
                          + dialect.error("Overloaded", "overloaded_error"))
              .failed(OVERLOADED, "Overloaded", "kept"),
          // Before the first word it is a refusal like one by status.
          stream(
                  "F73",
                  "overloaded at once",
                  dialect -> dialect.error("Overloaded", "overloaded_error"))
              .refused(OVERLOADED, "Overloaded"),
          stream("F73", "an error at once", dialect -> dialect.error("it broke", "server_error"))
              .failed(SERVER, "it broke"));

  private static Fault cut(String where, String rest) {
    return stream("F63", where, dialect -> dialect.opening() + dialect.text("kept") + rest)
        .interrupted(DISCONNECTED, "finish mark", "kept");
  }

  private static Fault chunked(String what, String rest) {
    return wire(
            "F65",
            what,
            (dialect, wire) -> {
              String body = dialect.opening() + dialect.text("kept");
              wire.send(
                  HEAD
                      + "Transfer-Encoding: chunked\r\n\r\n"
                      + Integer.toHexString(body.length())
                      + "\r\n"
                      + body
                      + "\r\n"
                      + rest);
            })
        .interrupted(DISCONNECTED, "was cut off in the middle of the answer.", "kept");
  }
}
