package dev.polylogue.history;

import java.util.List;
import java.util.Set;

/**
 * What a comparison from elsewhere added to the history.
 *
 * @param isNew whether it was not here before
 * @param turns their identifiers
 * @param replies those that say something
 * @param recovered messages that were here without their words, and have them again
 * @param others panes, votes, tags, replies that say nothing, and files that were missing so far
 * @param unknown names in it that this version does not know, as {@code table.name}
 */
public record Merged(
    boolean isNew,
    List<String> turns,
    int replies,
    int recovered,
    int others,
    Set<String> unknown) {

  public Merged {
    turns = List.copyOf(turns);
    unknown = Set.copyOf(unknown);
  }

  /** Whether everything was here already. */
  public boolean isNothing() {
    return !isNew && turns.isEmpty() && replies + recovered + others == 0;
  }
}
