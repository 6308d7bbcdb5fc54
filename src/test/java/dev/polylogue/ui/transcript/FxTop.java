package dev.polylogue.ui.transcript;

import dev.polylogue.ui.FxThread;
import javafx.event.Event;
import javafx.scene.input.ScrollEvent;

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
    FxThread.run(
        () ->
            Event.fireEvent(
                stand.area().getChildrenUnmodifiable().getFirst(),
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    10,
                    10,
                    10,
                    10,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    up,
                    0,
                    up,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
    stand.settle();
  }
}
