package dev.polylogue.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the history: an ordered row of panes and the turns that align them.
 *
 * @param draft what stands unsent in the composer
 */
public record Comparison(
    UUID id, String title, Instant createdAt, List<Pane> panes, List<Turn> turns, String draft) {

  public Comparison {
    panes = List.copyOf(panes);
    turns = List.copyOf(turns);
  }

  public Optional<Pane> pane(UUID pane) {
    return panes.stream().filter(candidate -> candidate.id().equals(pane)).findFirst();
  }

  public Optional<Turn> turn(UUID turn) {
    return turns.stream().filter(candidate -> candidate.id().equals(turn)).findFirst();
  }
}
