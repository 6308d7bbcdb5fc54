package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Timing;
import javafx.scene.layout.Region;

/**
 * A thin bar of a reply's time: waiting, thinking, answering. Its scale is one of a few round
 * lengths, so that bars of neighbours can be compared.
 */
final class TimelineBar extends Region {
  private static final long[] SCALES = {
    1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000
  };

  private final Region waiting = part("waiting");
  private final Region thinking = part("thinking");
  private final Region answering = part("answering");
  private Timing timing = Timing.NONE;

  TimelineBar() {
    getStyleClass().add("timeline");
    getChildren().addAll(waiting, thinking, answering);
  }

  void show(Timing changed) {
    if (!timing.equals(changed)) {
      timing = changed;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    long sent = or(timing.course().sent(), 0);
    long last = Math.max(0, or(timing.lastToken(), or(timing.total(), sent)) - sent);
    long token = or(timing.toFirstToken(), last);
    long thought = Math.min(token, or(timing.toFirstWord(), token));
    double pixel = getWidth() / scale(last);
    place(waiting, 0, thought * pixel);
    place(thinking, thought * pixel, token * pixel);
    place(answering, token * pixel, last * pixel);
  }

  private void place(Region part, double from, double to) {
    part.setVisible(to - from >= 1);
    double left = Math.rint(from);
    part.resizeRelocate(left, 0, Math.rint(to) - left, getHeight());
  }

  private static long scale(long last) {
    for (long scale : SCALES) {
      if (last <= scale) {
        return scale;
      }
    }
    return last;
  }

  private static long or(@org.jspecify.annotations.Nullable Long value, long other) {
    return value == null ? other : value;
  }

  private static Region part(String name) {
    Region part = new Region();
    part.getStyleClass().add(name);
    return part;
  }
}
