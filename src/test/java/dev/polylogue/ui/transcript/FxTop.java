package dev.polylogue.ui.transcript;

import dev.polylogue.ui.FxThread;
import dev.polylogue.ui.Mouse;

/** A reader's wheel. */
final class FxTop {
  private FxTop() {}

  static void scrollToTop(Stand stand) {
    wheel(stand, 100_000);
  }

  /**
   * @param up pixels; negative for down
   */
  static void wheel(Stand stand, double up) {
    FxThread.run(() -> Mouse.wheel(stand.area().getChildrenUnmodifiable().getFirst(), 10, 10, up));
    stand.settle();
  }
}
