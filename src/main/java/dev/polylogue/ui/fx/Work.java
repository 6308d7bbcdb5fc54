package dev.polylogue.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Takes what must not be done on the FX thread and brings the result back to it. View models see
 * only this, so that a test can do the work on the spot.
 */
public interface Work {

  /** Something to do that yields nothing. */
  @FunctionalInterface
  interface Errand {
    void run() throws Exception;
  }

  /**
   * Does the work elsewhere, then calls one of the two on the FX thread.
   *
   * @param failed receives whatever the work threw
   */
  <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

  /** The same for work that yields nothing. */
  default void act(Errand errand, Runnable done, Consumer<? super Exception> failed) {
    run(
        () -> {
          errand.run();
          return true;
        },
        yes -> done.run(),
        failed);
  }
}
