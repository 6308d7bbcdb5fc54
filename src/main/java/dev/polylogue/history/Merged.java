package dev.polylogue.history;

import java.util.Set;

/**
 * What a comparison from elsewhere added to the history.
 *
 * @param isNew whether it was not here before
 * @param others votes and tags
 * @param unknown names in it that this version does not know, as {@code table.name}
 */
public record Merged(
    boolean isNew, int panes, int turns, int replies, int others, Set<String> unknown) {

  /** Whether everything was here already. */
  public boolean isNothing() {
    return !isNew && panes + turns + replies + others == 0;
  }
}
