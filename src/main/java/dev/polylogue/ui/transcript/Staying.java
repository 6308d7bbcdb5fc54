package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReadingPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a reader is to be once replies gave way to others. Only who reads the end of one is
 * taken to the end of the next. FX thread.
 */
final class Staying {
  private final TranscriptReader reader;
  private final Landmarks landmarks;
  private final List<TurnView> turns;

  /**
   * @param turns in order; a list that others change
   */
  Staying(TranscriptReader reader, Landmarks landmarks, List<TurnView> turns) {
    this.reader = reader;
    this.landmarks = landmarks;
    this.turns = turns;
  }

  /**
   * To be asked before the lines are exchanged.
   *
   * @return brings the reader there; to be run when they have been
   */
  Runnable through(List<TranscriptTurn> wanted) {
    Map<UUID, TranscriptTurn> exchanged = exchanged(wanted);
    boolean following = reader.followingProperty().get();
    boolean growing = following && isLive(wanted.isEmpty() ? null : wanted.getLast());
    ReadingPlace here = exchanged.isEmpty() || growing ? null : reader.here();
    TurnView top = here == null ? null : landmarks.turn(here.turn());
    if (here == null || top == null) {
      return Staying::asBefore;
    }
    TranscriptTurn next = exchanged.get(top.id());
    if (next == null || here.section() < top.asked().size()) {
      return following && !reaches(exchanged, top) ? Staying::asBefore : reader.back(here);
    }
    ReadingPlace head = new ReadingPlace(top.id(), top.asked().size() - 1, 0, 0);
    if (isLive(next)) {
      return () -> reader.goTo(head);
    }
    return following && !reader.hasAnchor() ? Staying::asBefore : () -> reader.goTo(here, head);
  }

  private static void asBefore() {}

  /** The turns on screen that get another reply. */
  private Map<UUID, TranscriptTurn> exchanged(List<TranscriptTurn> wanted) {
    Map<UUID, UUID> shown = new HashMap<>();
    turns.forEach(turn -> shown.put(turn.id(), turn.turn().reply().reply()));
    Map<UUID, TranscriptTurn> exchanged = new HashMap<>();
    for (TranscriptTurn next : wanted) {
      UUID before = shown.get(next.turn());
      if (before != null && !before.equals(next.reply().reply())) {
        exchanged.put(next.turn(), next);
      }
    }
    return exchanged;
  }

  /** Whether one of them begins in what is seen below the upper edge. */
  private boolean reaches(Map<UUID, TranscriptTurn> exchanged, TurnView top) {
    return turns.subList(turns.indexOf(top), turns.size()).stream()
        .anyMatch(turn -> exchanged.containsKey(turn.id()));
  }

  private static boolean isLive(@Nullable TranscriptTurn turn) {
    return turn != null && turn.reply().state().isLive();
  }
}
