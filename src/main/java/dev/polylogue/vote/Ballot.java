package dev.polylogue.vote;

import java.util.List;

/** The replies that stood against each other, two or more, and the verdict on them. */
public record Ballot(List<Stand> stands, Verdict verdict) {

  public Ballot {
    stands = List.copyOf(stands);
    if (stands.size() < 2) {
      throw new IllegalArgumentException("A vote is between two replies or more.");
    }
    if (verdict instanceof Verdict.Winner winner
        && stands.stream().noneMatch(stand -> stand.reply().equals(winner.reply()))) {
      throw new IllegalArgumentException("The winner is not among the replies of the vote.");
    }
  }
}
