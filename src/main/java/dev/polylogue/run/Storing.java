package dev.polylogue.run;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a finished reply. Where that fails, as on a full disk, it is tried again: for a quarter of
 * a minute, or every few seconds until there is room, as the patience says (D07).
 */
final class Storing {
  private static final int MOST_WAITS = 4;
  private static final Duration STEADY = Duration.ofSeconds(5);

  private final Journal journal;
  private final Patience patience;
  private final CountDownLatch hurried = new CountDownLatch(1);
  private volatile boolean begun;

  Storing(Journal journal, Patience patience) {
    this.journal = journal;
    this.patience = patience;
  }

  /**
   * Blocks until it is stored or given up.
   *
   * @param trouble is told after each try why it failed, or null once it is stored
   */
  void store(Reply reply, List<Exchange> exchanges, Consumer<@Nullable String> trouble) {
    begun = true;
    boolean last = false;
    for (int tries = 0; !isStored(reply, exchanges, trouble) && isWorthAnother(tries); tries++) {
      if (last) {
        return;
      }
      try {
        last = patience.pause().await(hurried, wait(tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isWorthAnother(int tries) {
    return patience.untilStored() || tries < MOST_WAITS;
  }

  private static Duration wait(int tries) {
    return tries < MOST_WAITS ? Duration.ofSeconds(1L << tries) : STEADY;
  }

  /** Waits no longer: the next try is the last. Any thread. */
  void hurry() {
    hurried.countDown();
  }

  /** The same where it has begun already; does nothing before. Any thread. */
  void giveUp() {
    if (begun) {
      hurry();
    }
  }

  private boolean isStored(
      Reply reply, List<Exchange> exchanges, Consumer<@Nullable String> trouble) {
    try {
      journal.finish(reply, exchanges);
      trouble.accept(null);
      return true;
    } catch (JournalException e) {
      trouble.accept(e.getMessage());
      return false;
    } catch (RuntimeException | Error e) {
      trouble.accept(e.toString());
      return false;
    }
  }
}
