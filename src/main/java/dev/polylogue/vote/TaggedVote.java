package dev.polylogue.vote;

import java.util.Set;

/** A vote with the tags that its comparison has now. */
public record TaggedVote(Vote vote, Set<String> tags) {

  public TaggedVote {
    tags = Set.copyOf(tags);
  }
}
