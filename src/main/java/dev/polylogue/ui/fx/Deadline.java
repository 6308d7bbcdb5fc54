package dev.polylogue.ui.fx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that is not waited for longer than it is worth. Not the FX thread. */
public final class Deadline {
  private Deadline() {}

  /**
   * The result, or nothing when it did not come in time. The work has a thread of its own, which
   * ends with it: it is asked to stop when the time is over, but cannot be made to.
   *
   * @throws IllegalStateException if the work failed
   */
  public static <T> Optional<T> within(Duration limit, Callable<T> work)
      throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("deadline").start(task);
    try {
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
