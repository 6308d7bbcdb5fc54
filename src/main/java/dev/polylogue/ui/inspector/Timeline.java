package dev.polylogue.ui.inspector;

import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply's time, cut into what happened in it. Any thread.
 *
 * @param end where the last stretch ends, in milliseconds since the reply left the queue
 */
record Timeline(List<Stretch> stretches, List<Course.Stall> stalls, long end) {
  static final Timeline NOTHING = new Timeline(List.of(), List.of(), 0);

  /** Shorter stretches beside the words, in milliseconds, say nothing. */
  private static final int NOTABLE = 50;

  /** What went on. Its name in lower case is its style class and ends its key. */
  enum Kind {
    /** Refused attempts and the waits behind them. */
    RETRYING,
    CONNECTING,
    WAITING,
    THINKING,
    ANSWERING,
    /** From the last word to the end of the call. */
    CLOSING
  }

  /** In milliseconds since the reply left the queue. */
  record Stretch(Kind kind, long from, long to) {}

  Timeline {
    stretches = List.copyOf(stretches);
    stalls = List.copyOf(stalls);
  }

  static Timeline of(Timing timing) {
    long end = or(timing.total(), or(timing.lastToken(), 0));
    if (end == 0) {
      return NOTHING;
    }
    long last = or(timing.lastToken(), end);
    long token = or(timing.firstToken(), last);
    long thought = Math.min(token, or(timing.firstThought(), token));
    long sent = or(timing.course().sent(), 0);
    long connected = Math.min(thought, or(timing.course().connected(), sent));
    List<Stretch> stretches = new ArrayList<>();
    add(stretches, Kind.RETRYING, 0, sent, NOTABLE);
    add(stretches, Kind.CONNECTING, sent, connected, 5);
    add(stretches, Kind.WAITING, connected, thought, 1);
    add(stretches, Kind.THINKING, thought, token, 1);
    if (timing.firstToken() != null) {
      add(stretches, Kind.ANSWERING, token, last, 0);
    }
    add(stretches, Kind.CLOSING, last, end, NOTABLE);
    return new Timeline(stretches, timing.course().stalls(), end);
  }

  private static void add(List<Stretch> stretches, Kind kind, long from, long to, int least) {
    if (to - from >= least) {
      stretches.add(new Stretch(kind, from, to));
    }
  }

  private static long or(@Nullable Long value, long other) {
    return value == null ? other : value;
  }
}
