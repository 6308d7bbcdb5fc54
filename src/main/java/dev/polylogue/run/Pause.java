package dev.polylogue.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass; a test puts its own in the place of the clock. Any thread. */
@FunctionalInterface
public interface Pause {
  /** By the clock of the system. */
  Pause REAL = (over, time) -> over.await(time.toNanos(), TimeUnit.NANOSECONDS);

  /**
   * Blocks until the time is over or the latch opens.
   *
   * @return whether the latch opened before the time was over
   */
  boolean await(CountDownLatch over, Duration time) throws InterruptedException;
}
