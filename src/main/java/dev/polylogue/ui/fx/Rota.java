package dev.polylogue.ui.fx;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each of many its turn, a few at a time and not every time: what costs too much to be done
 * for all of them in one frame, or in every frame. One thread.
 */
public final class Rota {
  private final int most;
  private final int every;
  private int calls;
  private int next;

  /**
   * @param most how many have their turn at a time
   * @param every how many calls there are from one time to the next; 1 for no rest
   */
  public Rota(int most, int every) {
    this.most = most;
    this.every = every;
  }

  /** Those whose turn it is now; those behind them are the first the next time. */
  public <T> List<T> turn(List<T> all) {
    List<T> now = new ArrayList<>();
    if (calls == 0) {
      int count = Math.min(most, all.size());
      for (int i = 0; i < count; i++) {
        now.add(all.get((next + i) % all.size()));
      }
      next = count == 0 ? 0 : (next + count) % all.size();
    }
    calls = (calls + 1) % every;
    return now;
  }
}
