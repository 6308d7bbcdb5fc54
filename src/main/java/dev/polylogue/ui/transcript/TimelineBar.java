package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.Timing;
import java.util.Objects;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A thin bar of a reply's time: waiting, thinking, answering. Its scale is one of a few round
 * lengths, so that bars of neighbours can be compared. While the reply lasts it grows in steps: a
 * bar out of sight that changed in every frame would have the whole window painted again each time.
 * Its parts are placed without a layout of all that is around it.
 */
final class TimelineBar extends Region {
  private static final long[] SCALES = {
    1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000
  };

  /** So many of them fill the bar. */
  private static final int STEPS = 100;

  private final Region waiting = part("waiting");
  private final Region thinking = part("thinking");
  private final Region answering = part("answering");
  private Timing timing = Timing.NONE;

  TimelineBar() {
    getStyleClass().add("timeline");
    getChildren().addAll(waiting, thinking, answering);
    setVisible(false);
    setManaged(false);
  }

  /** Takes no room before there is a time to show. */
  void show(Timing changed) {
    boolean begun = !changed.equals(Timing.NONE);
    setVisible(begun);
    setManaged(begun);
    if (timing.equals(changed) || changed.total() == null && !isStep(timing, changed)) {
      return;
    }
    timing = changed;
    layoutChildren();
  }

  private static boolean isStep(Timing before, Timing now) {
    return or(now.lastToken(), 0) - or(before.lastToken(), 0) >= scale(last(now)) / STEPS
        || !Objects.equals(before.toFirstToken(), now.toFirstToken())
        || !Objects.equals(before.toFirstWord(), now.toFirstWord());
  }

  /** From the request to the last token that has come. */
  private static long last(Timing timing) {
    long sent = or(timing.course().sent(), 0);
    return Math.max(0, or(timing.lastToken(), or(timing.total(), sent)) - sent);
  }

  @Override
  protected void layoutChildren() {
    long last = last(timing);
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

  private static long or(@Nullable Long value, long other) {
    return value == null ? other : value;
  }

  private static Region part(String name) {
    Region part = new Region();
    part.getStyleClass().add(name);
    part.setManaged(false);
    return part;
  }
}
