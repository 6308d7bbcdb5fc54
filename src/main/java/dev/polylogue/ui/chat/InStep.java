package dev.polylogue.ui.chat;

import dev.polylogue.ui.transcript.Beat;
import dev.polylogue.ui.transcript.TranscriptReader;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings all panes to the turn that a reader went to in one of them. Only a reader's own move leads
 * the others; what a pane does by itself never does. FX thread.
 */
final class InStep {
  private @Nullable TranscriptReader leader;
  private @Nullable Beat last;

  /**
   * @param moved where the reader went
   */
  void follow(TranscriptReader moved, Collection<TranscriptReader> all) {
    Beat beat = moved.beat();
    if (moved == leader && Objects.equals(beat, last)) {
      return;
    }
    leader = moved;
    last = beat;
    List<UUID> order = moved.turns();
    for (TranscriptReader other : all) {
      if (other != moved && !other.turns().isEmpty()) {
        if (beat == null) {
          other.jumpToLatest();
        } else {
          other.align(nearest(beat, order, other.turns()));
        }
      }
    }
  }

  /** The same turn; where a pane has not got it, the start of the one that stands nearest. */
  static Beat nearest(Beat beat, List<UUID> order, List<UUID> present) {
    if (present.contains(beat.turn())) {
      return beat;
    }
    int at = order.indexOf(beat.turn());
    for (int away = 1; away < order.size(); away++) {
      for (int near : new int[] {at - away, at + away}) {
        if (near >= 0 && near < order.size() && present.contains(order.get(near))) {
          return new Beat(order.get(near), 0);
        }
      }
    }
    return new Beat(present.getLast(), 0);
  }
}
