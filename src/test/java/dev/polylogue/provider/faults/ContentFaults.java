package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.conversation.FailureKind.PROTOCOL;
import static dev.polylogue.provider.faults.Dialect.CHAT_COMPLETIONS;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/**
 * <b>Content</b>, F86 to F97, and the burst F81. What has the shape of Chat is here too; the other
 * protocols have lists of their own.
 */
final class ContentFaults {
  private static final String LONG = "x".repeat(1 << 20);
  private static final String CALL =
      "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t\",\"function\":{\"name\":\"f\",\"arguments\":\"%s\"}}]}}]}";

  private ContentFaults() {}

  static final List<Fault> ROWS =
      List.of(
          // How often the window is painted is measured elsewhere; here nothing may be lost.
          wire(
                  "F81",
                  "50,000 words at once",
                  (dialect, wire) ->
                      wire.send(
                          FaultHost.streamHead()
                              + dialect.opening()
                              + dialect.text("wort ").repeat(50_000)
                              + dialect.end()))
              .complete("wort ".repeat(50_000)),
          stream(
                  "F86",
                  "unknown fields and events",
                  dialect ->
                      dialect.opening()
                          + dialect.unknown()
                          + dialect.text("a")
                          + dialect.unknown()
                          + dialect.end())
              .complete("a"),
          stream(
                  "F87",
                  "deltas of nothing",
                  dialect ->
                      dialect.event("{\"choices\":[],\"prompt_filter_results\":[]}")
                          + dialect.event("{\"choices\":[{\"index\":0,\"delta\":{}}]}")
                          + dialect.event(
                              "{\"choices\":[{\"delta\":{\"role\":null,\"content\":null}}]}")
                          + dialect.event("{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}")
                          + dialect.text("a")
                          + dialect.finish("stop")
                          + dialect.event("{\"choices\":[],\"usage\":{\"prompt_tokens\":1}}")
                          + dialect.done())
              .complete("a")
              .only(CHAT_COMPLETIONS),
          stream(
                  "F88",
                  "wrong types",
                  dialect ->
                      dialect.event(
                              "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}}]}")
                          + dialect.event("{\"choices\":[{\"delta\":{\"content\":7}}]}")
                          + dialect.event(
                              "{\"choices\":[{\"delta\":{\"content\":{\"text\":\"b\"}}}]}")
                          + dialect.event("17")
                          + dialect.event("\"x\"")
                          + dialect.event("[]")
                          + dialect.event("null")
                          + dialect.event("{\"choices\":{},\"usage\":null}")
                          + dialect.end())
              .complete("a7b")
              .only(CHAT_COMPLETIONS),
          stream(
                  "F89",
                  "one damaged event",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.event("{oops")
                          + dialect.text("b")
                          + dialect.end())
              .interrupted(PROTOCOL, "1 pieces that could not be read", "ab"),
          stream(
                  "F89",
                  "more than three damaged events",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.event("{oops").repeat(4)
                          + dialect.text("b")
                          + dialect.end())
              .interrupted(PROTOCOL, "4 pieces", "a"),
          // A pane shows one choice; the others are passed over, not shown elsewhere.
          stream(
                  "F90",
                  "choices in turns",
                  dialect ->
                      dialect.text("a")
                          + dialect.event(
                              "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"},\"finish_reason\":\"length\"}]}")
                          + dialect.text("b")
                          + dialect.end())
              .complete("ab")
              .only(CHAT_COMPLETIONS),
          // Tool calls are never run. One character a delta, fifty thousand of them.
          wire(
                  "F91",
                  "endless arguments of a tool",
                  (dialect, wire) ->
                      wire.send(
                          FaultHost.streamHead()
                              + dialect.text("a")
                              + dialect.event(CALL.formatted("x")).repeat(50_000)
                              + dialect.end()))
              .complete("a")
              .only(CHAT_COMPLETIONS),
          // Without a finish it is cut off; with one the answer is complete, since nothing is run.
          stream(
                  "F92",
                  "arguments that never close",
                  dialect -> dialect.text("a") + dialect.event(CALL.formatted("{\\\"a\\\":")))
              .interrupted(DISCONNECTED, "finish mark", "a")
              .only(CHAT_COMPLETIONS),
          // That an empty answer is not sent back later: PaneThreadTest.
          stream(
                  "F93",
                  "thoughts and not a word",
                  dialect -> dialect.opening() + dialect.thought("hm") + dialect.end())
              .complete(""),
          stream(
                  "F94",
                  "controls, bidi, separators",
                  dialect -> dialect.answer("a\\u0000b\\u001b[2Jc\\u202ed\\u2028e"))
              .complete("a\u0000b\u001b[2Jc\u202ed\u2028e"),
          wire(
                  "F94",
                  "1 MB without a blank",
                  (dialect, wire) -> wire.send(FaultHost.streamHead() + dialect.answer(LONG)))
              .complete(LONG),
          // The name is asserted in ContentTest.
          stream("F95", "another model answers", dialect -> dialect.answer("a")).complete("a"),
          stream(
                  "F96",
                  "senseless counts",
                  dialect ->
                      dialect.answerBegun("a") + dialect.counted("-1", "1e30") + dialect.done())
              .complete("a"),
          stream(
                  "F96",
                  "counts of a wrong type",
                  dialect ->
                      dialect.answerBegun("a") + dialect.counted("\"x\"", "[]") + dialect.done())
              .complete("a"),
          stream(
                  "F96",
                  "an endless price",
                  dialect ->
                      dialect.text("a")
                          + dialect.finish("stop")
                          + dialect.event(
                              "{\"choices\":[],\"usage\":{\"cost\":1e999,\"prompt_tokens\":2.5}}")
                          + dialect.done())
              .complete("a")
              .only(CHAT_COMPLETIONS),
          // No protocol lets us name a request, so an id says nothing: what came over this
          // connection belongs to this pane.
          stream(
                  "F97",
                  "the id of another answer",
                  dialect ->
                      dialect.event(
                              "{\"id\":\"someone-elses\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}")
                          + dialect.end())
              .complete("a")
              .only(CHAT_COMPLETIONS));
}
