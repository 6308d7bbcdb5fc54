package dev.polylogue.ui.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/**
 * Lets work through that would hold up a frame if many did theirs in the same one: the first at
 * once, each of the others in a frame of its own. FX thread.
 */
public final class Turnstile {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean passed;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          next();
        }
      };

  /** Does this now, or in a later frame where somebody else has passed before this one. */
  public void pass(Runnable work) {
    if (passed || !waiting.isEmpty()) {
      waiting.add(work);
      return;
    }
    passed = true;
    timer.start();
    work.run();
  }

  private void next() {
    if (passed) {
      // What passed since the last frame is laid out in this one.
      passed = false;
    } else if (waiting.isEmpty()) {
      timer.stop();
    } else {
      waiting.remove().run();
    }
  }
}
