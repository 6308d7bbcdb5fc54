package dev.polylogue.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives passages numbers that grow with the time of what they say, whenever it was stored: an old
 * conversation that comes in today stands among the old ones. Each hour has its numbers, given in
 * the order of storing; where they run out, those of the next hour follow. They are kept close
 * together because the index writes down how far one is from the other.
 */
final class PassageNumbers {
  private static final long HOUR = 3600;
  private static final long IN_AN_HOUR = 4096;

  /** The last hour whose numbers are numbers. */
  private static final long LAST = Long.MAX_VALUE / IN_AN_HOUR - 2;

  /** Smaller ones were given in the order of storing, before numbers told the time. */
  private static final long FIRST = 8766L * 20 * IN_AN_HOUR;

  private final Db db;

  PassageNumbers(Db db) {
    this.db = db;
  }

  /** One that no passage has, nor any words in the index: at least 1. */
  long next(Instant at) throws SQLException {
    long hour = Math.clamp(Math.floorDiv(at.getEpochSecond(), HOUR), 0, LAST);
    for (long end = (hour + 1) * IN_AN_HOUR; ; end += IN_AN_HOUR) {
      long next = Math.max(lastBefore(end) + 1, end - IN_AN_HOUR + 1);
      if (next < end) {
        return next;
      }
    }
  }

  private long lastBefore(long end) throws SQLException {
    return db.first(
            """
            SELECT coalesce(max(last), 0) AS last FROM (
              SELECT max(id) AS last FROM passage_words_docsize WHERE id < ?1
              UNION ALL SELECT max(passage) FROM passage_spent WHERE passage < ?1)
            """,
            row -> row.whole("last"),
            end)
        .orElse(0L);
  }

  /** The hour that a number tells, or nothing when it tells none. */
  static Optional<Instant> hour(long number) {
    return number < FIRST
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(number / IN_AN_HOUR * HOUR));
  }
}
