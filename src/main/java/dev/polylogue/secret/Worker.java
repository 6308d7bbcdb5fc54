package dev.polylogue.secret;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does blocking work elsewhere and waits for it no longer than a limit. */
public interface Worker {

  /**
   * @throws TimeoutException when the limit has passed; the work may go on
   * @throws ExecutionException with whatever the work threw as its cause
   * @throws InterruptedException when the caller was interrupted; the work may go on
   */
  <T> T call(Callable<T> work, Duration limit)
      throws TimeoutException, ExecutionException, InterruptedException;

  /**
   * On threads of their own.
   *
   * @param threads platform threads, since a keychain is native code, and daemons, since one that
   *     never answers must not keep the program alive
   */
  static Worker on(ExecutorService threads) {
    return new Worker() {
      @Override
      public <T> T call(Callable<T> work, Duration limit)
          throws TimeoutException, ExecutionException, InterruptedException {
        Future<T> running = threads.submit(work);
        try {
          return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
          running.cancel(true);
        }
      }
    };
  }
}
