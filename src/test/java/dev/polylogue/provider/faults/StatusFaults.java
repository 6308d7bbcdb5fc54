package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.AUTH;
import static dev.polylogue.conversation.FailureKind.BAD_REQUEST;
import static dev.polylogue.conversation.FailureKind.CONTENT_FILTER;
import static dev.polylogue.conversation.FailureKind.CONTEXT_LENGTH;
import static dev.polylogue.conversation.FailureKind.NOT_FOUND;
import static dev.polylogue.conversation.FailureKind.OVERLOADED;
import static dev.polylogue.conversation.FailureKind.PERMISSION;
import static dev.polylogue.conversation.FailureKind.PROTOCOL;
import static dev.polylogue.conversation.FailureKind.QUOTA;
import static dev.polylogue.conversation.FailureKind.RATE_LIMIT;
import static dev.polylogue.conversation.FailureKind.REDIRECT;
import static dev.polylogue.conversation.FailureKind.SERVER;
import static dev.polylogue.conversation.FailureKind.TIMEOUT;
import static dev.polylogue.conversation.FailureKind.TOO_LARGE;
import static dev.polylogue.provider.faults.Fault.status;
import static dev.polylogue.provider.faults.Fault.wire;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/** <b>Status codes</b>, F16 to F37, and <b>redirects</b> whose other end nobody listens at. */
final class StatusFaults {
  private static final String HINT = "Retry-After: 7";
  private static final String SLOW = "{\"error\":{\"message\":\"slow down\"}}";

  private StatusFaults() {}

  static final List<Fault> ROWS =
      List.of(
          status(
                  "F16",
                  400,
                  "{\"error\":{\"message\":\"bad field\",\"type\":\"invalid_request_error\"}}")
              .failed(BAD_REQUEST, "bad field"),
          status("F16", 400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"blocked\"}}")
              .failed(CONTENT_FILTER, "blocked"),
          status(
                  "F17",
                  400,
                  "{\"error\":{\"message\":\"maximum context length is 10\",\"code\":\"context_length_exceeded\"}}")
              .failed(CONTEXT_LENGTH, "too long for this model"),
          status("F18", 401, "{\"detail\":\"Invalid API Key\"}")
              .failed(AUTH, "rejects the key (401)"),
          status(
                  "F18",
                  400,
                  "{\"code\":\"invalid-argument\",\"error\":\"Incorrect API key provided\"}")
              .failed(AUTH, "Check the key of host"),
          wire(
                  "F18",
                  "the key is echoed",
                  (_, wire) ->
                      wire.send(
                          FaultHost.answer(
                              401,
                              "application/json",
                              "{\"error\":{\"message\":\"Wrong key " + Dialect.KEY + "!\"}}",
                              "x-your-key: " + Dialect.KEY)))
              .failed(AUTH, "Wrong key [key removed]!"),
          status("F19", 402, "{\"error\":{\"message\":\"no money\"}}").failed(QUOTA, "no money"),
          status(
                  "F19",
                  429,
                  "{\"error\":{\"message\":\"Over\",\"code\":\"insufficient_quota\"}}",
                  HINT)
              .failed(QUOTA, "No credit left"),
          status("F20", 403, "{\"error\":{\"message\":\"not in your region\"}}")
              .failed(PERMISSION, "not in your region"),
          status("F21", 404, "{\"error\":{\"message\":\"no such model\"}}")
              .failed(NOT_FOUND, "no such model or path"),
          status("F21", 410, "{\"error\":\"gone\"}").failed(NOT_FOUND, "gone"),
          status("F22", 405, "plain words").failed(PROTOCOL, "does not seem to speak"),
          status("F22", 415, "{}").failed(PROTOCOL, "does not seem to speak"),
          status("F22", 426, "").failed(PROTOCOL, "does not seem to speak"),
          status("F23", 408, "{\"error\":\"late\"}", "Retry-After: 0")
              .failed(TIMEOUT, "timed out at"),
          // There is no kind "conflict": the words are the provider's.
          status("F24", 409, "{\"error\":{\"message\":\"busy with you\"}}")
              .failed(BAD_REQUEST, "busy with you"),
          status("F25", 413, "{\"message\":\"too big\"}").failed(TOO_LARGE, "1 kB were sent"),
          status("F26", 422, "{\"detail\":[{\"loc\":[\"x\"],\"msg\":\"field required\"}]}")
              .failed(BAD_REQUEST, "field required"),
          // F27 to F30 with the waits themselves: RetryHintTest.
          status("F27", 429, SLOW, HINT).refused(RATE_LIMIT, "slow down"),
          status("F27", 429, SLOW, HINT, "x-should-retry: false").failed(RATE_LIMIT, "slow down"),
          status("F30", 429, SLOW, "Retry-After: soon").refused(RATE_LIMIT, "slow down"),
          status("F31", 429, "{\"error\":{\"message\":\"Monthly spend limit reached\"}}")
              .failed(QUOTA, "spend limit"),
          // The request id is kept with the reply: RetryHintTest.
          status("F32", 500, "{\"error\":{\"message\":\"oops\"}}").failed(SERVER, "(500)"),
          status("F33", 502, "<html><head><title>Bad Gateway</title></head><body>x</body></html>")
              .failed(SERVER, "may have been billed. It says: Bad Gateway"),
          status("F33", 504, "").failed(SERVER, "may have been billed"),
          status("F34", 503, "{\"error\":{\"message\":\"busy\"}}", "Retry-After: 0")
              .refused(OVERLOADED, "busy"),
          status("F34", 503, "busy", "x-should-retry: false").failed(OVERLOADED, "busy"),
          status("F35", 529, "{\"error\":{\"message\":\"Overloaded\"}}")
              .refused(OVERLOADED, "Overloaded"),
          status("F36", 299, "x").failed(PROTOCOL, "(299)"),
          status("F36", 418, "x").failed(PROTOCOL, "(418)"),
          status("F36", 599, "x").failed(PROTOCOL, "(599)"),
          wire(
                  "F36",
                  "101",
                  (_, wire) ->
                      wire.send(
                          "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"))
              .failed(PROTOCOL, "(101)"),
          // A flood of 1xx without end: WatchdogTest.
          wire(
                  "F36",
                  "1xx before the answer",
                  (dialect, wire) -> {
                    for (int i = 0; i < 1000; i++) {
                      wire.send("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n");
                    }
                    wire.send(FaultHost.streamHead() + dialect.answer("all the same"));
                  })
              .complete("all the same"),
          wire("F36", "no HTTP at all", (_, wire) -> wire.send("220 smtp.example ready\r\n\r\n"))
              .failed(PROTOCOL, "not HTTP"),
          status("F37", 204, "").failed(PROTOCOL, "(204)"),
          status("F37", 200, "").failed(PROTOCOL, "empty answer"),
          Fault.stream("F37", "a finish and not a word", Dialect::end)
              .failed(PROTOCOL, "empty answer"),
          // F38, where another host listens: RedirectTest.
          status("F39", 302, "", "Location: http://169.254.169.254/latest/meta-data/")
              .failed(REDIRECT, "http://169.254.169.254/latest/meta-data/"),
          status("F39", 307, "", "Location: http://127.0.0.1:9/v1")
              .failed(REDIRECT, "not followed"),
          status("F40", 308, "", "Location: /v1/chat/completions/")
              .failed(REDIRECT, "redirects to /v1/chat/completions/"),
          status("F40", 301, "").failed(REDIRECT, "redirects to another place"));
}
