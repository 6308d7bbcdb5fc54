package dev.polylogue.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * Lets a thread that is not the FX thread do something there and wait for it, for programs that
 * drive the window from outside. Never called on the FX thread.
 */
public final class Onstage {
  private static final long MOST_SECONDS = 60;

  private Onstage() {}

  /**
   * Does the work on the FX thread and returns what it yields.
   *
   * @throws Exception whatever the work threw; a timeout tells what the toolkit is busy with
   */
  public static <T> T call(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      tellWhereItIs(e);
      throw e;
    }
  }

  /** Adds what the threads of the toolkit are busy with. */
  private static void tellWhereItIs(TimeoutException late) {
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (thread.getName().startsWith("JavaFX") || thread.getName().startsWith("Quantum")) {
                Exception place = new Exception(thread + " " + thread.getState());
                place.setStackTrace(stack);
                late.addSuppressed(place);
              }
            });
  }

  /**
   * Looks at a condition once a frame until it holds.
   *
   * @return false when it did not hold within the time
   */
  public static boolean await(BooleanSupplier condition, long millis) throws Exception {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    FramePulse pulse = new FramePulse();
    Runnable rest = call(() -> pulse.listen(() -> look(condition, held)));
    try {
      return held.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      call(
          () -> {
            rest.run();
            return true;
          });
    }
  }

  private static void look(BooleanSupplier condition, CompletableFuture<Boolean> held) {
    try {
      if (condition.getAsBoolean()) {
        held.complete(true);
      }
    } catch (RuntimeException e) {
      held.completeExceptionally(e);
    }
  }
}
