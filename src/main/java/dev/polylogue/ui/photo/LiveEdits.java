package dev.polylogue.ui.photo;

import dev.polylogue.conversation.EditSession;
import dev.polylogue.history.EditStore.Wishes;
import dev.polylogue.history.HistoryException;
import dev.polylogue.run.Round;
import dev.polylogue.run.Run;
import dev.polylogue.session.EditPhoto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The replies of the session on screen that are still being made. FX thread. */
final class LiveEdits {
  private record Live(Run run, long since) {}

  private final Map<UUID, Live> byReply = new HashMap<>();
  private final Set<UUID> stopping = new HashSet<>();
  private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();

  ReadOnlyBooleanProperty anyProperty() {
    return any.getReadOnlyProperty();
  }

  /** What is kept of a session and its draft, and the rounds that were live before it was read. */
  record Seen(Optional<EditSession> session, Optional<Wishes> wishes, List<Round> rounds) {}

  /** Blocks. Rounds come first: one that ends in between is seen to end once it is followed. */
  static Seen look(EditPhoto photos, UUID id) throws HistoryException {
    List<Round> rounds = photos.live(id);
    return new Seen(photos.open(id), photos.savedWishes(id), rounds);
  }

  /**
   * Follows what the session shows as live, also where it has ended since the session was read.
   *
   * @param now in milliseconds
   */
  void follow(EditSession session, List<Round> rounds, long now) {
    Set<UUID> unfinished =
        session.turns().stream()
            .flatMap(turn -> session.results(turn).stream())
            .filter(result -> result.reply().state().isLive())
            .map(result -> result.reply().id())
            .collect(Collectors.toSet());
    for (Round round : rounds) {
      for (Run run : round.runs()) {
        if (unfinished.contains(run.reply())) {
          byReply.putIfAbsent(run.reply(), new Live(run, now));
        }
      }
    }
    any.set(!byReply.isEmpty());
  }

  Optional<Run> run(UUID reply) {
    Live live = byReply.get(reply);
    return live == null ? Optional.empty() : Optional.of(live.run);
  }

  /** Milliseconds since the reply was asked for. */
  long age(UUID reply, long now) {
    Live live = byReply.get(reply);
    return live == null ? 0 : now - live.since;
  }

  /** Whether it was told to end, and has not yet. */
  boolean isStopping(UUID reply) {
    return stopping.contains(reply);
  }

  /** The replies that have come to their end and are stored. */
  Set<UUID> ended() {
    Set<UUID> ended = new HashSet<>();
    byReply.forEach(
        (reply, live) -> {
          if (live.run.result() != null) {
            ended.add(reply);
          }
        });
    return ended;
  }

  void letGo(Set<UUID> replies) {
    byReply.keySet().removeAll(replies);
    stopping.removeAll(replies);
    any.set(!byReply.isEmpty());
  }

  /** The screen turns to something else; the runs go on. */
  void letGo() {
    byReply.clear();
    stopping.clear();
    any.set(false);
  }

  /** Stops one reply, or all of them when none is named. */
  void stop(@Nullable UUID reply) {
    byReply.forEach(
        (id, live) -> {
          if (reply == null || reply.equals(id)) {
            stopping.add(id);
            live.run.stop();
          }
        });
  }
}
