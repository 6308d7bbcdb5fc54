package dev.polylogue.provider.faults;

import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.FaultHost.Wire;
import dev.polylogue.provider.ProviderException.Repeat;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * One row of the catalogue: what goes over the wire, and what has to become of it.
 *
 * @param id {@code F01} to {@code F103}
 * @param what the fault in a few words
 * @param script what the host sends when it has read the request
 * @param told how the reply ends
 * @param dialects the protocols in which the fault exists
 * @param inPieces whether it is also sent byte by byte and in random pieces
 */
record Fault(
    String id, String what, Script script, Told told, Set<Dialect> dialects, boolean inPieces) {

  /** Plays one answer in the words of a protocol. */
  @FunctionalInterface
  interface Script {
    void play(Dialect dialect, Wire wire) throws IOException;
  }

  /** The body of an answer in the words of a protocol. */
  @FunctionalInterface
  interface Body {
    String of(Dialect dialect);
  }

  /**
   * How a reply ends.
   *
   * @param kind null when it is complete
   * @param sentence part of what the user reads
   * @param text exactly what is kept
   * @param repeat whether the program may ask again by itself
   */
  record Told(ReplyState state, FailureKind kind, String sentence, String text, Repeat repeat) {}

  /** A row without its end. */
  record Begun(String id, String what, Script script, boolean inPieces) {
    Fault complete(String text) {
      return ends(new Told(ReplyState.COMPLETE, null, "", text, Repeat.NEVER));
    }

    Fault interrupted(FailureKind kind, String sentence, String text) {
      return ends(new Told(ReplyState.INTERRUPTED, kind, sentence, text, Repeat.NEVER));
    }

    Fault truncated(String sentence, String text) {
      return ends(
          new Told(ReplyState.TRUNCATED, FailureKind.TOO_LARGE, sentence, text, Repeat.NEVER));
    }

    Fault failed(FailureKind kind, String sentence) {
      return failed(kind, sentence, "");
    }

    Fault failed(FailureKind kind, String sentence, String text) {
      return ends(new Told(ReplyState.FAILED, kind, sentence, text, Repeat.NEVER));
    }

    /** The provider refused it for now in so many words, so it may be repeated. */
    Fault refused(FailureKind kind, String sentence) {
      return ends(new Told(ReplyState.FAILED, kind, sentence, "", Repeat.REFUSED));
    }

    private Fault ends(Told told) {
      return new Fault(id, what, script, told, EnumSet.allOf(Dialect.class), inPieces);
    }
  }

  /** Anything on the wire, from the status line on; sent as it is written. */
  static Begun wire(String id, String what, Script script) {
    return new Begun(id, what, script, false);
  }

  /** The body of a stream that ends with the connection; sent in pieces of every kind. */
  static Begun stream(String id, String what, Body body) {
    return new Begun(
        id, what, (dialect, wire) -> wire.send(FaultHost.streamHead() + body.of(dialect)), true);
  }

  /** A whole answer of a status. */
  static Begun status(String id, int status, String body, String... headers) {
    return new Begun(
        id,
        "status " + status,
        (_, wire) -> wire.send(FaultHost.answer(status, "application/json", body, headers)),
        false);
  }

  /** The protocols in which this can happen at all. */
  Fault only(Dialect first, Dialect... more) {
    return new Fault(id, what, script, told, EnumSet.of(first, more), inPieces);
  }
}
