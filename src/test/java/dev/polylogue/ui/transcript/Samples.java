package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import dev.polylogue.run.Passage;
import dev.polylogue.run.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replies and turns for tests. */
final class Samples {
  private Samples() {}

  static final Timing TIMED = new Timing(410L, 3_510L, 9_900L, 10_000L);

  static final Outcome GOOD =
      new Outcome(
          new Outcome.Origin("grok-4.3-0709", "req-1"),
          "stop",
          Usage.of(312L, 540L, 40L, 412L),
          Cost.reported(new BigDecimal("0.0091"), "USD"),
          List.of(),
          null);

  static UUID id(int number) {
    return new UUID(0, number);
  }

  static Passage text(CharSequence text) {
    return new Passage(Passage.Kind.TEXT, text, null);
  }

  static Passage thought(CharSequence text, @Nullable Long millis) {
    return new Passage(Passage.Kind.REASONING, text, millis);
  }

  static Snapshot complete(String text) {
    return reply(1, ReplyState.COMPLETE, GOOD, TIMED, text(text));
  }

  static Snapshot streaming(Passage... passages) {
    return reply(
        1, ReplyState.STREAMING, Outcome.NONE, new Timing(null, 1_200L, 2_300L, null), passages);
  }

  static Snapshot failed(Failure failure, Passage... passages) {
    return reply(1, ReplyState.FAILED, Outcome.NONE.with(failure), Timing.NONE, passages);
  }

  static Snapshot reply(
      int id, ReplyState state, Outcome outcome, Timing timing, Passage... passages) {
    return cited(id, state, outcome, timing, List.of(), passages);
  }

  static Snapshot cited(
      int id,
      ReplyState state,
      Outcome outcome,
      Timing timing,
      List<Part.Citation> citations,
      Passage... passages) {
    return new Snapshot(
        id(id),
        state,
        new Snapshot.Content(List.of(passages), citations, List.of(), List.of()),
        outcome,
        timing,
        Snapshot.Trouble.NONE);
  }

  static TranscriptTurn turn(int number, String prompt, Snapshot reply) {
    return new TranscriptTurn(id(100 + number), prompt, "grok-4.3", reply, 1, 1);
  }
}
