package dev.polylogue.provider.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. Tasks run on the thread that lets it pass. */
public final class ManualTimer implements Timer {
  private record Waiting(long at, Runnable task) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private long now;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Alarm after(long nanos, Runnable task) {
    Waiting added = new Waiting(now + nanos, task);
    waiting.add(added);
    return () -> forget(added);
  }

  private synchronized void forget(Waiting task) {
    waiting.remove(task);
  }

  public void advance(Duration time) {
    long end = nanos() + time.toNanos();
    Waiting due = next(end);
    while (due != null) {
      due.task().run();
      due = next(end);
    }
  }

  private synchronized Waiting next(long end) {
    Waiting first =
        waiting.stream()
            .filter(task -> task.at() <= end)
            .min(Comparator.comparingLong(Waiting::at))
            .orElse(null);
    now = first == null ? end : Math.max(now, first.at());
    waiting.remove(first);
    return first;
  }
}
