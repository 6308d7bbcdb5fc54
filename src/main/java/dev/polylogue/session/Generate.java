package dev.polylogue.session;

import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.SyntheticHistory;
import java.util.function.LongConsumer;

/** Fills a history with made-up comparisons, to see how the program bears many of them. */
public final class Generate {
  private final HistoryStore history;

  public Generate(HistoryStore history) {
    this.history = history;
  }

  /**
   * Adds comparisons until they hold so many messages, which are prompts and replies. The same seed
   * makes the same history.
   *
   * @param progress told now and then how many there are
   */
  public void messages(long count, long seed, LongConsumer progress) throws HistoryException {
    new SyntheticHistory(history, seed).add(count, progress);
  }
}
