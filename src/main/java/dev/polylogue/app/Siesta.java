package dev.polylogue.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back while nobody works. Old objects are collected in a pause that would be felt in
 * a stream or while somebody types, and hardly ever have to be; so what a long answer or a large
 * photo left behind would be kept for as long as the window is open. Only where large photos are
 * worked on so much is left behind within seconds that it can't wait. It has a thread of its own.
 */
final class Siesta implements AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);

  void begin() {
    Thread.ofPlatform().daemon().name("siesta").start(this::watch);
  }

  private void watch() {
    Runtime memory = Runtime.getRuntime();
    Rest rest = new Rest();
    try {
      while (!over.await(1, TimeUnit.SECONDS)) {
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

  /** Tells by the memory in use alone, looked at each second. One thread. */
  static final class Rest {
    /** More than this is made in a while where anything is done; in bytes. */
    private static final long LITTLE = 4L << 20;

    /** Less than this is not worth a pause; in bytes. */
    private static final long MUCH = 48L << 20;

    /** In seconds. */
    private static final int WHILE = 15;

    private static final int WHILES = 3;

    /** More than words ever leave behind in a second; in bytes. */
    private static final long BY_WORDS = 8L << 20;

    /** What photos may leave behind before it is too much; in bytes. */
    private static final long TOO_MUCH = 256L << 20;

    private int looks;
    private long before;
    private long least;
    private long byWords;
    private int quiet;

    /**
     * @param used bytes in use now
     * @return whether much may have been left behind, and nothing has been done for some while or
     *     it is too much to wait
     */
    boolean isWorthIt(long used) {
      looks++;
      byWords = looks == 1 ? used : Math.min(used, byWords + BY_WORDS);
      if (looks % WHILE == 1) {
        long made = used - before;
        quiet = made >= 0 && made < LITTLE ? quiet + 1 : 0;
        before = used;
        if (quiet >= WHILES && used - least > MUCH) {
          return true;
        }
      }
      return used - byWords > TOO_MUCH;
    }

    /**
     * All that was left behind is gone.
     *
     * @param used bytes that are really in use
     */
    void begin(long used) {
      least = used;
      before = used;
      byWords = used;
      quiet = 0;
    }
  }
}
