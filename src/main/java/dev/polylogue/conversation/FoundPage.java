package dev.polylogue.conversation;

import java.util.List;

/**
 * Some of what was found, newest first.
 *
 * @param next where the following page begins; 0 when there is none
 */
public record FoundPage(List<Found> found, long next) {
  public static final FoundPage NOTHING = new FoundPage(List.of(), 0);

  /** Where the first page begins. */
  public static final long NEWEST = Long.MAX_VALUE;

  public FoundPage {
    found = List.copyOf(found);
  }

  public boolean hasMore() {
    return next != 0;
  }
}
