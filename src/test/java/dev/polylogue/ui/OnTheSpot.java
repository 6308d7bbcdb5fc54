package dev.polylogue.ui;

import dev.polylogue.ui.fx.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does work at once on the caller's thread, or holds it back until the test lets it go. */
public final class OnTheSpot implements Work {
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  /** From now on work waits. */
  public void hold() {
    holding = true;
  }

  /** Does the first piece of work that waits. */
  public void next() {
    held.removeFirst().run();
  }

  /** Does what waits, in order. */
  public void letGo() {
    holding = false;
    List<Runnable> due = List.copyOf(held);
    held.clear();
    due.forEach(Runnable::run);
  }

  @Override
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    if (holding) {
      held.add(() -> now(work, done, failed));
    } else {
      now(work, done, failed);
    }
  }

  private static <T> void now(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    T result;
    try {
      result = work.call();
    } catch (Exception e) {
      failed.accept(e);
      return;
    }
    done.accept(result);
  }
}
