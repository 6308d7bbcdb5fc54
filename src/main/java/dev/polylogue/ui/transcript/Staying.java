package dev.polylogue.ui.transcript;

import dev.polylogue.conversation.ReadingPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a reader is to be once replies, or messages with all that follows them, gave way to
 * others. Only who reads the end of one is taken to the end of the next. FX thread.
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

  /**
   * The same where turns give way to others: another wording of a message with what follows it.
   * What is above it stays where it is, else the message itself is read.
   *
   * @param known all turns so far, from the first
   * @param first the place of the first turn that gives way
   * @return null where the reader is to be taken to the end: of what was read to its end, and of a
   *     message that was just sent
   */
  @Nullable Runnable along(List<TranscriptTurn> known, List<TranscriptTurn> wanted, int first) {
    ReadingPlace here = reader.here();
    if (here == null || !forks(known, wanted, first) || isLive(wanted.get(first))) {
      return null;
    }
    ReadingPlace head = new ReadingPlace(wanted.get(first).turn(), 0, 0, 0);
    if (known.subList(0, first).stream().anyMatch(turn -> turn.turn().equals(here.turn()))) {
      return reader.back(here);
    }
    if (!known.get(first).turn().equals(here.turn())) {
      return () -> reader.goTo(head);
    }
    TurnView top = landmarks.turn(here.turn());
    if (top != null && here.section() < top.asked().size()) {
      return reader.back(
          here, new ReadingPlace(head.turn(), here.section(), here.line(), here.part()));
    }
    return reader.followingProperty().get() ? null : () -> reader.goTo(head);
  }

  /** Whether the first turn that gives way does so for another wording of the same message. */
  private static boolean forks(List<TranscriptTurn> known, List<TranscriptTurn> wanted, int first) {
    return first < Math.min(known.size(), wanted.size())
        && !known.get(first).turn().equals(wanted.get(first).turn())
        && known.get(first).steps().branches() > 1
        && wanted.get(first).steps().branches() > 1;
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
