package dev.polylogue.app;

import dev.polylogue.history.HistoryException;
import dev.polylogue.session.Care;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes a backup soon after the window opened and again as the days go by, whenever one is due. It
 * has a thread of its own, and is in nobody's way.
 */
final class Nightwatch implements AutoCloseable {
  private static final long FIRST_SECONDS = 20;
  private static final long SECONDS = 3600;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Care care;
  private final Consumer<HistoryException> failed;

  private Nightwatch(Care care, Consumer<HistoryException> failed) {
    this.care = care;
    this.failed = failed;
  }

  /**
   * @param failed is told once why there is no backup, on the thread of the watch
   */
  static Nightwatch begin(Care care, Consumer<HistoryException> failed) {
    Nightwatch watch = new Nightwatch(care, failed);
    Thread.ofPlatform().daemon().name("backups").start(watch::watch);
    return watch;
  }

  private void watch() {
    boolean hasFailed = false;
    long wait = FIRST_SECONDS;
    try {
      while (!over.await(wait, TimeUnit.SECONDS)) {
        wait = SECONDS;
        try {
          care.backups().makeIfDue();
          hasFailed = false;
        } catch (HistoryException e) {
          if (!hasFailed) {
            failed.accept(e);
          }
          hasFailed = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
