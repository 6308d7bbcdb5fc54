package dev.polylogue.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs test code on the FX thread of the headless platform. Call from a test's own thread. */
public final class FxThread {
  private static final long LIMIT_SECONDS = 60;

  private FxThread() {}

  /** Starts the toolkit, once for all tests of the process. */
  public static void start() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyRunning) {
      started.countDown();
    }
    Platform.setImplicitExit(false);
    try {
      if (!started.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The toolkit did not start");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the work returns, computed on the FX thread. */
  public static <T> T call(Callable<T> work) {
    start();
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return await(result);
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Lets so many frames pass, with their layout. */
  public static void frames(int count) {
    start();
    CompletableFuture<Boolean> passed = new CompletableFuture<>();
    AtomicInteger left = new AtomicInteger(count);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (left.getAndDecrement() <= 0) {
                  stop();
                  passed.complete(true);
                }
              }
            }.start());
    await(passed);
  }

  /** Lets frames pass until the condition, asked on the FX thread each frame, holds. */
  public static void until(BooleanSupplier condition) {
    start();
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                try {
                  if (condition.getAsBoolean()) {
                    stop();
                    held.complete(true);
                  }
                } catch (Throwable e) {
                  stop();
                  held.completeExceptionally(e);
                }
              }
            }.start());
    await(held);
  }

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("Not done within " + LIMIT_SECONDS + " s", e);
    }
  }
}
