package dev.polylogue.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reply came, beside its first and last words. In milliseconds since it left the queue.
 *
 * @param sent when the attempt began that was answered; later than 0 after refused attempts
 * @param connected when the connection for it stood; null where that is not known
 * @param stalls pauses between words, in order, the longest of them where there are very many
 */
public record Course(@Nullable Long sent, @Nullable Long connected, List<Stall> stalls) {
  public static final Course NONE = new Course(null, null, List.of());

  /** A pause between two pieces of the reply. */
  public record Stall(long from, long to) {
    public long millis() {
      return to - from;
    }
  }

  public Course {
    stalls = List.copyOf(stalls);
  }
}
