package dev.polylogue.history;

import dev.polylogue.conversation.Cost;
import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.ModelRef;
import dev.polylogue.conversation.Outcome;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Timing;
import dev.polylogue.conversation.Usage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replies, without their words. */
final class ReplyRows {
  /** A condition on {@code reply}: not ended yet. In the words of the index that answers it. */
  static final String LIVE = "state IN ('queued', 'connecting', 'waiting', 'streaming')";

  private final Db db;

  ReplyRows(Db db) {
    this.db = db;
  }

  boolean has(UUID reply) throws SQLException {
    return db.has("SELECT 1 FROM reply WHERE id = ?", reply);
  }

  boolean isLive(UUID reply) throws SQLException {
    return db.has("SELECT 1 FROM reply WHERE id = ? AND " + LIVE, reply);
  }

  List<UUID> live() throws SQLException {
    return db.list("SELECT id FROM reply WHERE " + LIVE, row -> row.id("id"));
  }

  /** Adds a reply behind the others of its answer; it is not in use until {@link #use}. */
  void add(UUID pane, UUID turn, Reply reply) throws SQLException {
    insert(pane, turn, reply, false);
  }

  /** The first reply of a pane to a turn, which is in use at once. */
  void addFirst(UUID pane, UUID turn, Reply reply) throws SQLException {
    insert(pane, turn, reply, true);
  }

  private void insert(UUID pane, UUID turn, Reply reply, boolean active) throws SQLException {
    db.run(
        """
        INSERT INTO reply (id, pane, turn, ordinal, active, provider, model, state)
        VALUES (?1, ?2, ?3,
            (SELECT coalesce(max(ordinal) + 1, 0) FROM reply WHERE pane = ?2 AND turn = ?3), ?4, ?5, ?6, ?7)
        """,
        reply.id(),
        pane,
        turn,
        active,
        reply.model().provider(),
        reply.model().model(),
        reply.state().word());
    if (reply.equals(Reply.queued(reply.id(), reply.model()))) {
      return;
    }
    describe(reply);
    PartRows.ofReplies(db).addFirst(reply.id(), reply.parts());
    if (!reply.state().isLive()) {
      new PassageRows(db).answered(reply.id());
    }
  }

  /** Makes it the one of its alternatives that is in use. */
  void use(UUID reply) throws SQLException {
    db.run(
        """
        UPDATE reply SET active = 0
        WHERE active = 1 AND (pane, turn) = (SELECT pane, turn FROM reply WHERE id = ?)
        """,
        reply);
    db.run("UPDATE reply SET active = 1 WHERE id = ?", reply);
  }

  /** Everything but the words. */
  void describe(Reply reply) throws SQLException {
    Outcome outcome = reply.outcome();
    db.run(
        """
        UPDATE reply SET state = ?, reported_model = ?, request_id = ?, finish_reason = ?,
            warnings = ?
        WHERE id = ?
        """,
        reply.state().word(),
        outcome.reportedModel(),
        outcome.requestId(),
        outcome.finishReason(),
        outcome.warnings().isEmpty() ? null : OutcomeJson.warnings(outcome.warnings()),
        reply.id());
    count(reply.id(), outcome.usage());
    price(reply.id(), outcome.cost());
    fail(reply.id(), outcome.failure());
    time(reply.id(), reply.timing());
  }

  private void count(UUID reply, @Nullable Usage usage) throws SQLException {
    if (usage != null) {
      db.run(
          """
          UPDATE reply SET input_tokens = ?, output_tokens = ?, cached_tokens = ?,
              reasoning_tokens = ?, cache_write_tokens = ?, searches = ?
          WHERE id = ?
          """,
          usage.inputTokens(),
          usage.outputTokens(),
          usage.cachedTokens(),
          usage.reasoningTokens(),
          usage.cacheWriteTokens(),
          usage.searches(),
          reply);
    }
  }

