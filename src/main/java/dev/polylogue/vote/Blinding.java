package dev.polylogue.vote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison is shown whose models are hidden.
 *
 * @param seed decides the order in which the panes stand; their own order stays as it is
 * @param after the last turn that was asked while the models were named, or null where none was
 * @param hold whether replies are kept back until all of a turn have ended
 * @param revealed whether the names are back until the next prompt
 */
public record Blinding(long seed, @Nullable UUID after, boolean hold, boolean revealed) {

  /** The same again for the same seed. */
  public <T> List<T> shuffled(List<T> panes) {
    List<T> shuffled = new ArrayList<>(panes);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  public Blinding withHold(boolean changed) {
    return new Blinding(seed, after, changed, revealed);
  }

  public Blinding reveal() {
    return new Blinding(seed, after, hold, true);
  }

  /** Hidden anew and in another order, from the turn on that follows one. */
  public Blinding again(long anotherSeed, @Nullable UUID lastNamed) {
    return new Blinding(anotherSeed, lastNamed, hold, false);
  }

  /**
   * Whether a turn was asked while the models were hidden.
   *
   * @param order of the turns
   */
  public boolean covers(UUID turn, List<UUID> order) {
    return after == null || order.indexOf(turn) > order.indexOf(after);
  }
}
