package dev.polylogue.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one run between its attempts: the one under way, and all there were. The run's own
 * thread begins and sits them out; any thread may look at one or end it.
 */
final class Waits {
  private final Stopwatch watch;
  private final Pause pause;
  private final List<Snapshot.Retry> begun = new CopyOnWriteArrayList<>();
  private volatile @Nullable Wait current;

  Waits(Stopwatch watch, Pause pause) {
    this.watch = watch;
    this.pause = pause;
  }

  /**
   * A wait that has begun.
   *
   * @param retry as it was at the beginning
   * @param until in milliseconds since the reply left the queue
   */
  record Wait(Snapshot.Retry retry, Duration time, long until, CountDownLatch over) {}

  /** From here on it can be seen and ended. */
  Wait begin(Snapshot.Retry retry) {
    Duration time = Duration.ofMillis(Math.round(retry.inSeconds() * 1000));
    Wait wait = new Wait(retry, time, watch.millis() + time.toMillis(), new CountDownLatch(1));
    begun.add(retry);
    current = wait;
    return wait;
  }

  /** Blocks until it is over. */
  void sitOut(Wait wait) throws InterruptedException {
    try {
      var _ = pause.await(wait.over(), wait.time());
    } finally {
      current = null;
    }
  }

  /** Ends the wait under way, if there is one. */
  void end() {
    Wait wait = current;
    if (wait != null) {
      wait.over().countDown();
    }
  }

  /** The wait under way with the seconds that are left. */
  Snapshot.@Nullable Retry now() {
    Wait wait = current;
    if (wait == null) {
      return null;
    }
    double left = Math.max(0, wait.until() - watch.millis()) / 1000.0;
    Snapshot.Retry retry = wait.retry();
    return new Snapshot.Retry(retry.attempt(), retry.most(), left, retry.reason());
  }

  /** Each wait so far, as it was when it began. */
  List<Snapshot.Retry> all() {
    return List.copyOf(begun);
  }
}
