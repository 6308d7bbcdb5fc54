package dev.polylogue.ui.vote;

import dev.polylogue.vote.Ballot;
import dev.polylogue.vote.Stand;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is voted on: the replies to one turn as they stand on screen.
 *
 * @param blind whether the voter can't know whose they are
 * @param candidates in the order of the panes
 */
public record Matter(UUID turn, boolean blind, List<Candidate> candidates) {

  /** How far a reply is. */
  public enum State {
    /** It is still being made. */
    LIVE,
    /** It ended with something to judge. */
    ANSWERED,
    /** It ended without. */
    FAILED
  }

  /**
   * One of the replies.
   *
   * @param name of the model, or its letter while it is hidden
   */
  public record Candidate(UUID reply, String name, State state) {}

  public Matter {
    candidates = List.copyOf(candidates);
  }

  /** Those that can be voted for. */
  public List<Candidate> answered() {
    return candidates.stream().filter(each -> each.state() == State.ANSWERED).toList();
  }

  public long ended() {
    return candidates.stream().filter(each -> each.state() != State.LIVE).count();
  }

  public boolean isVotable() {
    return ended() == candidates.size() && answered().size() > 1;
  }

  /** Whether a vote was cast on just these replies. */
  boolean isOf(Ballot ballot) {
    Set<UUID> voted =
        ballot.stands().stream().map(Stand::reply).collect(Collectors.toUnmodifiableSet());
    return voted.equals(
        answered().stream().map(Candidate::reply).collect(Collectors.toUnmodifiableSet()));
  }
}
