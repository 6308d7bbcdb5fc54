package dev.polylogue.session;

import dev.polylogue.conversation.FoundPage;
import dev.polylogue.history.HistoryException;
import dev.polylogue.history.HistoryStore;
import dev.polylogue.history.SearchStore;
import java.time.Clock;
import java.util.List;

/** Looks for words in everything that was kept; {@link SearchStore} says what can be typed. */
public final class Search {
  private final SearchStore store;

  /**
   * @param clock says which day it is, and in which zone
   */
  public Search(HistoryStore history, Clock clock) {
    this.store = history.search(clock);
  }

  /** The newest of what fits; nothing for what holds no word. */
  public FoundPage first(String typed, int limit) throws HistoryException {
    return store.page(typed, FoundPage.NEWEST, limit);
  }

  /** The filters that have no meaning, such as a date that is none: they count as words. */
  public List<String> misread(String typed) {
    return store.misread(typed);
  }

  /** The filters with nothing behind the colon: they are passed over. */
  public List<String> bare(String typed) {
    return store.bare(typed);
  }

  /** What follows an earlier page of the same search that has more. */
  public FoundPage following(String typed, FoundPage page, int limit) throws HistoryException {
    return store.page(typed, page.next(), limit);
  }
}
