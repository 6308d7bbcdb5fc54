package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.provider.FaultHost.streamHead;
import static dev.polylogue.provider.faults.Dialect.ANTHROPIC;
import static dev.polylogue.provider.faults.Dialect.CHAT_COMPLETIONS;
import static dev.polylogue.provider.faults.Dialect.OPENAI_RESPONSES;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;

import dev.polylogue.provider.FaultHost.Wire;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** <b>Framing of server-sent events</b>, F50 to F62; every split offset: SseReaderTest. */
final class FramingFaults {
  private static final String MARK = "\uFEFF";
  private static final String EMOJI = "\uD83D\uDE00";

  private FramingFaults() {}

  static final List<Fault> ROWS =
      List.of(
          stream("F50", "LF", dialect -> dialect.answer("a", "b")).complete("ab"),
          stream("F50", "CRLF", dialect -> dialect.answer("a", "b").replace("\n", "\r\n"))
              .complete("ab"),
          stream("F50", "CR", dialect -> dialect.answer("a", "b").replace("\n", "\r"))
              .complete("ab"),
          stream("F50", "mixed", dialect -> dialect.answer("a", "b").replace("\n\n", "\r\n\r"))
              .complete("ab"),
          stream("F51", "ends in a bare CR", dialect -> dialect.answer("a").stripTrailing() + "\r")
              .complete("a"),
          stream(
                  "F51",
                  "ends in a bare CR, no finish",
                  dialect -> dialect.opening() + dialect.text("a") + "\r")
              .interrupted(DISCONNECTED, "finish mark", "a"),
          stream(
                  "F52",
                  "byte order mark first",
                  dialect -> MARK + dialect.text("a") + dialect.end())
              .complete("a"),
          stream("F52", "byte order mark inside", dialect -> dialect.answer("a" + MARK + "b"))
              .complete("a" + MARK + "b"),
          stream(
                  "F53",
                  "characters of 2, 3 and 4 bytes",
                  dialect -> dialect.answer("\u00e9\u20ac", EMOJI))
              .complete("\u00e9\u20ac" + EMOJI),
          invalid("F54", "no UTF-8", new byte[] {(byte) 0xC3, 0x28}, "a\uFFFD(b"),
          invalid("F54", "a character too few", new byte[] {(byte) 0xF0, (byte) 0x9F}, "a\uFFFDb"),
          stream(
                  "F55",
                  "half a pair in each delta",
                  dialect -> dialect.answer("\\ud83d", "\\ude00!"))
              .complete(EMOJI + "!"),
          stream(
                  "F56",
                  "comments everywhere",
                  dialect ->
                      ": ping\n\n"
                          + dialect.answer("a", "b").replace("data:", ": between\n:\ndata:"))
              .complete("ab"),
          stream("F56", "only comments", _ -> ": ping\n\n: ping\n\n")
              .interrupted(DISCONNECTED, "before the first word", ""),
          stream(
                  "F57",
                  "fields without a use",
                  dialect ->
                      "data:\n\ndata\n\nevent: ping\n\nretry: 10\nid: \u0000\nfoo: bar\nbaz\n\n"
                          + dialect.answer("a"))
              .complete("a"),
          stream(
                  "F58",
                  "one event on several data lines",
                  dialect ->
                      dialect.opening()
                          + dialect
                              .text("a")
                              .replaceFirst("\\{", "{\ndata: ")
                              .replaceFirst(",", ",\ndata:")
                          + dialect.text("b")
                          + dialect.end())
              .complete("ab"),
          // Both are used.
          stream(
                  "F59",
                  "two documents in one event",
                  dialect ->
                      dialect.opening() + two(dialect.text("a"), dialect.text("b")) + dialect.end())
              .complete("ab"),
          stream(
                  "F60",
                  "no blank line at the end",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.finish("stop").stripTrailing()
                          + "\n")
              .complete("a"),
          stream(
                  "F60",
                  "no line end at the end",
                  dialect ->
                      dialect.opening()
                          + dialect.text("a")
                          + dialect.finish("stop").stripTrailing())
              .complete("a"),
          line().truncated("larger than 8 MiB", "kept").only(CHAT_COMPLETIONS, ANTHROPIC),
          line().truncated("larger than 64 MiB", "kept").only(OPENAI_RESPONSES),
          lines().truncated("larger than 8 MiB", "kept").only(CHAT_COMPLETIONS),
          // Small events are an answer like any other until their words pass 32 million characters.
          wire(
                  "F61",
                  "200,000 tiny events",
                  (dialect, wire) -> {
                    wire.send(streamHead() + dialect.opening());
                    String thousand = dialect.text("x").repeat(1000);
                    for (int i = 0; i < 200; i++) {
                      wire.send(thousand);
                    }
                    wire.send(dialect.end());
                  })
              .complete("x".repeat(200_000)),
          stream(
                  "F62",
                  "fields that begin like data",
                  dialect ->
                      dialect.opening()
                          + "database: x\n\n data: x\n\n\tdata: x\n\ndatax\n\n"
                          + dialect.text("a")
                          + dialect.end())
              .complete("a"));

  private static Fault invalid(String id, String what, byte[] bytes, String text) {
    return new Fault.Begun(
            id,
            what,
            (dialect, wire) -> {
              String[] halves = dialect.text("a#b").split("#", -1);
              wire.send(streamHead() + dialect.opening() + halves[0]);
              wire.send(bytes);
              wire.send(halves[1] + dialect.end());
            },
            true)
        .complete(text);
  }

  private static Fault.Begun line() {
    return wire(
        "F61", "a line of 100 MB", (dialect, wire) -> endless(dialect, wire, "data: ", "x"));
  }

  private static Fault.Begun lines() {
    return wire(
        "F61",
        "an event of millions of lines",
        (dialect, wire) -> endless(dialect, wire, "", "data: xxxxxxxxx\n"));
  }

  private static String two(String first, String second) {
    return first.strip() + " " + second.substring(second.indexOf("data:") + "data:".length());
  }

  private static void endless(Dialect dialect, Wire wire, String begin, String unit)
      throws IOException {
    wire.send(streamHead() + dialect.opening() + dialect.text("kept") + begin);
    String block = IntStream.range(0, 10_000).mapToObj(_ -> unit).collect(Collectors.joining());
    for (int i = 0; i < 10_000; i++) {
      wire.send(block);
    }
  }
}
