package dev.polylogue.photo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets so many tasks run at a time and keeps the others waiting in their order, each of which can
 * be cancelled (I38). Any thread.
 */
public final class Lane {
  private final Executor executor;
  private final int most;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param most how many run at a time; two, where they decode large pictures
   */
  public Lane(Executor executor, int most) {
    this.executor = executor;
    this.most = most;
  }

  /** Something to do, told whether it is still wanted. */
  @FunctionalInterface
  public interface Task {
    void run(BooleanSupplier cancelled);
  }

  /** Takes a task back. */
  @FunctionalInterface
  public interface Ticket {
    /** One that waits never begins; one that runs is told. */
    void cancel();
  }

  private record Waiting(Task task, AtomicBoolean cancelled) {}

  /** Adds a task behind those that wait. */
  public Ticket add(Task task) {
    return add(task, false);
  }

  /**
   * @param first before all that wait: what was asked for last is what is looked at
   */
  Ticket add(Task task, boolean first) {
    Waiting entry = new Waiting(task, new AtomicBoolean());
    synchronized (this) {
      if (first) {
        waiting.addFirst(entry);
      } else {
        waiting.addLast(entry);
      }
    }
    next();
    return () -> cancel(entry);
  }

  private void cancel(Waiting entry) {
    entry.cancelled.set(true);
    synchronized (this) {
      waiting.remove(entry);
    }
  }

  private void next() {
    Waiting entry;
    synchronized (this) {
      if (running >= most || waiting.isEmpty()) {
        return;
      }
      running++;
      entry = waiting.removeFirst();
    }
    executor.execute(() -> run(entry));
  }

  private void run(Waiting entry) {
    try {
      if (!entry.cancelled.get()) {
        entry.task.run(entry.cancelled::get);
      }
    } finally {
      synchronized (this) {
        running--;
      }
      next();
    }
  }
}
