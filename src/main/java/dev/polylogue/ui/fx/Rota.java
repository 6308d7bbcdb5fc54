package dev.polylogue.ui.fx;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each of many its turn, a few at a time: what costs too much to be done for all of them in
 * one frame, or for one of them in every frame. One thread.
 */
public final class Rota {
  private final int most;
  private final int pause;
  private int next;

  /**
   * @param most how many have their turn at a time
   * @param pause after how many times one may have its turn again, even when it is alone
   */
  public Rota(int most, int pause) {
    this.most = most;
    this.pause = pause;
  }

  /** Those whose turn it is now; those behind them are the first the next time. */
  public <T> List<T> turn(List<T> all) {
    int round = Math.max(all.size(), most * pause);
    List<T> now = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int place = (next + i) % round;
      if (place < all.size()) {
        now.add(all.get(place));
      }
    }
    next = (next + most) % round;
    return now;
  }
}
