package dev.polylogue.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the history: an ordered row of panes and the turns that align them.
 *
 * @param tree the turns of every branch
 * @param draft what stands unsent in the composer
 */
public record Comparison(
    UUID id, String title, Instant createdAt, List<Pane> panes, TurnTree tree, String draft) {

  public Comparison {
    panes = List.copyOf(panes);
  }

  /** A comparison whose turns simply follow one another. */
  public Comparison(
      UUID id, String title, Instant createdAt, List<Pane> panes, List<Turn> turns, String draft) {
    this(id, title, createdAt, panes, TurnTree.line(turns), draft);
  }

  /** The path in use, first to last. */
  public List<Turn> turns() {
    return tree.path();
  }

  public Optional<Pane> pane(UUID pane) {
    return panes.stream().filter(candidate -> candidate.id().equals(pane)).findFirst();
  }

  /** A turn of whichever branch. */
  public Optional<Turn> turn(UUID turn) {
    return tree.turn(turn);
  }

  public Comparison with(TurnTree changed) {
    return new Comparison(id, title, createdAt, panes, changed, draft);
  }
}
