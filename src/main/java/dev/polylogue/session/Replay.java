package dev.polylogue.session;

import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Turn;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks one pane the user's messages again, one after another, each with the thread that has grown
 * so far. Ends with the last message, or with the first answer that does not come. Used by one
 * thread at a time, but for {@link #stop}, which any thread may call.
 */
public final class Replay {
  private final Compare compare;
  private final UUID comparison;
  private final UUID pane;
  private final List<Turn> turns;
  private int asked;
  private @Nullable Round latest;
  private volatile boolean stopped;

  Replay(Compare compare, UUID comparison, UUID pane, List<Turn> turns) {
    this.compare = compare;
    this.comparison = comparison;
    this.pane = pane;
    this.turns = turns;
  }

  /**
   * A message that is being asked.
   *
   * @param number counted from 1
   * @param of how many there are
   */
  public record Step(Turn turn, Round round, int number, int of) {
    public Prompt prompt() {
      return new Prompt(turn.user().text(), turn.user().attachments());
    }
  }

  public UUID comparison() {
    return comparison;
  }

  public UUID pane() {
    return pane;
  }

  /**
   * Waits for the answer to the message before, then asks the next one.
   *
   * @return empty when that was the last one, or when the answer did not come
   */
  public Optional<Step> next() throws HistoryException, InterruptedException {
    if (!isAnswered() || asked == turns.size()) {
      return Optional.empty();
    }
    Turn turn = turns.get(asked);
    Round round = compare.retry(comparison, pane, turn.id());
    asked++;
    latest = round;
    if (stopped) {
      round.stopAll();
    }
    return Optional.of(new Step(turn, round, asked, turns.size()));
  }

  private boolean isAnswered() throws InterruptedException {
    Round before = latest;
    if (before == null) {
      return !stopped;
    }
    before.awaitEnd();
    Reply reply = Objects.requireNonNull(before.runs().getFirst().result());
    return !stopped
        && switch (reply.state()) {
          case COMPLETE, TRUNCATED -> true;
          case QUEUED, CONNECTING, WAITING, STREAMING, STOPPED, FAILED, INTERRUPTED -> false;
        };
  }

  /**
   * How many messages were not answered: 0 when all were. Meant for when {@link #next} is empty.
   */
  public int left() throws InterruptedException {
    return turns.size() - asked + (latest == null || isAnswered() ? 0 : 1);
  }

  /** Asks no further message; the round under way is stopped by whoever follows it. */
  public void stop() {
    stopped = true;
  }
}
