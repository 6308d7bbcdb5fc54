package dev.polylogue.provider.sandbox;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits as long as a slow model would, unless the sandbox closes meanwhile.
 *
 * @param closing counted down when it does
 */
record Pause(CountDownLatch closing) {
  void nanos(long nanos) throws IOException, InterruptedException {
    if (nanos > 0 && closing.await(nanos, TimeUnit.NANOSECONDS)) {
      throw new IOException("The sandbox is closing.");
    }
  }

  void millis(long millis) throws IOException, InterruptedException {
    nanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
