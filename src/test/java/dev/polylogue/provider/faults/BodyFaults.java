package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.DISCONNECTED;
import static dev.polylogue.conversation.FailureKind.PROTOCOL;
import static dev.polylogue.conversation.FailureKind.SERVER;
import static dev.polylogue.provider.FaultHost.answer;
import static dev.polylogue.provider.FaultHost.streamHead;
import static dev.polylogue.provider.faults.Dialect.CHAT_COMPLETIONS;
import static dev.polylogue.provider.faults.Dialect.GEMINI;
import static dev.polylogue.provider.faults.Fault.status;
import static dev.polylogue.provider.faults.Fault.wire;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.provider.FaultHost.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** <b>Cookies and encodings</b>, F41 to F49, and the two connection faults that are only bytes. */
final class BodyFaults {
  private static final String GZIPPED =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";
  private static final String PAGE =
      "<!doctype html><html><head><title>Sign in to WiFi</title></head><body><b>Hi</b></body></html>";

  /** What is unpacked together with the damage is lost, at most 8 KiB. */
  private static final String PADDING = ": " + "x".repeat(40_000) + "\n\n";

  private BodyFaults() {}

  static final List<Fault> ROWS =
      List.of(
          wire("F09", "captive portal", (_, wire) -> wire.send(answer(200, "text/html", PAGE)))
              .failed(PROTOCOL, "network that wants a login first"),
          status("F09", 302, "", "Location: http://portal.example/login")
              .failed(FailureKind.REDIRECT, "portal.example"),
          wire(
                  "F10",
                  "the connection breaks in the middle",
                  (dialect, wire) -> {
                    wire.send(streamHead() + dialect.opening() + dialect.text("kept"));
                    wire.reset();
                  })
              .interrupted(DISCONNECTED, "cut off in the middle", "kept"),
          wire("F12", "reset without an answer", (_, wire) -> wire.reset())
              .failed(DISCONNECTED, "may have been billed"),
          wire("F12", "closed without an answer", (_, _) -> {})
              .failed(DISCONNECTED, "may have been billed"),
          // That no Cookie header comes back is asserted for every row.
          wire(
                  "F41",
                  "a cookie is set",
                  (dialect, wire) ->
                      wire.send(
                          answer(
                              200,
                              "text/event-stream",
                              dialect.answer("Hi"),
                              "Set-Cookie: id=1; Path=/; Max-Age=9999")))
              .complete("Hi"),
          // That it is shown as it comes: WatchdogTest.
          wire("F42", "gzip, flushed for each event", BodyFaults::zippedEvents).complete("abc"),
          wire(
                  "F43",
                  "gzip cut",
                  (dialect, wire) -> {
                    wire.send(GZIPPED);
                    wire.send(cut(dialect.opening() + dialect.text("kept")));
                  })
              .interrupted(DISCONNECTED, "cut off", "kept"),
          wire(
                  "F43",
                  "gzip damaged",
                  (dialect, wire) -> {
                    byte[] damaged = new byte[100];
                    Arrays.fill(damaged, (byte) 0xFF);
                    wire.send(GZIPPED);
                    wire.send(cut(dialect.opening() + dialect.text("kept") + PADDING));
                    wire.send(damaged);
                  })
              .interrupted(DISCONNECTED, "cut off", "kept"),
          wire("F43", "gzip bomb of one line", BodyFaults::line)
              .truncated("larger than 8 MiB", "kept")
              .only(CHAT_COMPLETIONS),
          wire("F43", "gzip bomb of one line", BodyFaults::line)
              .truncated("larger than 64 MiB", "kept")
              .only(GEMINI),
          // Counted below every protocol.
          wire("F43", "gzip bomb of good events", BodyFaults::bomb)
              .truncated("more than 256 MiB", "kept")
              .only(CHAT_COMPLETIONS),
          wire(
                  "F44",
                  "brotli that nobody asked for",
                  (_, wire) ->
                      wire.send(answer(200, "text/event-stream", "xyz", "Content-Encoding: br")))
              .failed(PROTOCOL, "the encoding \"br\""),
          wire(
                  "F45",
                  "a page in place of a stream",
                  (_, wire) -> wire.send(answer(200, "text/html; charset=utf-8", "\n" + PAGE)))
              .failed(PROTOCOL, "It says: Sign in to WiFi"),
          status("F46", 200, "{\"error\":{\"message\":\"no seat\"}}").failed(SERVER, "no seat"),
          status("F46", 200, "{\"error\":{\"message\":\"later\",\"type\":\"overloaded_error\"}}")
              .refused(FailureKind.OVERLOADED, "later"),
          wire(
                  "F47",
                  "a plain answer",
                  (dialect, wire) ->
                      wire.send(answer(200, "application/json", "\n\n" + dialect.plain("Hi"))))
              .complete("Hi"),
          typed("F48", "text/plain").complete("\u00e9"),
          typed("F48", "application/json").complete("\u00e9"),
          typed("F48", "x").complete("\u00e9"),
          typed("F49", "text/event-stream; charset=iso-8859-1").complete("\u00e9"),
          typed("F49", "text/event-stream; charset=utf-16").complete("\u00e9"));

  private static Fault.Begun typed(String id, String type) {
    return wire(
        id,
        "a stream called " + type,
        (dialect, wire) -> wire.send(answer(200, type, dialect.answer("\u00e9"))));
  }

  private static void zippedEvents(Dialect dialect, Wire wire) throws IOException {
    wire.send(GZIPPED);
    wire.send(
        zip(
            dialect.opening(),
            dialect.text("a"),
            dialect.text("b"),
            dialect.text("c"),
            dialect.end()));
  }

  private static void bomb(Dialect dialect, Wire wire) throws IOException {
    wire.send(GZIPPED);
    String empty = dialect.event("{\"x\":\"" + "y".repeat(1 << 20) + "\"}");
    String[] parts = new String[300];
    Arrays.fill(parts, empty);
    parts[0] = dialect.opening() + dialect.text("kept");
    wire.send(zip(parts));
  }

  private static void line(Dialect dialect, Wire wire) throws IOException {
    wire.send(GZIPPED);
    wire.send(zip(dialect.answerBegun("kept") + "data: ", "x".repeat(64 << 20)));
  }

  /** Without its end. */
  private static byte[] cut(String part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes, 512, true)) {
      zip.write(part.getBytes(StandardCharsets.UTF_8));
      zip.flush();
      return bytes.toByteArray();
    }
  }

  /** Each part flushed. */
  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new QuickZip(bytes)) {
      for (String part : parts) {
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.flush();
      }
    }
    return bytes.toByteArray();
  }

  /** Flushes each part, and takes no time over packing it well. */
  private static final class QuickZip extends GZIPOutputStream {
    QuickZip(OutputStream out) throws IOException {
      super(out, 512, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
