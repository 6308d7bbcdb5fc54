package dev.polylogue.history;

import dev.polylogue.conversation.FoundPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds words in the history. Any thread may call, every call may block; a search takes
 * milliseconds, however much there is to find.
 *
 * <p>Words must all occur, in whatever order; case and diacritics make no difference. {@code "in
 * quotes"} they must stand so, with {@code -} before it a word must not occur, {@code *} behind it
 * leaves its end open, as that of the last word always is. Searches are narrowed by {@code
 * model:grok}, {@code provider:xai}, {@code tag:work}, {@code before:2026-10-01}, {@code
 * after:2026-10}, {@code on:today}, {@code has:image}, {@code in:title} ({@code prompts}, {@code
 * answers}, {@code reasoning}) and {@code in:trash}. Whatever else is typed is words.
 */
public final class SearchStore {
  private final Database database;
  private final Clock clock;

  /**
   * @param clock says which day it is, and in which zone
   */
  SearchStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The newest of what fits.
   *
   * @param before {@link FoundPage#NEWEST}, or where an earlier page said the next one begins
   * @param limit at least 1
   */
  public FoundPage page(String typed, long before, int limit) throws HistoryException {
    SearchQuery query = QueryReader.read(typed, LocalDate.now(clock));
    return query.isEmpty()
        ? FoundPage.NOTHING
        : database.read(db -> new SearchRows(db, clock.getZone()).page(query, before, limit));
  }

  /**
   * The filters that have no meaning, such as a date that is none, and what looks like one with a
   * slip, with what may be meant in brackets: they count as words.
   */
  public List<String> misread(String typed) {
    return QueryReader.misread(typed, LocalDate.now(clock));
  }

  /** The filters with nothing behind the colon, such as {@code tag:}: they are passed over. */
  public List<String> bare(String typed) {
    return QueryReader.bare(typed, LocalDate.now(clock));
  }

  /** Makes the index anew from the messages. Takes minutes for a million of them. */
  public void rebuild() throws HistoryException {
    database.write(db -> new PassageRows(db).rebuild());
  }
}
