package dev.polylogue.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Does work off the FX thread and brings its result back. Any thread may call.
 *
 * <p>On threads of the system, since some of it keeps a processor busy for seconds: virtual threads
 * would make a small file, or the next words of an answer, wait until a large picture is decoded.
 */
public final class Background implements Work, AutoCloseable {
  private final ExecutorService many =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 0).factory());
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("in-order").factory());

  /** Runs each piece of work on a thread of its own. */
  @Override
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    on(many, work, done, failed);
  }

  /** Work that is done one piece after another, in the order in which it was asked for. */
  public Work inOrder() {
    return new Work() {
      @Override
      public <T> void run(
          Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        on(one, work, done, failed);
      }
    };
  }

  private static <T> void on(
      Executor executor,
      Callable<T> work,
      Consumer<? super T> done,
      Consumer<? super Exception> failed) {
    Runnable job =
        () -> {
          try {
            T result = work.call();
            Platform.runLater(() -> done.accept(result));
          } catch (Exception e) {
            Platform.runLater(() -> failed.accept(e));
          }
        };
    try {
      executor.execute(job);
    } catch (RejectedExecutionException e) {
      // Closed: the window is gone, and nobody waits for what it would still have asked.
    }
  }

  /** Waits until the work in order is done; other work may still end later. Not the FX thread. */
  @Override
  public void close() {
    many.shutdown();
    one.close();
  }
}
