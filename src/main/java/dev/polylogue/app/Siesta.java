package dev.polylogue.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back while nobody works. Old objects are collected in a pause that would be felt in
 * a stream or while somebody types, and hardly ever have to be; so what a long answer or a large
 * photo left behind would be kept for as long as the window is open. It has a thread of its own.
 */
final class Siesta implements AutoCloseable {
  private static final long SECONDS = 15;

  private final CountDownLatch over = new CountDownLatch(1);

  void begin() {
    Thread.ofPlatform().daemon().name("siesta").start(this::watch);
  }

  private void watch() {
    Runtime memory = Runtime.getRuntime();
    Rest rest = new Rest();
    try {
      while (!over.await(SECONDS, TimeUnit.SECONDS)) {
        if (rest.isWorthIt(memory.totalMemory() - memory.freeMemory())) {
          System.gc();
          rest.begin(memory.totalMemory() - memory.freeMemory());
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

  /** Tells by the memory in use alone, looked at now and then. One thread. */
  static final class Rest {
    /** More than this is made between two looks where anything is done; in bytes. */
    private static final long LITTLE = 4L << 20;

    /** Less than this is not worth a pause; in bytes. */
    private static final long MUCH = 48L << 20;

    private static final int LOOKS = 3;

    private long before;
    private long least;
    private int quiet;

    /**
     * @param used bytes in use now
     * @return whether nothing has been done for some looks and much may have been left behind
     */
    boolean isWorthIt(long used) {
      long made = used - before;
      quiet = made >= 0 && made < LITTLE ? quiet + 1 : 0;
      before = used;
      return quiet >= LOOKS && used - least > MUCH;
    }

    /**
     * All that was left behind is gone.
     *
     * @param used bytes that are really in use
     */
    void begin(long used) {
      least = used;
      before = used;
      quiet = 0;
    }
  }
}
