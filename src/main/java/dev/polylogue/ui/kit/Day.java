package dev.polylogue.ui.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days by which what was made is grouped. */
public enum Day {
  TODAY,
  YESTERDAY,
  WEEK,
  MONTH,
  EARLIER;

  /**
   * @param today the day in the reader's own zone
   */
  public static Day of(Instant when, LocalDate today, ZoneId zone) {
    LocalDate day = when.atZone(zone).toLocalDate();
    if (!day.isBefore(today)) {
      return TODAY;
    }
    if (day.equals(today.minusDays(1))) {
      return YESTERDAY;
    }
    if (!day.isBefore(today.minusDays(7))) {
      return WEEK;
    }
    return day.isBefore(today.minusDays(30)) ? EARLIER : MONTH;
  }
}
