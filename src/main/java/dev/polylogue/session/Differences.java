package dev.polylogue.session;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.ReplyState;
import dev.polylogue.conversation.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells a reply that was read again from the one that is stored. Pure. */
final class Differences {
  private static final int SHOWN = 40;

  /** How a connection ended is not in the bytes that came before. */
  private static final Set<FailureKind> ENDS =
      Set.of(FailureKind.TIMEOUT, FailureKind.DISCONNECTED);

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /**
   * Compares what the answer itself says: not the time it took, and not the price.
   *
   * <p>Where the user or the program's end broke it off, only the words up to there can be
   * compared.
   */
  static List<String> of(Reply stored, Reply again) {
    Differences differences = new Differences();
    boolean brokenOff =
        stored.state() == ReplyState.STOPPED
            || (stored.state() == ReplyState.INTERRUPTED && stored.outcome().failure() == null);
    if (brokenOff) {
      differences.beginning("text", stored.text(), again.text());
      differences.beginning("reasoning", stored.reasoning(), again.reasoning());
    } else {
      differences.whole(stored, again);
    }
    return List.copyOf(differences.found);
  }

  private void whole(Reply stored, Reply again) {
    words("text", stored.text(), again.text());
    words("reasoning", stored.reasoning(), again.reasoning());
    value("citations", stored.citations(), again.citations());
    value("pictures", pictures(stored), pictures(again));
    value("reported model", stored.outcome().reportedModel(), again.outcome().reportedModel());
    value("finish reason", stored.outcome().finishReason(), again.outcome().finishReason());
    value("usage", known(stored.outcome().usage()), known(again.outcome().usage()));
    value("state", stored.state().word(), again.state().word());
    value("error", kind(stored.outcome().failure()), kind(again.outcome().failure()));
  }

  private static List<String> pictures(Reply reply) {
    return reply.parts().stream()
        .filter(Part.Picture.class::isInstance)
        .map(part -> ((Part.Picture) part).blob().sha256())
        .toList();
  }

  static boolean isEndOfConnection(@Nullable Failure failure) {
    return failure != null && ENDS.contains(failure.kind());
  }

  private static @Nullable String kind(@Nullable Failure failure) {
    if (failure == null) {
      return null;
    }
    return isEndOfConnection(failure) ? "disconnected" : failure.kind().word();
  }

  private void value(String name, @Nullable Object stored, @Nullable Object again) {
    if (!Objects.equals(stored, again)) {
      found.add("%s: stored %s, read again %s".formatted(name, stored, again));
    }
  }

  private void beginning(String name, @Nullable String stored, @Nullable String again) {
    String begun = stored == null ? "" : stored;
    if (!Objects.requireNonNullElse(again, "").startsWith(begun)) {
      words(name, stored, again);
    }
  }

  /** Long words are shown from where they part. */
  private void words(String name, @Nullable String stored, @Nullable String again) {
    if (stored == null || again == null) {
      value(name, shown(stored, 0), shown(again, 0));
      return;
    }
    if (!stored.equals(again)) {
      int at = 0;
      while (at < Math.min(stored.length(), again.length())
          && stored.charAt(at) == again.charAt(at)) {
        at++;
      }
      found.add(
          "%s: from character %d stored %s, read again %s"
              .formatted(name, at, shown(stored, at), shown(again, at)));
    }
  }

  private static @Nullable String shown(@Nullable String text, int from) {
    if (text == null) {
      return null;
    }
    String rest = text.substring(from);
    return "\"%s\"".formatted(rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + "…");
  }

  /** Usage without any figure is stored as none. */
  private static @Nullable Usage known(@Nullable Usage usage) {
    return Usage.UNKNOWN.equals(usage) ? null : usage;
  }
}
