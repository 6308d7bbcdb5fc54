package dev.polylogue.history;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which backups may go: the newest ones stay by their number, whatever the clock says, and of older
 * ones the newest of each of some months. The last one never goes (D26, D30).
 */
final class Retention {
  static final int NEWEST = 10;
  static final int MONTHS = 6;

  private Retention() {}

  static List<Backup> outdated(List<Backup> backups) {
    List<Backup> newestFirst =
        backups.stream().sorted(Comparator.comparingInt(Backup::number).reversed()).toList();
    List<Backup> outdated = new ArrayList<>();
    Set<YearMonth> months = new HashSet<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Backup backup = newestFirst.get(i);
      YearMonth month = YearMonth.from(backup.takenAt().atOffset(ZoneOffset.UTC));
      boolean firstOfMonth = i >= NEWEST && months.size() < MONTHS && months.add(month);
      if (i >= NEWEST && !firstOfMonth) {
        outdated.add(backup);
      }
    }
    return outdated;
  }
}
