package dev.polylogue.ui.history;

import dev.polylogue.conversation.ComparisonEntry;
import dev.polylogue.session.Comparisons;
import dev.polylogue.ui.fx.Work;
import dev.polylogue.ui.kit.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of comparisons, read page by page. FX thread. */
public final class HistoryViewModel {
  /** Comparisons in one page. */
  static final int PAGE = 100;

  private final Comparisons comparisons;
  private final Work work;
  private final Texts texts;
  private final Clock clock;
  private final Consumer<Exception> trouble;

  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final ObservableList<HistoryRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable UUID> masked = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
  private List<ComparisonEntry> entries = List.of();
  private Set<UUID> live = Set.of();
  private boolean wholeList;
  private boolean reading;

  public HistoryViewModel(
      Comparisons comparisons, Work work, Texts texts, Clock clock, Consumer<Exception> trouble) {
    this.comparisons = comparisons;
    this.work = work;
    this.texts = texts;
    this.clock = clock;
    this.trouble = trouble;
  }

  // Properties

  public ObservableList<HistoryRow> rows() {
    return shown;
  }

  /** The comparison that is open. */
  public ObjectProperty<@Nullable UUID> selectedProperty() {
    return selected;
  }

  /** The comparison of which nobody is to know who takes part, or null. */
  public ObjectProperty<@Nullable UUID> maskedProperty() {
    return masked;
  }

  /** Nothing is kept: true only after the history was read and said so. */
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  // Commands

  /** Reads anew as much of the list as is shown. */
  public void refresh() {
    int wanted = Math.max(PAGE, entries.size());
    work.run(() -> comparisons.list(wanted, 0), this::replace, trouble);
  }

  /** The reader came to the end of what is shown. */
  public void more() {
    if (reading || wholeList) {
      return;
    }
    reading = true;
    int from = entries.size();
    work.run(
        () -> comparisons.list(PAGE, from),
        page -> append(from, page),
        failure -> {
          reading = false;
          trouble.accept(failure);
        });
  }

  /** Marks the comparisons in which something is answering. */
  public void showLive(Set<UUID> now) {
    live = Set.copyOf(now);
    arrange();
  }

  private void replace(List<ComparisonEntry> read) {
    wholeList = read.size() < Math.max(PAGE, entries.size());
    entries = List.copyOf(read);
    empty.set(entries.isEmpty());
    arrange();
  }

  private void append(int from, List<ComparisonEntry> page) {
    reading = false;
    if (from == entries.size()) {
      List<ComparisonEntry> longer = new ArrayList<>(entries);
      longer.addAll(page);
      entries = longer;
      wholeList = page.size() < PAGE;
      arrange();
    }
  }

  private void arrange() {
    LocalDate today = LocalDate.now(clock);
    List<HistoryRow> arranged = new ArrayList<>();
    Day last = null;
    for (ComparisonEntry entry : entries) {
      Day day = Day.of(entry.updatedAt(), today, clock.getZone());
      if (day != last) {
        arranged.add(new HistoryRow.Heading(name(day)));
        last = day;
      }
      arranged.add(new HistoryRow.Entry(entry, live.contains(entry.id())));
    }
    if (!arranged.equals(rows)) {
      rows.setAll(arranged);
    }
  }

  private String name(Day day) {
    return switch (day) {
      case TODAY -> texts.get("sidebar.today");
      case YESTERDAY -> texts.get("sidebar.yesterday");
      case WEEK -> texts.get("sidebar.week");
      case MONTH -> texts.get("sidebar.month");
      case EARLIER -> texts.get("sidebar.earlier");
    };
  }
}
