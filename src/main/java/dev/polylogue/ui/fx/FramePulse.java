package dev.polylogue.ui.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;

/** Calls its listeners once a frame on the FX thread, and rests while there are none. FX thread. */
public final class FramePulse {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          listeners.forEach(Runnable::run);
        }
      };

  /** Calls the listener each frame until the returned handle is run. */
  public Runnable listen(Runnable listener) {
    if (listeners.isEmpty()) {
      timer.start();
    }
    listeners.add(listener);
    return () -> {
      listeners.remove(listener);
      if (listeners.isEmpty()) {
        timer.stop();
      }
    };
  }
}
