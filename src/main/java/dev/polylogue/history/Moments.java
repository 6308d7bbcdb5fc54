package dev.polylogue.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads moments as they are stored, of which a page of the list has hundreds; and says them. */
final class Moments {
  /** The shape of a whole second, a 0 for each digit. */
  private static final String SECOND = "0000-00-00T00:00:00";

  private static final int NANO_DIGITS = 9;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Moments() {}

  /** For a sentence: {@code 2026-11-22 12:00 UTC}. */
  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** The same with seconds. */
  static String second(Instant at) {
    return EXACT.format(at);
  }

  /**
   * The same as {@link Instant#parse}, many times faster for years of four digits.
   *
   * @throws DateTimeParseException when it is no moment
   */
  static Instant read(String text) {
    return isUsual(text) ? usual(text) : Instant.parse(text);
  }

  /** The same, and {@link Instant#EPOCH} for what is no moment. */
  static Instant readAnything(String text) {
    try {
      return read(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  private static boolean isUsual(String text) {
    int last = text.length() - 1;
    int point = SECOND.length();
    if (last < point || last > point + 1 + NANO_DIGITS || text.charAt(last) != 'Z') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char wanted = i < point ? SECOND.charAt(i) : i == point ? '.' : '0';
      char c = text.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return last != point + 1
        && isWithin(text, 5, 1, 12)
        && isWithin(
            text, 8, 1, YearMonth.of(number(text, 0, 4), number(text, 5, 7)).lengthOfMonth())
        && isWithin(text, 11, 0, 23)
        && isWithin(text, 14, 0, 59)
        && isWithin(text, 17, 0, 59);
  }

  private static boolean isWithin(String text, int at, int least, int most) {
    int number = number(text, at, at + 2);
    return number >= least && number <= most;
  }

  private static Instant usual(String text) {
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    long hours = day.toEpochDay() * 24 + number(text, 11, 13);
    long seconds = (hours * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
    int nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      int at = SECOND.length() + 1 + i;
      nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
