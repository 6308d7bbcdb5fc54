package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.ui.kit.Day;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the lines of the sidebar: what is pinned, then day by day. */
final class RowWriter {
  private final Texts texts;
  private final Clock clock;

  RowWriter(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param before what stands above the first of them, or null
   */
  List<HistoryRow> rows(
      List<ComparisonEntry> entries, @Nullable ComparisonEntry before, Set<UUID> live) {
    LocalDate today = LocalDate.now(clock);
    List<HistoryRow> rows = new ArrayList<>();
    String last = before == null ? "" : heading(before, today);
    for (ComparisonEntry entry : entries) {
      String heading = heading(entry, today);
      if (!heading.equals(last)) {
        rows.add(new HistoryRow.Heading(heading));
        last = heading;
      }
      rows.add(new HistoryRow.Entry(entry, live.contains(entry.id())));
    }
    return rows;
  }

  private String heading(ComparisonEntry entry, LocalDate today) {
    Instant trashed = entry.filing().trashedAt();
    if (trashed == null && entry.filing().pinned()) {
      return texts.get("sidebar.pinned");
    }
    Instant when = trashed == null ? entry.updatedAt() : trashed;
    return switch (Day.of(when, today, clock.getZone())) {
      case TODAY -> texts.get("sidebar.today");
      case YESTERDAY -> texts.get("sidebar.yesterday");
      case WEEK -> texts.get("sidebar.week");
      case MONTH -> texts.get("sidebar.month");
      case EARLIER -> texts.get("sidebar.earlier");
    };
  }
}
