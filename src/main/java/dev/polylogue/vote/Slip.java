package dev.polylogue.vote;

import java.util.List;
import java.util.UUID;

/**
 * What a voter hands in: the history knows whose the replies are.
 *
 * @param replies that stood against each other, two or more
 * @param blind whether the voter could not know whose they were
 */
public record Slip(UUID comparison, UUID turn, List<UUID> replies, Verdict verdict, boolean blind) {

  public Slip {
    replies = List.copyOf(replies);
  }
}
