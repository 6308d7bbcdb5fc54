package dev.polylogue.photo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Changes that may be taken back, the oldest of which are forgotten when they weigh too much. */
final class Undo {
  private final long most;
  private final Deque<Edit> past = new ArrayDeque<>();
  private final Deque<Edit> future = new ArrayDeque<>();
  private long weight;

  /**
   * @param most in bytes; the last change is kept all the same
   */
  Undo(long most) {
    this.most = most;
  }

  boolean canUndo() {
    return !past.isEmpty();
  }

  boolean canRedo() {
    return !future.isEmpty();
  }

  void add(Edit edit) {
    future.forEach(gone -> weight -= gone.weight());
    future.clear();
    past.addLast(edit);
    weight += edit.weight();
    while (weight > most && past.size() > 1) {
      weight -= past.removeFirst().weight();
    }
  }

  @Nullable Edit back() {
    return weighedOff(past.pollLast());
  }

  @Nullable Edit forth() {
    return weighedOff(future.pollLast());
  }

  void undone(Edit how) {
    future.addLast(how);
    weight += how.weight();
  }

  void redone(Edit how) {
    past.addLast(how);
    weight += how.weight();
  }

  private @Nullable Edit weighedOff(@Nullable Edit edit) {
    weight -= edit == null ? 0 : edit.weight();
    return edit;
  }
}
