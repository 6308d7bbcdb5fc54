package dev.polylogue.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups may go. By their number the newest ones stay, and of those that were made on other
 * days the last of each of some days, weeks and months, so that many in an hour push out none of
 * last week. The clock has no say in which is newer, and the last one never goes (D26, D30).
 */
final class Retention {
  static final int NEWEST = 5;

  private static final List<Span> SPANS =
      List.of(
          new Span(7, day -> day),
          new Span(5, day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
          new Span(6, YearMonth::from));

  /**
   * @param most of so many of them, the last backup stays
   * @param of the one in which a day lies
   */
  private record Span(int most, Function<LocalDate, Object> of) {}

  private Retention() {}

  static List<Backup> outdated(List<Backup> backups) {
    List<Backup> newestFirst =
        backups.stream().sorted(Comparator.comparingInt(Backup::number).reversed()).toList();
    Set<Backup> staying =
        new HashSet<>(newestFirst.subList(0, Math.min(NEWEST, newestFirst.size())));
    for (Span span : SPANS) {
      Set<Object> seen = new HashSet<>();
      for (Backup backup : newestFirst) {
        if (seen.size() < span.most && seen.add(span.of.apply(dayOf(backup)))) {
          staying.add(backup);
        }
      }
    }
    return newestFirst.stream().filter(backup -> !staying.contains(backup)).toList();
  }

  private static LocalDate dayOf(Backup backup) {
    return backup.takenAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
