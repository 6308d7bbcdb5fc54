package dev.polylogue.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, month or year that somebody named.
 *
 * @param next the first day behind it
 */
record DaySpan(LocalDate first, LocalDate next) {
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?");

  /** Null for what is no date: {@code 2026}, {@code 2026-10}, {@code 2026-10-01}, {@code today}. */
  static @Nullable DaySpan of(String words, LocalDate today) {
    if (words.equals("today")) {
      return new DaySpan(today, today.plusDays(1));
    }
    if (words.equals("yesterday")) {
      return new DaySpan(today.minusDays(1), today);
    }
    Matcher date = DATE.matcher(words);
    if (!date.matches()) {
      return null;
    }
    try {
      int year = Integer.parseInt(date.group(1));
      if (date.group(2) == null) {
        return new DaySpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
      }
      LocalDate month = LocalDate.of(year, Integer.parseInt(date.group(2)), 1);
      if (date.group(3) == null) {
        return new DaySpan(month, month.plusMonths(1));
      }
      LocalDate day = month.withDayOfMonth(Integer.parseInt(date.group(3)));
      return new DaySpan(day, day.plusDays(1));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
