package dev.polylogue.ui.fx;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each of many its turn, a few at a time: what costs too much to be done for all of them in
 * one frame. One thread.
 */
public final class Rota {
  private final int most;
  private int next;

  /**
   * @param most how many have their turn at a time
   */
  public Rota(int most) {
    this.most = most;
  }

  /** Those whose turn it is now; those behind them are the first the next time. */
  public <T> List<T> turn(List<T> all) {
    List<T> now = new ArrayList<>();
    for (int i = 0; i < Math.min(most, all.size()); i++) {
      now.add(all.get((next + i) % all.size()));
    }
    next = all.isEmpty() ? 0 : (next + now.size()) % all.size();
    return now;
  }
}