  private void price(UUID reply, @Nullable Cost cost) throws SQLException {
    if (cost != null) {
      db.run(
          """
          UPDATE reply SET cost_amount = ?, cost_currency = ?, cost_source = ?, cost_price = ?
          WHERE id = ?
          """,
          cost.amount().toString(),
          cost.currency(),
          cost.source().word(),
          cost.price() == null ? null : OutcomeJson.price(cost.price()),
          reply);
    }
  }

  private void fail(UUID reply, @Nullable Failure failure) throws SQLException {
    if (failure != null) {
      db.run(
          """
          UPDATE reply SET failure_kind = ?, failure_status = ?, failure_message = ?,
              failure_retry_after = ?
          WHERE id = ?
          """,
          failure.kind().word(),
          failure.status(),
          failure.message(),
          failure.retryAfterSeconds(),
          reply);
    }
  }

  private void time(UUID reply, Timing timing) throws SQLException {
    if (!timing.equals(Timing.NONE)) {
      db.run(
          """
          UPDATE reply SET first_thought = ?, first_token = ?, last_token = ?, total = ?,
              sent = ?, connected = ?, stalls = ?
          WHERE id = ?
          """,
          timing.firstThought(),
          timing.firstToken(),
          timing.lastToken(),
          timing.total(),
          timing.course().sent(),
          timing.course().connected(),
          timing.course().stalls().isEmpty() ? null : OutcomeJson.stalls(timing.course().stalls()),
          reply);
    }
  }

  /** Marks a reply that was live when the program ended. */
  void interrupt(UUID reply, Failure failure) throws SQLException {
    db.run("UPDATE reply SET state = ? WHERE id = ?", ReplyState.INTERRUPTED.word(), reply);
    fail(reply, failure);
  }

  static Reply read(Row row, List<Part> parts) throws SQLException {
    return new Reply(
        row.id("id"),
        new ModelRef(row.text("provider"), row.text("model")),
        ReplyState.of(row.text("state")),
        parts,
        outcome(row),
        timing(row));
  }

  private static Outcome outcome(Row row) throws SQLException {
    String warnings = row.textOrNull("warnings");
    return new Outcome(
        new Outcome.Origin(row.textOrNull("reported_model"), row.textOrNull("request_id")),
        row.textOrNull("finish_reason"),
        usage(row),
        cost(row),
        warnings == null ? List.of() : OutcomeJson.warnings(warnings),
        failure(row));
  }

  private static @Nullable Usage usage(Row row) throws SQLException {
    Usage usage =
        new Usage(
            row.longOrNull("input_tokens"),
            row.longOrNull("output_tokens"),
            row.longOrNull("cached_tokens"),
            row.longOrNull("reasoning_tokens"),
            row.longOrNull("cache_write_tokens"),
            row.longOrNull("searches"));
    return usage.equals(Usage.UNKNOWN) ? null : usage;
  }

  private static @Nullable Cost cost(Row row) throws SQLException {
    String amount = row.textOrNull("cost_amount");
    String price = row.textOrNull("cost_price");
    return amount == null
        ? null
        : new Cost(
            new BigDecimal(amount),
            row.text("cost_currency"),
            Cost.Source.valueOf(row.text("cost_source").toUpperCase(Locale.ROOT)),
            price == null ? null : OutcomeJson.price(price));
  }

  private static @Nullable Failure failure(Row row) throws SQLException {
    String kind = row.textOrNull("failure_kind");
    if (kind == null) {
      return null;
    }
    Long status = row.longOrNull("failure_status");
    return new Failure(
        FailureKind.of(kind),
        status == null ? null : status.intValue(),
        row.text("failure_message"),
        row.doubleOrNull("failure_retry_after"));
  }

  private static Course course(Row row) throws SQLException {
    String stalls = row.textOrNull("stalls");
    return new Course(
        row.longOrNull("sent"),
        row.longOrNull("connected"),
        stalls == null ? List.of() : OutcomeJson.stalls(stalls));
  }

  private static Timing timing(Row row) throws SQLException {
    return new Timing(
        row.longOrNull("first_thought"),
        row.longOrNull("first_token"),
        row.longOrNull("last_token"),
        row.longOrNull("total"),
        course(row));
  }
}
