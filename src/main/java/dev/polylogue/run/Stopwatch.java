package dev.polylogue.run;

import java.util.function.LongSupplier;

/** Milliseconds since a reply left the queue. Any thread. */
final class Stopwatch {
  private final LongSupplier nanos;
  private final long start;

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  long millis() {
    return (nanos.getAsLong() - start) / 1_000_000;
  }
}
