package dev.polylogue.ui.photo;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What was moved to the trash since the start, to be brought back the last first; strokes of the
 * mask that were drawn since are undone before. FX thread.
 */
public final class Deletions {
  /**
   * @param back brings it back
   * @param depth of the mask at that time
   */
  private record Deletion(Runnable back, int depth) {}

  private final MaskViewModel mask;
  private final Deque<Deletion> past = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper next = new ReadOnlyBooleanWrapper();

  Deletions(MaskViewModel mask) {
    this.mask = mask;
    mask.depthProperty().subscribe(() -> look());
    mask.undoableProperty().subscribe(() -> look());
  }

  // Properties

  /** Whether a deletion is what was done last. */
  public ReadOnlyBooleanProperty nextProperty() {
    return next.getReadOnlyProperty();
  }

  // Commands

  /**
   * Remembers a deletion.
   *
   * @return brings back just this one, once
   */
  Runnable add(Runnable back) {
    Deletion deletion = new Deletion(back, mask.depthProperty().get());
    past.addLast(deletion);
    look();
    return () -> undo(deletion);
  }

  /** Brings back what was deleted last. */
  public void undo() {
    if (!past.isEmpty()) {
      undo(past.getLast());
    }
  }

  private void undo(Deletion deletion) {
    if (past.remove(deletion)) {
      look();
      deletion.back.run();
    }
  }

  private void look() {
    next.set(
        !past.isEmpty()
            && (past.getLast().depth >= mask.depthProperty().get()
                || !mask.undoableProperty().get()));
  }
}
