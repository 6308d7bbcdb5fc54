package dev.polylogue.provider.faults;

import static dev.polylogue.conversation.FailureKind.CONTENT_FILTER;
import static dev.polylogue.conversation.FailureKind.OVERLOADED;
import static dev.polylogue.conversation.FailureKind.SERVER;
import static dev.polylogue.provider.faults.Dialect.GEMINI;
import static dev.polylogue.provider.faults.Fault.status;
import static dev.polylogue.provider.faults.Fault.stream;
import static dev.polylogue.provider.faults.Fault.wire;
import static dev.polylogue.provider.faults.Phrases.event;

import dev.polylogue.provider.FaultHost;
import java.util.List;

/** Faults in the shape of Gemini's chunks, F46 to F96. */
final class GeminiFaults {
  private GeminiFaults() {}

  static final List<Fault> ROWS =
      List.of(
          status(
                  "F46",
                  200,
                  "[{\"error\":{\"code\":503,\"message\":\"busy\",\"status\":\"UNAVAILABLE\"}}]")
              .refused(OVERLOADED, "busy")
              .only(GEMINI),
          // There is no other end mark than the finish, which some models put into every chunk.
          stream(
                  "F70",
                  "a finish in every chunk",
                  dialect -> finished("a", "STOP") + finished("b", "STOP"))
              .complete("ab")
              .only(GEMINI),
          stream(
                  "F71",
                  "filtered before a word",
                  dialect -> dialect.opening() + dialect.finish("content_filter"))
              .failed(CONTENT_FILTER, "SAFETY")
              .only(GEMINI),
          stream(
                  "F71",
                  "filtered after words",
                  dialect -> dialect.answerBegun("a") + dialect.finish("content_filter"))
              .complete("a")
              .only(GEMINI),
          stream(
                  "F71",
                  "the question is filtered",
                  _ -> event("{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}"))
              .failed(CONTENT_FILTER, "PROHIBITED_CONTENT")
              .only(GEMINI),
          stream(
                  "F72",
                  "a finish that is an error",
                  dialect ->
                      dialect.answerBegun("kept")
                          + event(
                              "{\"candidates\":[{\"finishReason\":\"OTHER\",\"finishMessage\":\"it broke\"}]}"))
              .failed(SERVER, "it broke", "kept")
              .only(GEMINI),
          between(
                  "F87",
                  "chunks of nothing",
                  event("{\"candidates\":[]}")
                      + event("{\"candidates\":[{}]}")
                      + event("{\"candidates\":[{\"content\":{}}]}")
                      + event(
                          "{\"candidates\":[{\"content\":{\"parts\":[]},\"finishReason\":null}]}")
                      + event("{\"usageMetadata\":{},\"promptFeedback\":{}}")
                      + event("{}")
                      + part("{}")
                      + part("{\"text\":null}"))
              .complete("ab")
              .only(GEMINI),
          between("F88", "wrong types", wrong()).complete("a7b").only(GEMINI),
          between(
                  "F90",
                  "candidates in turns",
                  event(
                      "{\"candidates\":[{\"index\":1,\"content\":{\"parts\":[{\"text\":\"no\"}]},\"finishReason\":\"MAX_TOKENS\"}]}"))
              .complete("ab")
              .only(GEMINI),
          // A call always comes whole.
          wire(
                  "F91",
                  "5 MB of arguments of a tool",
                  (dialect, wire) ->
                      wire.send(
                          FaultHost.streamHead()
                              + dialect.answerBegun("a")
                              + part(
                                  "{\"functionCall\":{\"name\":\"f\",\"args\":{\"q\":\""
                                      + "x".repeat(5_000_000)
                                      + "\"}}}")
                              + dialect.end()))
              .complete("a")
              .only(GEMINI),
          stream(
                  "F92",
                  "a call that the model wrote wrongly",
                  dialect ->
                      dialect.answerBegun("a")
                          + event(
                              "{\"candidates\":[{\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]}"))
              .failed(SERVER, "MALFORMED_FUNCTION_CALL", "a")
              .only(GEMINI));

  private static String wrong() {
    return event("17")
        + event("[]")
        + event("[7,null]")
        + event("null")
        + event("{\"candidates\":{\"a\":7},\"usageMetadata\":7,\"modelVersion\":[]}")
        + event("{\"candidates\":[7,null,\"x\"],\"usageMetadata\":{\"promptTokenCount\":\"x\"}}")
        + event("{\"candidates\":[{\"index\":\"x\",\"content\":\"x\",\"finishReason\":{}}]}")
        + event("{\"candidates\":[{\"content\":{\"parts\":\"x\"}}]}")
        + event("{\"candidates\":[{\"content\":{\"parts\":{\"text\":\"x\"}}}]}")
        + event("{\"candidates\":[{\"groundingMetadata\":7,\"citationMetadata\":\"x\"}]}")
        + event(
            "{\"candidates\":[{\"groundingMetadata\":{\"webSearchQueries\":\"x\",\"groundingChunks\":{\"a\":7}}}]}")
        + event("{\"promptFeedback\":{\"blockReason\":{}}}")
        + part("7")
        + part("null")
        + part("\"x\"")
        + part("{\"text\":7,\"thought\":[],\"thoughtSignature\":{}}")
        + part("{\"functionCall\":\"x\",\"executableCode\":7,\"codeExecutionResult\":[]}")
        + part("{\"functionCall\":{\"name\":7,\"args\":\"x\"}}")
        + part("{\"inlineData\":7}")
        + part("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":7}}");
  }

  private static String part(String part) {
    return event("{\"candidates\":[{\"index\":0,\"content\":{\"parts\":[" + part + "]}}]}");
  }

  private static String finished(String words, String reason) {
    return event(
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"%s\"}]},\"finishReason\":\"%s\"}]}"
            .formatted(words, reason));
  }

  private static Fault.Begun between(String id, String what, String events) {
    return stream(
        id, what, dialect -> dialect.answerBegun("a") + events + dialect.text("b") + dialect.end());
  }
}
