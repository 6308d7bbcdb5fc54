package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Pane;
import dev.polylogue.conversation.Parameters;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Price;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Turn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Comparisons to put into a history. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456789Z");
  static final ModelRef SCRIBE = ModelRef.parse("sandbox/scribe");
  static final ModelRef GROK = ModelRef.parse("xai/grok-4.7");

  private final UUID base;
  private long ids;

  Samples() {
    this(new UUID(0x0190_0000_0000_7000L, 0));
  }

  /** Samples whose identifiers follow the given one. */
  Samples(UUID base) {
    this.base = base;
  }

  UUID id() {
    return new UUID(base.getMostSignificantBits(), base.getLeastSignificantBits() + ++ids);
  }

  Comparison comparison(ModelRef... models) {
    List<Pane> panes =
        Arrays.stream(models).map(model -> Pane.empty(id(), model, Parameters.NONE)).toList();
    return new Comparison(id(), "", NOON, panes, List.of(), "");
  }

  Turn turn(String prompt) {
    return new Turn(id(), Message.user(prompt), NOON);
  }

  Reply queued(Pane pane) {
    return Reply.queued(id(), pane.model());
  }

  Map<UUID, Reply> queued(Comparison comparison) {
    Map<UUID, Reply> queued = new LinkedHashMap<>();
    comparison.panes().forEach(pane -> queued.put(pane.id(), queued(pane)));
    return queued;
  }

  /** A comparison of one pane that was asked, with its reply still queued. */
  Asked asked(HistoryStore store) throws HistoryException {
    Comparison comparison = comparison(SCRIBE);
    store.create(comparison);
    Turn turn = turn("Explain tides.");
    Reply reply = queued(comparison.panes().getFirst());
    store.beginTurn(comparison.id(), turn, Map.of(comparison.panes().getFirst().id(), reply));
    return new Asked(comparison, turn, reply);
  }

  record Asked(Comparison comparison, Turn turn, Reply reply) {

    UUID pane() {
      return comparison.panes().getFirst().id();
    }

    List<HistoryStore.Words> words(String text) {
      return List.of(new HistoryStore.Words(reply.id(), 0, "text", text));
    }

    Reply complete(String text) {
      return ended(ReplyState.COMPLETE, new Part.Text(text));
    }

    Reply ended(ReplyState state, Part... parts) {
      return new Reply(reply.id(), reply.model(), state, List.of(parts), Outcome.NONE, Timing.NONE);
    }

    Reply stored(HistoryStore store) throws HistoryException {
      return store
          .load(comparison.id())
          .orElseThrow()
          .panes()
          .getFirst()
          .answer(turn.id())
          .orElseThrow()
          .reply();
    }
  }

  Price price() {
    return new Price(
        "grok-4.3",
        List.of(
            new Price.Rate(
                0, new BigDecimal("1.25"), new BigDecimal("0.20"), null, new BigDecimal("2.50"))),
        new BigDecimal("5"),
        "USD",
        "a price list",
        LocalDate.of(2026, 11, 1));
  }
}
