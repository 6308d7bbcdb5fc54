package dev.polylogue.run;

import dev.polylogue.conversation.Exchange;
import dev.polylogue.conversation.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a finished reply. Where that fails, as on a full disk, it is tried again for a quarter of
 * a minute before the reply is given up as unsaved (D07).
 */
final class Storing {
  private static final int MOST_WAITS = 4;

  private final Journal journal;
  private final Pause pause;
  private final CountDownLatch hurried = new CountDownLatch(1);

  Storing(Journal journal, Pause pause) {
    this.journal = journal;
    this.pause = pause;
  }

  /**
   * Blocks until it is stored or given up.
   *
   * @param trouble is told after each try why it failed, or null once it is stored
   */
  void store(Reply reply, List<Exchange> exchanges, Consumer<@Nullable String> trouble) {
    boolean last = false;
    for (int tries = 0; !isStored(reply, exchanges, trouble) && tries < MOST_WAITS; tries++) {
      if (last) {
        return;
      }
      try {
        last = pause.await(hurried, Duration.ofSeconds(1L << tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Waits no longer: the next try is the last. Any thread. */
  void hurry() {
    hurried.countDown();
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
    }
  }
}
