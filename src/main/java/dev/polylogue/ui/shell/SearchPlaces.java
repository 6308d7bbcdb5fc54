package dev.polylogue.ui.shell;

import dev.polylogue.ui.history.HistoryView;
import dev.polylogue.ui.history.SearchField;
import dev.polylogue.ui.history.SearchResults;
import dev.polylogue.ui.kit.Texts;
import dev.polylogue.ui.photo.PhotoPage;
import java.time.Clock;

/**
 * The one search of the history, above the list of comparisons and above that of photos alike:
 * either finds both. FX thread.
 */
final class SearchPlaces {
  private final SearchField chats;
  private final SearchField photos;
  private final SearchResults found;

  SearchPlaces(
      SearchDesk desk, HistoryView chatList, PhotoPage photoPage, Clock clock, Texts texts) {
    found = new SearchResults(desk.search(), texts, clock, desk::show);
    chats = new SearchField(desk.search(), found, texts);
    chatList.searchWith(chats, found);
    SearchResults foundBeside = new SearchResults(desk.search(), texts, clock, desk::show);
    photos = new SearchField(desk.search(), foundBeside, texts);
    photoPage.searchWith(photos, foundBeside);
  }

  /** Whether somebody goes through what was found in the chat. */
  boolean isInUse() {
    return found.isFocusWithin();
  }

  /** Gives the keyboard to the field beside the photos, or to that beside the chat. */
  void focus(boolean besidePhotos) {
    (besidePhotos ? photos : chats).focusWords();
  }
}
