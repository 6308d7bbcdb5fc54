package dev.polylogue.provider.net;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Time as watchdogs see it, so that a test need not wait. Any thread. */
public interface Timer {
  /** Nanoseconds since some moment that never changes. */
  long nanos();

  /** Runs a task once, when so much time has passed. The task may block. */
  Alarm after(long nanos, Runnable task);

  /** A task that waits for its time. */
  @FunctionalInterface
  interface Alarm {
    /** Does nothing when the task has run. */
    void cancel();
  }

  /** The time of this computer. Needs no thread while it waits. */
  static Timer system() {
    return new Timer() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public Alarm after(long nanos, Runnable task) {
        Future<?> waiting =
            ForkJoinPool.commonPool()
                .schedule(() -> Thread.startVirtualThread(task), nanos, TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
      }
    };
  }
}
