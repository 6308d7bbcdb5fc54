package dev.polylogue.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The toolkit of this process. Not called on the FX thread. */
final class Fx {
  private static final long MOST_SECONDS = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Fx() {}

  /** Starts the toolkit if it does not run yet. */
  static void start() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyRunning) {
      started.countDown();
    }
    started.await();
    Platform.runLater(
        () ->
            javafx.application.Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet()));
    Platform.setImplicitExit(false);
  }

  static <T> T call(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  static void run(Runnable work) throws Exception {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Calls this once a frame until it says that it is done. */
  static void frames(BooleanSupplier done) throws Exception {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    run(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                try {
                  if (done.getAsBoolean()) {
                    stop();
                    end.complete(true);
                  }
                } catch (Throwable e) {
                  stop();
                  end.completeExceptionally(e);
                }
              }
            }.start());
    end.get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  /** Lets so many frames pass. */
  static void frames(int count) throws Exception {
    int[] left = {count};
    frames(() -> left[0]-- <= 0);
  }

  /** Calls this once a frame until it says that it is done: milliseconds of CPU for each frame. */
  static List<Double> cpuOfFrames(BooleanSupplier done) throws Exception {
    List<Double> frames = new ArrayList<>();
    double[] before = {0};
    frames(
        () -> {
          double now = ownCpu();
          if (before[0] > 0) {
            frames.add(now - before[0]);
          }
          before[0] = now;
          return done.getAsBoolean();
        });
    return frames;
  }

  /** CPU time of the calling thread in milliseconds. */
  static double ownCpu() {
    return THREADS.getCurrentThreadCpuTime() / 1e6;
  }

  /** CPU time of this process in milliseconds. */
  static double processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e6;
  }
}
