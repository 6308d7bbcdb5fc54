package dev.polylogue.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C or a polite kill: ends what runs, and gives the command two seconds to store it and to
 * print its last lines. The exit status (130 for Ctrl+C) comes from the JVM.
 */
final class Interruption {
  private static final long SECONDS_TO_END = 2;

  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption() {}

  static Interruption listen(Runnable end) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.interrupt(end)));
    return interruption;
  }

  private void interrupt(Runnable end) {
    if (done.getCount() == 0) {
      return;
    }
    end.run();
    try {
      var _ = done.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has printed all it had to. */
  void done() {
    done.countDown();
  }
}
