package dev.polylogue.history;

import dev.polylogue.conversation.Comparison;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Made-up comparisons in a history, by the same ways as real ones so that the index and all else is
 * as it would be. Blocks for minutes.
 */
public final class SyntheticHistory {
  /** Comparisons in one commit. */
  private static final int BATCH = 1_000;

  private final HistoryStore history;
  private final SyntheticComparisons comparisons;

  /**
   * @param seed the same makes the same
   */
  public SyntheticHistory(HistoryStore history, long seed) {
    this.history = history;
    this.comparisons = new SyntheticComparisons(seed);
  }

  /**
   * @param messages prompts and replies; a few more to finish the last comparison
   * @param progress told after each commit how many there are
   */
  public void add(long messages, LongConsumer progress) throws HistoryException {
    long made = 0;
    while (made < messages) {
      List<SyntheticComparisons.Made> batch = new ArrayList<>();
      while (batch.size() < BATCH && made < messages) {
        SyntheticComparisons.Made one = comparisons.next();
        batch.add(one);
        made += one.messages();
      }
      history.database().write(db -> add(db, batch));
      progress.accept(made);
    }
  }

  private static void add(Db db, List<SyntheticComparisons.Made> batch) throws SQLException {
    PassageRows passages = new PassageRows(db);
    passages.gatherMuch(true);
    ComparisonRows rows = new ComparisonRows(db);
    TagRows tags = new TagRows(db);
    for (SyntheticComparisons.Made made : batch) {
      Comparison comparison = made.comparison();
      rows.add(comparison);
      for (String tag : Set.copyOf(made.tags())) {
        tags.add(comparison.id(), tag);
      }
    }
    passages.gatherMuch(false);
  }
}
