package dev.polylogue.run;

import dev.polylogue.conversation.Course;
import dev.polylogue.conversation.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the pieces of a reply came, in milliseconds since it left the queue. Not thread-safe: its
 * owner holds a lock.
 */
final class Times {
  /** A reader takes a pause of a second for a standstill. */
  static final long STALL = 1_000;

  private static final int MOST_STALLS = 200;

  private final List<Course.Stall> stalls = new ArrayList<>();
  private @Nullable Long sent;
  private @Nullable Long connected;
  private @Nullable Long firstThought;
  private @Nullable Long firstToken;
  private @Nullable Long lastToken;

  /** An attempt begins; what an earlier one had is forgotten. */
  void sent(long at) {
    sent = at;
    connected = null;
  }

  /**
   * @param after how long after the attempt began the connection stood, or null
   */
  void connected(@Nullable Long after) {
    if (connected == null && sent != null && after != null) {
      connected = sent + after;
    }
  }

  void thought(long at) {
    firstThought = firstThought == null ? Long.valueOf(at) : firstThought;
  }

  void token(long at) {
    firstToken = firstToken == null ? Long.valueOf(at) : firstToken;
  }

  /** A piece of whatever kind. */
  void piece(long at) {
    if (lastToken != null && at - lastToken >= STALL) {
      stalls.add(new Course.Stall(lastToken, at));
      if (stalls.size() > MOST_STALLS) {
        stalls.remove(Collections.min(stalls, Comparator.comparingLong(Course.Stall::millis)));
      }
    }
    lastToken = at;
  }

  Timing timing(@Nullable Long total) {
    return new Timing(
        firstThought, firstToken, lastToken, total, new Course(sent, connected, stalls));
  }
}
