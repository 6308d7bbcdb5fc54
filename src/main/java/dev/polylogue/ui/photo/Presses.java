package dev.polylogue.ui.photo;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a wish is a new one, or the one before from a finger that has not come to rest: a
 * double click, a key that is held (T30). FX thread.
 */
final class Presses {
  private static final long REST = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private @Nullable Object last;
  private long pressed;

  /**
   * @param nanos a clock that never goes back, in nanoseconds
   */
  Presses(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Whether it is the wish before once more, too soon after the last press: each puts the end of
   * that off, whether it was followed or not.
   *
   * @param wish equal to the one before where the same is wanted
   */
  boolean isRepeat(Object wish) {
    if (!isLast(wish)) {
      return false;
    }
    long before = pressed;
    pressed = nanos.getAsLong();
    return pressed - before < REST;
  }

  /** It is followed. */
  void take(Object wish) {
    last = wish;
    pressed = nanos.getAsLong();
  }

  /** Whether that is what was followed last. */
  boolean isLast(Object wish) {
    return wish.equals(last);
  }

  /** What was followed last came to nothing: it can be wanted again at once. */
  void forget() {
    last = null;
  }
}
